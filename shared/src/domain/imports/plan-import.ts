import type { Values } from './column.ts';
import { sheetKinds } from './kinds/all.ts';
import { describeChanges, type Merged, type MergedFields, mergeRow } from './merge-row.ts';
import { type ImportKind, type ImportRecord, importKinds, type RecordOf, type RegisterFacts } from './record.ts';
import { type CellError, faultOf, type PlannedRow, type ReadImport, type ReadRow, type ReadSheet, type RowOutcome } from './row.ts';
import type { SheetKind, Surroundings } from './sheet-kind.ts';

/** What a file would do to the register, row by row. Nothing is written by it. */
export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly counts: Readonly<Record<RowOutcome, number>>;
}

/** A row as it is looked at together with others: what was read of it, what is wrong with it so far, and what it would do. */
interface Draft {
  readonly read: ReadRow;
  readonly errors: CellError[];
  planned?: Planned;
}

type Planned = Pick<PlannedRow, 'outcome' | 'changes' | 'values'> & { readonly record: ImportRecord };

/** What a row would do; nothing as long as anything is wrong with it. */
const soundOf = ({ errors, planned }: Draft): Planned | undefined => (errors.length === 0 ? planned : undefined);

const ofEachKind = <T>(make: (kind: ImportKind) => T): Readonly<Record<ImportKind, T>> =>
  Object.fromEntries(importKinds.map((kind) => [kind, make(kind)])) as Record<ImportKind, T>;

/** Says what each row of a file would do. Pure: the same file and facts make the same plan. */
export const planImport = ({ sheets }: Pick<ReadImport, 'sheets'>, facts: RegisterFacts): ImportPlan => {
  const rows = planRows(sheets, facts).map(toRow);
  const counts: Record<RowOutcome, number> = { new: 0, changed: 0, same: 0, conflict: 0, error: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return { rows, counts };
};

const planRows = (sheets: readonly ReadSheet[], facts: RegisterFacts): readonly Draft[] => {
  const byKind = ofEachKind((kind) =>
    sheets.filter((sheet) => sheet.kind === kind).flatMap(({ rows }) => rows.map((read): Draft => ({ read, errors: [...read.errors] }))),
  );
  const written = ofEachKind((kind) => new Map(byKind[kind].map(({ read }) => [read.ref, read])));
  const clean = ofEachKind(() => new Map<string, ImportRecord>());
  const around: Surroundings = {
    facts,
    find: (kind, ref) => (clean[kind].get(ref) ?? facts.records[kind].get(ref)) as never,
    // A record of the register stands whatever is wrong with the file's row of it.
    broken: (kind, ref) => (clean[kind].has(ref) || facts.records[kind].has(ref) ? undefined : written[kind].get(ref)),
  };
  // In the order of writing: what others name is known to be right or wrong before they are looked at.
  for (const kind of importKinds) {
    const drafts = byKind[kind];
    refuseTwins(drafts);
    for (const draft of drafts) if (draft.errors.length === 0) look(draft, sheetKinds[kind] as unknown as SheetKind, around);
    lookTogether(drafts, sheetKinds[kind] as unknown as SheetKind, around);
    for (const draft of drafts) {
      const sound = soundOf(draft);
      if (sound) clean[kind].set(draft.read.ref, sound.record);
    }
  }
  return importKinds.flatMap((kind) => byKind[kind]);
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
  const values = kind.fieldsOf(read.values);
  const merged = present && mergeRow(values, present as unknown as MergedFields, around.facts.lastImported[read.kind].get(read.ref));
  const bare = merged
    ? ({ ...present, ...withoutNulls(merged.changes) } as ImportRecord)
    : kind.arrive(withoutNulls(values) as never, read.values);
  const record = kind.complete?.(bare as never, around) ?? bare;
  const changes = merged ? describeChanges(merged.changes, present as unknown as MergedFields, kind.columns) : [];
  draft.planned = { outcome: outcomeOf(merged), changes, values, record };
  for (const { field, sentence } of kind.check(record as never, read.values, present as never, around))
    draft.errors.push(faultOf(read, field, sentence));
};

const outcomeOf = (merged: Merged | undefined): RowOutcome => {
  if (merged === undefined) return 'new';
  if (merged.conflicts.length > 0) return 'conflict';
  return Object.keys(merged.changes).length > 0 ? 'changed' : 'same';
};

/** A record has no value where a row has an empty cell. */
const withoutNulls = (fields: Values): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value ?? undefined]));

/** Looks at all records of a kind as they would be: those of the register that the file leaves alone stand beside those of the file. */
const lookTogether = (drafts: readonly Draft[], kind: SheetKind, around: Surroundings): void => {
  if (!kind.checkTogether || drafts.length === 0) return;
  const own = new Map(
    drafts.flatMap((draft) => {
      const sound = soundOf(draft);
      return sound ? [[draft.read.ref, { draft, sound }] as const] : [];
    }),
  );
  const others = [...around.facts.records[kind.kind].values()].filter((record) => !own.has(record.ref));
  const records = [...others, ...[...own.values()].map(({ sound }) => sound.record)];
  for (const { ref, field, sentence } of kind.checkTogether(records as never, around)) {
    const found = own.get(ref);
    // What the register has wrong by itself, and the file does not touch, is not the file's error.
    if (found && found.sound.outcome !== 'same') found.draft.errors.push(faultOf(found.draft.read, field, sentence));
  }
};

const toRow = (draft: Draft): PlannedRow => {
  const { read, errors } = draft;
  const place = { kind: read.kind, sheet: read.sheet, row: read.row, ref: read.ref, errors };
  return { ...place, ...(soundOf(draft) ?? { outcome: 'error', changes: [], values: {} }) };
};
