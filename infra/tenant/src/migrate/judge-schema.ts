import { filledColumns, type Migration, versionAfter } from '@ap/shared/lists/schema/migration';
import type { RecordedSchema, StoredColumn } from './recorded-schema.ts';

/** A difference between the recorded schema and the code's. `unsafe`: what running code, or rows that are there, would not bear; and what to do instead. */
export interface SchemaChange {
  readonly list: string;
  readonly what: string;
  readonly unsafe?: string;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const outside = (then: StoredColumn, now: StoredColumn): boolean =>
  (now.least !== undefined && (then.least === undefined || now.least > then.least)) ||
  (now.most !== undefined && (then.most === undefined || now.most < then.most));

/** What would be unsafe of a column that is there. */
const harmOf = (then: StoredColumn, now: StoredColumn, isFilled: boolean): string | undefined => {
  if (then.kind !== now.kind)
    return `a ${then.kind} does not become a ${now.kind}: make a new column, write both, and copy by a migration that fills it`;
  const gone = (then.words ?? []).filter((word) => !now.words?.includes(word));
  if (gone.length > 0) return `rows may hold ${gone.map((word) => `'${word}'`).join(', ')}: keep the word, and write it no more`;
  if (now.required && !then.required && !isFilled) return 'rows may have no value, and would be set aside: fill them by a migration first';
  return outside(then, now) ? 'rows may hold a number outside its new bounds' : undefined;
};

const addition = (name: string, now: StoredColumn, isFilled: boolean): Omit<SchemaChange, 'list'> => ({
  what: `${name} is new`,
  ...(now.required && !isFilled
    ? { unsafe: 'rows that are there have no value, and would be set aside: let it be optional, or fill it by a migration' }
    : {}),
});

const difference = (name: string, then: StoredColumn, now: StoredColumn, isFilled: boolean): Omit<SchemaChange, 'list'> => {
  const harm = harmOf(then, now, isFilled);
  const isOfShape = same({ ...then, shape: '' }, { ...now, shape: '' });
  return {
    what: isOfShape
      ? `what ${name} holds is another (code that does not know a field sets the row aside: one release reads it before the next writes it)`
      : `${name} is another`,
    ...(harm === undefined ? {} : { unsafe: harm }),
  };
};

/** Every difference of what is stored, list by list. What is shown (labels, hints, views) is none. */
export const schemaChanges = (then: RecordedSchema, now: RecordedSchema, migrations: readonly Migration[]): readonly SchemaChange[] => {
  const newer = migrations.filter(({ version }) => version > then.version);
  return [...new Set([...Object.keys(then.lists), ...Object.keys(now.lists)])].flatMap((list): readonly SchemaChange[] => {
    const [before, after] = [then.lists[list], now.lists[list]];
    if (!before) return [{ list, what: 'the list is new' }];
    if (!after) return [{ list, what: 'the list is read by no code any more; it stays where it is' }];
    const filled = filledColumns(newer, list);
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name): readonly SchemaChange[] => {
      const [old, column] = [before[name], after[name]];
      if (!column) return [{ list, what: `${name} is read by no code any more; it stays where it is, with what it holds` }];
      if (!old) return [{ list, ...addition(name, column, filled.includes(name)) }];
      return same(old, column) ? [] : [{ list, ...difference(name, old, column, filled.includes(name)) }];
    });
  });
};

const howTo =
  "What to do: add a migration of this list to shared/src/lists/schema/migrations.ts (the next version, the list, and one sentence for the operator), then 'npm run schema'. docs/change.md tells which release may do what.";

/** Changes that no migration tells, or that running code would not bear, as sentences for whoever made them. */
export const schemaFaults = (then: RecordedSchema, now: RecordedSchema, migrations: readonly Migration[]): readonly string[] => {
  const needed = versionAfter(migrations);
  if (needed < then.version)
    return [`The record is of version ${then.version}, and the migrations end at ${needed}: a migration is never taken away.`];
  const newer = migrations.filter(({ version }) => version > then.version).map(({ list }) => list);
  return schemaChanges(then, now, migrations).flatMap(({ list, what, unsafe }) => {
    if (unsafe !== undefined) return [`${list}: ${what}. Not safe while code runs: ${unsafe}.`];
    return newer.includes(list) ? [] : [`${list}: ${what}, and no migration says so. ${howTo}`];
  });
};

/** What keeps the code's schema from being the recorded one; none where all is well. */
export const unrecorded = (then: RecordedSchema, now: RecordedSchema, migrations: readonly Migration[]): readonly string[] => {
  const faults = schemaFaults(then, now, migrations);
  if (faults.length > 0) return faults;
  const needed = versionAfter(migrations);
  const isRecorded = needed === then.version && schemaChanges(then, now, migrations).length === 0;
  return isRecorded ? [] : [`The schema is of version ${needed} and not recorded yet: 'npm run schema'.`];
};
