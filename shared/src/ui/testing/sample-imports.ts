import type { ImportReply } from '../../contract/imports.ts';

export const importId = '0123456789abcdef0123456789abcdef';

type Row = ImportReply['rows'][number];

const row = (outcome: Row['outcome'], number: number, more: Partial<Row> = {}): Row => ({
  kind: 'providers',
  sheet: 'Providers',
  row: number,
  ref: `P-${String(number).padStart(4, '0')}`,
  outcome,
  changes: [],
  errors: [],
  ...more,
});

export const rowWithError = (number: number): Row =>
  row('error', number, {
    errors: [
      {
        sheet: 'Providers',
        row: number,
        address: `Providers!H${number}`,
        heading: 'Phone',
        value: 'none',
        sentence: 'Enter a phone number, such as 01305 000000',
      },
    ],
  });

const changedRow = (outcome: 'changed' | 'conflict', number: number): Row =>
  row(outcome, number, { changes: [{ heading: 'Phone', from: '01305 000000', to: '01305 555 0199' }] });

/** A checked file with 42 rows to write, two with errors, one that was changed here too. */
export const checkedImport = (changes: Partial<ImportReply> = {}): ImportReply => ({
  importId,
  fileName: 'autumn providers.xlsx',
  checkedAt: '2027-03-02T09:40:00Z',
  expiresAt: '2027-03-03T09:40:00Z',
  state: 'checked',
  sheets: [{ name: 'Providers', kind: 'providers', rows: 50, left: ['Notes'] }],
  aside: ['Contents'],
  sheetErrors: [],
  counts: { new: 40, changed: 2, same: 5, conflict: 1, error: 2 },
  rows: [
    rowWithError(3),
    rowWithError(9),
    changedRow('conflict', 12),
    changedRow('changed', 14),
    changedRow('changed', 15),
    row('new', 20),
  ],
  ...changes,
});

/** The same without errors and conflicts. */
export const cleanImport = (changes: Partial<ImportReply> = {}): ImportReply =>
  checkedImport({ counts: { new: 42, changed: 0, same: 0, conflict: 0, error: 0 }, rows: [row('new', 2), row('new', 3)], ...changes });

type Progress = NonNullable<ImportReply['progress']>;

export const runningImport = (done: number, changes: Partial<Progress> = {}, state: ImportReply['state'] = 'running'): ImportReply =>
  cleanImport({
    state,
    progress: { total: 5_000, done, left: 5_000 - done, created: done, updated: 0, alreadyThere: 0, notWritten: [], ...changes },
  });
