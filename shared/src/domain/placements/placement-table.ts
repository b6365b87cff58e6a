import type { LocalDate } from '../days/local-date.ts';
import { payerNames } from '../money/payer.ts';
import type { Placement } from './placement.ts';
import { endBandWords, registeredWords, reviewStandWords, standsWords, timeBandWords } from './placement-words.ts';
import { endBandOf, reviewStandOf, timeBandOf, weeksRun } from './watch.ts';

/** The columns of a file of placements. Days as YYYY-MM-DD, which every spreadsheet sorts. */
const placementColumns: readonly { readonly name: string; readonly of: (row: Placement, today: LocalDate) => string | number }[] = [
  { name: 'Order', of: ({ orderNumber }) => orderNumber },
  { name: 'Request', of: ({ ref }) => ref },
  { name: 'School or department', of: ({ buyerName }) => buyerName },
  { name: 'Provider', of: ({ providerName }) => providerName },
  { name: 'Registered school', of: (row) => registeredWords(row) },
  { name: 'Service', of: ({ serviceName }) => serviceName },
  { name: 'Lot', of: ({ lotName }) => lotName },
  { name: 'Pupil reference', of: ({ pupilRef }) => pupilRef },
  { name: 'Arranged by', of: ({ arrangedBy }) => (arrangedBy === 'council' ? 'The council' : 'The school') },
  { name: 'Paid by', of: ({ payer }) => payerNames[payer] },
  { name: 'Stands', of: (row) => standsWords(row) },
  { name: 'Hours a week', of: ({ hoursPerWeek }) => hoursPerWeek },
  { name: 'Sessions a week', of: ({ sessionsPerWeek }) => sessionsPerWeek },
  { name: 'Time', of: (row) => timeBandWords[timeBandOf(row)] },
  { name: 'Starts', of: ({ startsOn }) => startsOn },
  { name: 'Weeks so far', of: (row, today) => weeksRun(row, today) ?? '' },
  { name: 'Ends', of: ({ endsOn }) => endsOn },
  { name: 'End', of: (row, today) => endBandWords[endBandOf(row, today)] },
  { name: 'Review due by', of: ({ reviewDueOn = '' }) => reviewDueOn },
  { name: 'Review overdue', of: ({ reviewOverdue }) => (reviewOverdue ? 'Yes' : 'No') },
  { name: 'Last review', of: ({ lastReviewOn = '' }) => lastReviewOn },
  {
    name: 'Reviews',
    of: (row) => {
      const stand = reviewStandOf(row);
      return stand === undefined ? '' : reviewStandWords[stand];
    },
  },
];

/** Placements as rows of a sheet, the headings first. */
export const placementTable = (rows: readonly Placement[], today: LocalDate): readonly (readonly (string | number)[])[] => [
  placementColumns.map(({ name }) => name),
  ...rows.map((row) => placementColumns.map(({ of }) => of(row, today))),
];
