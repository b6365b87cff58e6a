import { checkedImport, cleanImport, importId, rowWithError, runningImport } from '../../sample-imports.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const begin = areaAt({ at: 'imports' });
const one = areaAt({ at: 'import', importId });
const answering = (getImport: NonNullable<Answers['getImport']>): Answers => ({ ...asCommissioner, getImport });

const manyErrors = Array.from({ length: 60 }, (_, index) => rowWithError(index + 2));
const nothing = { new: 0, changed: 0, same: 45, conflict: 0, error: 0 };

export const importExhibits: readonly Exhibit[] = [
  { name: 'import', ...begin, answers: asCommissioner, shows: 'Check the file' },
  { name: 'import, no file', ...begin, answers: asCommissioner, press: 'Check the file', shows: 'There is a problem' },
  { name: 'import, checked', ...one, answers: answering(() => checkedImport()), shows: 'Leave out the 2 rows with errors' },
  {
    name: 'import, checked, not confirmed',
    ...one,
    answers: answering(() => checkedImport()),
    press: 'Import 42 rows',
    shows: 'There is a problem',
  },
  { name: 'import, checked, confirming', ...one, answers: answering(() => cleanImport()), press: 'Import 42 rows', shows: 'Go back' },
  {
    name: 'import, checked, all wrong',
    ...one,
    answers: answering(() => checkedImport({ counts: { new: 0, changed: 0, same: 0, conflict: 0, error: 240 }, rows: manyErrors })),
    shows: 'The first 60 of 240 rows are shown',
  },
  {
    name: 'import, checked, a sheet that cannot be read',
    ...one,
    answers: answering(() =>
      checkedImport({
        rows: [],
        counts: { ...nothing, same: 0 },
        sheetErrors: [
          {
            sheet: 'Providers',
            row: 1,
            address: 'Providers!A1',
            heading: 'Reference',
            value: '',
            sentence: 'Add the column Reference: every row needs one',
          },
        ],
      }),
    ),
    shows: 'This file cannot be imported yet',
  },
  {
    name: 'import, checked, nothing new',
    ...one,
    answers: answering(() => checkedImport({ rows: [], counts: nothing })),
    shows: 'This file changes nothing',
  },
  { name: 'import, running', ...one, answers: answering(() => runningImport(1_240)), shows: '1,240 of 5,000 rows done' },
  {
    name: 'import, running, stopping it',
    ...one,
    answers: answering(() => runningImport(1_240)),
    press: 'Stop the import',
    shows: 'Let it go on',
  },
  {
    name: 'import, paused',
    ...one,
    answers: answering(() => runningImport(1_240, { pausedUntil: '2027-03-02T09:47:00Z' }, 'paused')),
    shows: 'asked to wait until 9:47am',
  },
  {
    name: 'import, being stopped',
    ...one,
    answers: answering(() => runningImport(1_240, { stoppedBy: 'Sam Oduya', stoppedAt: '2027-03-02T09:47:00Z' }, 'stopping')),
    shows: 'It is being stopped',
  },
  {
    name: 'import, finished',
    ...one,
    answers: answering(() => ({
      ...runningImport(
        5_000,
        {
          created: 4_990,
          finishedAt: '2027-03-02T09:59:00Z',
          notWritten: [
            {
              sheet: 'Providers',
              row: 77,
              ref: 'P-0077',
              sentence: 'Somebody changed this row after the file was checked: it was left as it is. Check the file again.',
            },
          ],
        },
        'finished',
      ),
      counts: { new: 5_000, changed: 0, same: 0, conflict: 0, error: 1 },
      rows: [rowWithError(3)],
    })),
    shows: 'The import has finished',
  },
  {
    name: 'import, stopped',
    ...one,
    answers: answering(() =>
      runningImport(1_260, { stoppedBy: 'Sam Oduya', stoppedAt: '2027-03-02T09:47:00Z', finishedAt: '2027-03-02T09:47:05Z' }, 'finished'),
    ),
    shows: 'The import was stopped',
  },
  ...waitingAndFailing({ name: 'import', ...one, answers: answering(() => checkedImport()) }, 'getImport', 'Loading this import'),
];
