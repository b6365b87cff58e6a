import { formatDate, type LocalDate } from '../days/local-date.ts';
import type { Placement } from './placement.ts';
import { type AgeBand, ageBandOf, type EndBand, type ReviewStand, type TimeBand, weeksRun } from './watch.ts';

export const placementStateWords: Readonly<Record<Placement['state'], string>> = {
  accepted: 'To start',
  active: 'Running',
  paused: 'Paused by the school',
  'notice-given': 'Notice given',
};

/** What stands in place of the state of a placement whose provider is on hold. */
export const heldWords = 'Provider paused';

/** How a placement stands; a hold on its provider is told first. */
export const standsWords = ({ state, held }: Pick<Placement, 'state' | 'held'>): string => (held ? heldWords : placementStateWords[state]);

export const ageBandWords: Readonly<Record<AgeBand, string>> = {
  'to-start': 'To start',
  late: 'Not started on its first day',
  'to-6': 'Less than 6 weeks',
  'to-12': '6 to 12 weeks',
  'over-12': '12 weeks and more',
};

/** How many weeks a placement has run, for a table. */
export const weeksWords = (placement: Pick<Placement, 'state' | 'startsOn'>, today: LocalDate): string => {
  const weeks = weeksRun(placement, today);
  if (weeks === undefined) return ageBandWords[ageBandOf(placement, today)];
  return weeks === 1 ? '1 week' : `${weeks} weeks`;
};

export const endBandWords: Readonly<Record<EndBand, string>> = {
  past: 'Past its last day',
  near: 'Within four weeks',
  later: 'Later',
};

export const reviewStandWords: Readonly<Record<ReviewStand, string>> = {
  overdue: 'Overdue',
  none: 'None held yet',
  held: 'Held',
};

export const timeBandWords: Readonly<Record<TimeBand, string>> = {
  full: 'Full-time (10 sessions a week)',
  part: 'Part-time',
};

export const registeredWords = ({ registeredSchool }: Pick<Placement, 'registeredSchool'>): string =>
  registeredSchool === undefined ? 'Not known' : registeredSchool ? 'Registered school' : 'Not a registered school';

/** When a placement is to be reviewed (R5). */
export const reviewWords = ({ reviewDueOn, reviewOverdue }: Pick<Placement, 'reviewDueOn' | 'reviewOverdue'>): string =>
  reviewDueOn === undefined ? '' : `${reviewOverdue ? 'Overdue since' : 'Due by'} ${formatDate(reviewDueOn, 'short')}`;
