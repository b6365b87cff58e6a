import type { Values } from './column.ts';
import { sheetKinds } from './kinds/all.ts';
import { describeChanges, type MergedFields, mergeRow } from './merge-row.ts';
import { type ImportKind, type ImportRecord, importKinds, type RecordOf, type RegisterFacts } from './record.ts';
import { type CellError, faultOf, type PlannedRow, type ReadImport, type ReadRow, type ReadSheet, type RowOutcome } from './row.ts';
import type { SheetKind, Surroundings } from './sheet-kind.ts';

/** What a file would do to the register, row by row. Nothing is written by it. */
export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly counts: Readonly<Record<RowOutcome, number>>;
}

/** Rows as they are looked at together: what was read of each, and what is wrong with it so far. */
interface Draft {
  readonly read: ReadRow;
  readonly errors: CellError[];
  fields: Values;
  record: ImportRecord | undefined;
  outcome: RowOutcome;
  changes: PlannedRow['changes'];
}

/** Says what each row of a file would do. Pure: the same file and facts make the same plan. */
export const planImport = ({ sheets }: Pick<ReadImport, 'sheets'>, facts: RegisterFacts): ImportPlan => {
  const rows = planRows(sheets, facts).map(toRow);
  const counts: Record<RowOutcome, number> = { new: 0, changed: 0, same: 0, conflict: 0, error: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return { rows, counts };
};

const planRows = (sheets: readonly ReadSheet[], facts: RegisterFacts): readonly Draft[] => {
  const byKind = new Map<ImportKind, Draft[]>(importKinds.map((kind) => [kind, []]));
  for (const { kind, rows } of sheets)
    for (const read of rows)
      byKind.get(kind)?.push({ read, errors: [...read.errors], fields: {}, record: undefined, outcome: 'same', changes: [] });
  const written = new Map(importKinds.map((kind) => [kind, new Map((byKind.get(kind) ?? []).map(({ read }) => [read.ref, read]))]));
  const clean = new Map<ImportKind, Map<string, Draft>>();
  const around: Surroundings = {
    facts,
    find: (kind, ref) => (clean.get(kind)?.get(ref)?.record ?? facts.records[kind].get(ref)) as never,
    broken: (kind, ref) => {
      // A record of the register stands whatever is wrong with the file's row of it.
      if (clean.get(kind)?.has(ref) || facts.records[kind].has(ref)) return undefined;
      return written.get(kind)?.get(ref);
    },
  };
  // In the order of writing: what others name is known to be right or wrong before they are looked at.
  for (const kind of importKinds) {
    const drafts = byKind.get(kind) ?? [];
    refuseTwins(drafts);
    for (const draft of drafts) if (draft.errors.length === 0) look(draft, sheetKinds[kind] as unknown as SheetKind, around);
    lookTogether(drafts, sheetKinds[kind] as unknown as SheetKind, around);
    clean.set(kind, new Map(drafts.filter(({ errors }) => errors.length === 0).map((draft) => [draft.read.ref, draft])));
  }
  return importKinds.flatMap((kind) => byKind.get(kind) ?? []);
};

/** Two rows for one record: neither is the one that counts. */
const refuseTwins = (drafts: readonly Draft[]): void => {
  const rows = new Map<string, Draft[]>();
  for (const draft of drafts) if (draft.read.ref !== '') rows.set(draft.read.ref, [...(rows.get(draft.read.ref) ?? []), draft]);
  for (const twins of rows.values()) {
    if (twins.length < 2) continue;
    for (const draft of twins) {
      const others = twins.filter((other) => other !== draft).map(({ read }) => `${read.sheet}, row ${read.row}`);
      draft.errors.push(
        faultOf(
          draft.read,
          'ref',
          `${draft.read.ref} is in the file more than once (${others.slice(0, 3).join('; ')}). Keep one row of it.`,
        ),
      );
    }
  }
};

const look = (draft: Draft, kind: SheetKind, around: Surroundings): void => {
  const { read } = draft;
  const present = around.facts.records[read.kind].get(read.ref) as RecordOf[ImportKind] | undefined;
  draft.fields = kind.fieldsOf(read.values);
  const { changes, conflicts } = present
    ? mergeRow(draft.fields, present as unknown as MergedFields, around.facts.lastImported[read.kind].get(read.ref))
    : { changes: {}, conflicts: [] };
  const record = present
    ? ({ ...present, ...withoutNulls(changes) } as ImportRecord)
    : kind.arrive(withoutNulls(draft.fields) as never, read.values);
  draft.record = kind.complete?.(record as never, around) ?? record;
  draft.outcome = present === undefined ? 'new' : conflicts.length > 0 ? 'conflict' : Object.keys(changes).length > 0 ? 'changed' : 'same';
  draft.changes = present ? describeChanges(changes, present as unknown as MergedFields, kind.columns) : [];
  for (const { field, sentence } of kind.check(draft.record as never, read.values, present as never, around))
    draft.errors.push(faultOf(read, field, sentence));
};

/** A record has no value where a row has an empty cell. */
const withoutNulls = (fields: Values): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value ?? undefined]));

/** Looks at all records of a kind as they would be: those of the register that the file leaves alone stand beside those of the file. */
const lookTogether = (drafts: readonly Draft[], kind: SheetKind, around: Surroundings): void => {
  if (!kind.checkTogether || drafts.length === 0) return;
  const own = new Map(drafts.filter(({ errors, record }) => errors.length === 0 && record).map((draft) => [draft.read.ref, draft]));
  const others = [...around.facts.records[kind.kind].values()].filter((record) => !own.has(record.ref));
  const records = [...others, ...[...own.values()].map(({ record }) => record as ImportRecord)];
  for (const { ref, field, sentence } of kind.checkTogether(records as never, around)) {
    const draft = own.get(ref);
    // What the register has wrong by itself, and the file does not touch, is not the file's error.
    if (draft && draft.outcome !== 'same') draft.errors.push(faultOf(draft.read, field, sentence));
  }
};

const toRow = ({ read, errors, fields, record, outcome, changes }: Draft): PlannedRow => ({
  kind: read.kind,
  sheet: read.sheet,
  row: read.row,
  ref: read.ref,
  outcome: errors.length > 0 ? 'error' : outcome,
  changes: errors.length > 0 ? [] : changes,
  errors,
  values: fields,
  ...(errors.length > 0 || record === undefined ? {} : { record }),
});
