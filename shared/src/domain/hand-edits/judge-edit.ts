import type { EditFault } from './edit-fault.ts';
import { type EditFacts, type EditLaw, keyColumn, keyOf, type RecordVerdict, referencesIn, type TypedCommand } from './edit-law.ts';
import { changedColumns, type FoundRow, type RowContent, withColumns } from './row-content.ts';

/**
 * What becomes of one edit. `good` is the row as it must be afterwards; `undefined`: a row that must not be there. An edit of several columns is undone in
 * those that are at fault, and the others stand.
 */
export interface Judgement {
  readonly verdict: 'unchanged' | 'accepted' | 'undone';
  readonly good: RowContent | undefined;
  readonly faults: readonly EditFault[];
  readonly command?: TypedCommand | undefined;
}

/** One edit: the last good copy (none: the row is new), the row as the edit found it, and as it left it. */
export interface HandEdit {
  readonly good: RowContent | undefined;
  readonly before: RowContent | undefined;
  readonly after: FoundRow;
  /** Another program entered it by itself: an administrator fills the register, with rows in any state, or a migration fills a new column. */
  readonly isByProgram?: boolean;
}

/** Judges what a person wrote in a list. Everything that it asks about other rows is in `facts`. */
export const judgeEdit = (law: EditLaw, { good, before, after, isByProgram = false }: HandEdit, facts: EditFacts): Judgement => {
  if (good === undefined) return judgeNewRow(law, after, isByProgram, facts);
  const changed = changedColumns(before ?? {}, after);
  if (changed.length === 0) return { verdict: 'unchanged', good, faults: [] };
  if (isByProgram && changed.every((column) => law.filledColumns.includes(column)) && after.unreadable.length === 0)
    return { verdict: 'accepted', good: withColumns(good, changed, after.content), faults: [] };
  if (!law.handEdited) return { verdict: 'undone', good, faults: [appOnlyList] };
  const first = columnFaults(law, changed, after, facts);
  const standing = changed.filter((column) => !first.some((fault) => fault.column === column));
  const candidate = withColumns(good, standing, after.content);
  const { good: next, faults, command } = byTheRecord(law, good, candidate);
  const all = [...first, ...faults];
  return { verdict: all.length > 0 ? 'undone' : 'accepted', good: next, faults: all, command };
};

/** The record's own rules on what is left of an edit. Where a part cannot stand without what was put back, nothing of it stands. */
const byTheRecord = (law: EditLaw, good: RowContent, candidate: RowContent): RecordVerdict & { readonly good: RowContent } => {
  const verdict = law.record(good, candidate);
  const columns = verdict.faults.map(({ column }) => column);
  const rest = withColumns(candidate, columns, good);
  const again = law.record(good, rest);
  return again.faults.length === 0 ? { ...again, faults: verdict.faults, good: rest } : { faults: verdict.faults, good };
};

/** The refusal of a typed status by its transition, as its own command would have been refused. */
export const refusedByTransition = (
  judgement: Judgement,
  before: RowContent | undefined,
  columns: readonly string[],
  sentence: string,
): Judgement => ({
  verdict: 'undone',
  good: before && judgement.good && withColumns(judgement.good, columns, before),
  faults: [...judgement.faults, { column: columns[0] ?? '', code: 'refused-by-the-rules', sentence }],
});

const judgeNewRow = (law: EditLaw, after: FoundRow, isByProgram: boolean, facts: EditFacts): Judgement => {
  if (!law.handEdited && !isByProgram) return { verdict: 'undone', good: undefined, faults: [appOnlyList] };
  const columns = Object.keys(after.content);
  const faults = [
    ...unreadableFaults(after),
    ...referenceFaults(law, after, columns, facts),
    ...(isByProgram ? [] : appColumnFaults(law, columns)),
  ];
  if (facts.otherKeys.has(keyOf(after.content))) faults.push(duplicateKey(keyOf(after.content)));
  const verdict: RecordVerdict = faults.length > 0 || isByProgram ? { faults } : law.record(undefined, after.content);
  if (verdict.faults.length > 0) return { verdict: 'undone', good: undefined, faults: verdict.faults };
  return { verdict: 'accepted', good: after.content, faults: [], command: verdict.command };
};

const columnFaults = (law: EditLaw, changed: readonly string[], after: FoundRow, facts: EditFacts): readonly EditFault[] => {
  const readable = changed.filter((column) => !after.unreadable.some((each) => each.column === column));
  const fixed = readable
    .filter((column) => law.fixedColumns.includes(column))
    .map((column): EditFault => ({ column, code: 'belongs-elsewhere', sentence: belongsElsewhere(law, column) }));
  const free = readable.filter((column) => !law.fixedColumns.includes(column));
  return [
    ...unreadableFaults(after),
    ...appColumnFaults(law, readable),
    ...(readable.includes(keyColumn) ? [keyFault(after, facts)] : []),
    ...fixed,
    ...referenceFaults(law, after, free, facts),
  ];
};

const appOnlyList: EditFault = {
  column: '',
  code: 'app-only-list',
  sentence: 'This list is written by the app only. Make the change in the app.',
};

const unreadableFaults = ({ unreadable }: FoundRow): EditFault[] =>
  unreadable.map(({ column, message }) => ({ column, code: 'unreadable', sentence: `The app cannot read this: it ${message}.` }));

const appColumnFaults = (law: EditLaw, columns: readonly string[]): EditFault[] =>
  columns
    .filter((column) => law.appColumns.includes(column))
    .map((column) => ({ column, code: 'app-only-column', sentence: 'This column is written by the app only.' }));

const duplicateKey = (key: string): EditFault => ({
  column: keyColumn,
  code: 'duplicate-key',
  sentence: `${key} is the key of another row. Give this one a key of its own.`,
});

const keyFault = (after: FoundRow, facts: EditFacts): EditFault => {
  const key = keyOf(after.content);
  if (facts.otherKeys.has(key)) return duplicateKey(key);
  return {
    column: keyColumn,
    code: 'key-changed',
    sentence: 'Other rows name this one by its key, so the key stays. Add a new row instead.',
  };
};

const belongsElsewhere = (law: EditLaw, column: string): string =>
  `${law.labels[column] ?? column} says what this row belongs to, and stays. Add a new row instead.`;

const referenceFaults = (law: EditLaw, after: FoundRow, columns: readonly string[], facts: EditFacts): EditFault[] => {
  const found = new Map<string, EditFault>();
  for (const { column, list, key } of referencesIn(law, after.content, columns))
    if (facts.missing.has(`${list}/${key}`))
      found.set(column, { column, code: 'unknown-key', sentence: `There is no ${key} in the list ${list}.` });
  return [...found.values()];
};
