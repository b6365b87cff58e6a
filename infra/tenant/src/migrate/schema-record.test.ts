import { readFileSync } from 'node:fs';
import { choice, number, text } from '@ap/shared/lists/column';
import { type Columns, defineList, type ListDefinition } from '@ap/shared/lists/list';
import { register } from '@ap/shared/lists/register';
import { type Migration, versionAfter } from '@ap/shared/lists/schema/migration';
import { migrations } from '@ap/shared/lists/schema/migrations';
import { recordedSchemaPath } from '../project-paths.ts';
import { unrecorded } from './judge-schema.ts';
import { readRecord, recordText, schemaOf } from './recorded-schema.ts';

test('the schema of the lists is the one that was recorded: whoever changes it says by which migration', () => {
  const recorded = readRecord(readFileSync(recordedSchemaPath, 'utf8'));
  expect(unrecorded(recorded, schemaOf(register, versionAfter(migrations)), migrations)).toEqual([]);
});

test('the record can be read back', () => {
  const schema = schemaOf(register, 1);
  expect(readRecord(recordText(schema))).toEqual(schema);
  expect(() => readRecord('version 1\nnonsense')).toThrow('no column: nonsense');
});

const columns = {
  Title: text({ label: 'Visit', holds: 'none', required: true, indexed: true, unique: true }),
  State: choice(['open', 'closed'], { label: 'State', holds: 'none' }),
  Hours: number({ label: 'Hours', holds: 'none' }, { minimum: 0, maximum: 40 }),
};
const visits = (changed: Columns): ListDefinition =>
  defineList({ title: 'Visits', description: 'Visits.', handEdited: true, columns: changed, views: [] });
const before = schemaOf([visits(columns)], 1);
const step: Migration = { version: 2, list: 'Visits', what: 'For a test.' };
const filling = (column: string): Migration => ({ ...step, fill: { reads: [], writes: [column], of: () => ({}) } });
const faultsOf = (changed: Columns, steps: readonly Migration[] = []) => unrecorded(before, schemaOf([visits(changed)], 2), steps);
const note = text({ label: 'Note', holds: 'none' });
const { Hours: _hours, ...withoutHours } = columns;

test('a change of what is shown needs nothing', () => {
  expect(
    faultsOf({ ...columns, State: choice(['open', 'closed'], { label: 'How it stands', holds: 'none', hint: 'As it stands' }) }),
  ).toEqual([]);
});

test.each<[string, Columns, string]>([
  ['a new column', { ...columns, Note: note }, 'Note is new'],
  ['a new word', { ...columns, State: choice(['open', 'closed', 'lost'], { label: 'S', holds: 'none' }) }, 'State is another'],
  [
    'a new index',
    { ...columns, Hours: number({ label: 'H', holds: 'none', indexed: true }, { minimum: 0, maximum: 40 }) },
    'Hours is another',
  ],
  ['a column that is gone', withoutHours, 'Hours is read by no code any more'],
])('%s without a migration is refused, in words that say what to do; with one it is to be recorded', (_which, changed, what) => {
  const [fault, ...others] = faultsOf(changed);
  expect(others).toEqual([]);
  expect(fault).toContain(`Visits: ${what}`);
  expect(fault).toContain('What to do: add a migration of this list');
  expect(faultsOf(changed, [{ ...step, list: 'Orders' }])).toHaveLength(1);
  expect(faultsOf(changed, [step])).toEqual([expect.stringContaining("'npm run schema'")]);
});

test.each<[string, Columns, string]>([
  ['another type', { ...columns, Hours: text({ label: 'H', holds: 'none' }) }, 'make a new column, write both, and copy'],
  ['a word taken away', { ...columns, State: choice(['open'], { label: 'S', holds: 'none' }) }, "rows may hold 'closed'"],
  ['narrower bounds', { ...columns, Hours: number({ label: 'H', holds: 'none' }, { minimum: 0, maximum: 20 }) }, 'outside its new bounds'],
  [
    'a required column that is empty in every row',
    { ...columns, Note: text({ label: 'N', holds: 'none', required: true }) },
    'let it be optional',
  ],
  [
    'a column that becomes required',
    { ...columns, State: choice(['open', 'closed'], { label: 'S', holds: 'none', required: true }) },
    'fill them',
  ],
])('%s is not safe under running code, whatever the migrations say', (_which, changed, why) => {
  expect(faultsOf(changed, [step])).toEqual([expect.stringContaining(why)]);
});

test('a required column may come where a migration fills it', () => {
  const changed = { ...columns, Note: text({ label: 'N', holds: 'none', required: true }) };
  expect(faultsOf(changed, [filling('Note')])).toEqual([expect.stringContaining("'npm run schema'")]);
});

test('a migration is never taken away, and comes in order', () => {
  expect(unrecorded({ ...before, version: 3 }, before, [step])).toEqual([expect.stringContaining('never taken away')]);
  expect(() => versionAfter([{ ...step, version: 3 }])).toThrow('2 comes next');
});
