import type { Placement } from '../../contract/placements.ts';
import { formatDate } from '../../domain/days/local-date.ts';

export const placementStateWords: Readonly<Record<Placement['state'], string>> = {
  accepted: 'To start',
  active: 'Running',
  paused: 'Paused by the school',
  'notice-given': 'Notice given',
};

/** How a placement stands; a hold on its provider is told first. */
export const standsWords = ({ state, held }: Placement): string => (held ? 'Provider paused' : placementStateWords[state]);

/** When a placement is to be reviewed (R5). */
export const reviewWords = ({ reviewDueOn, reviewOverdue }: Placement): string =>
  reviewDueOn === undefined ? '' : `${reviewOverdue ? 'Overdue since' : 'Due by'} ${formatDate(reviewDueOn, 'short')}`;

/** What narrows a list of placements; '' is everything. */
export interface PlacementFilter {
  readonly words: string;
  readonly stands: string;
  readonly review: '' | 'overdue';
}

/** The placements that a filter leaves: every word is found in the names, the order number or the reference. */
export const filtered = (rows: readonly Placement[], { words, stands, review }: PlacementFilter): readonly Placement[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = [row.buyerName, row.providerName, row.serviceName, row.lotName, row.orderNumber, row.pupilRef].join(' ').toLowerCase();
    return (
      wanted.every((word) => text.includes(word)) && (stands === '' || standsWords(row) === stands) && (review === '' || row.reviewOverdue)
    );
  });
};

const headings = [
  'Order',
  'Request',
  'School or department',
  'Provider',
  'Service',
  'Lot',
  'Pupil reference',
  'Arranged by',
  'Stands',
  'Hours a week',
  'Starts',
  'Ends',
  'Review due by',
  'Review overdue',
  'Last review',
];

/** Placements as rows of a sheet, the headings first. Days as YYYY-MM-DD, which every spreadsheet sorts. */
export const placementTable = (rows: readonly Placement[]): readonly (readonly (string | number)[])[] => [
  headings,
  ...rows.map((row) => [
    row.orderNumber,
    row.ref,
    row.buyerName,
    row.providerName,
    row.serviceName,
    row.lotName,
    row.pupilRef,
    row.arrangedBy === 'council' ? 'The council' : 'The school',
    standsWords(row),
    row.hoursPerWeek,
    row.startsOn,
    row.endsOn,
    row.reviewDueOn ?? '',
    row.reviewOverdue ? 'Yes' : 'No',
    row.lastReviewOn ?? '',
  ]),
];
