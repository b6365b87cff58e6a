import { addDays, daysBetween, type LocalDate } from '../days/local-date.ts';
import { fullWeekSessions } from '../days/weekly-pattern.ts';
import type { Placement } from './placement.ts';

/** How long a placement has run. `late`: its first day is over, and nobody has recorded a start. */
export const ageBands = ['to-start', 'late', 'to-6', 'to-12', 'over-12'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Where the last day of a placement lies; near is within four weeks. */
export const endBands = ['past', 'near', 'later'] as const;
export type EndBand = (typeof endBands)[number];
const nearDays = 28;

/** R5: whether its reviews are held. `none`: it runs, and none was held yet. */
export const reviewStands = ['overdue', 'none', 'held'] as const;
export type ReviewStand = (typeof reviewStands)[number];

export const timeBands = ['full', 'part'] as const;
export type TimeBand = (typeof timeBands)[number];

/** Whole weeks since the start, by the day; `undefined` as long as it has not started. */
export const weeksRun = ({ state, startsOn }: Pick<Placement, 'state' | 'startsOn'>, today: LocalDate): number | undefined =>
  state === 'accepted' ? undefined : Math.max(0, Math.floor(daysBetween(startsOn, today) / 7));

/** R11 asks for attention from twelve weeks on; six are half of that. */
export const ageBandOf = (placement: Pick<Placement, 'state' | 'startsOn'>, today: LocalDate): AgeBand => {
  const weeks = weeksRun(placement, today);
  if (weeks === undefined) return placement.startsOn < today ? 'late' : 'to-start';
  return weeks < 6 ? 'to-6' : weeks < 12 ? 'to-12' : 'over-12';
};

export const endBandOf = ({ endsOn }: Pick<Placement, 'endsOn'>, today: LocalDate): EndBand =>
  endsOn < today ? 'past' : endsOn <= addDays(today, nearDays) ? 'near' : 'later';

/** `undefined` where it has not started and no review is due. */
export const reviewStandOf = ({
  state,
  reviewOverdue,
  lastReviewOn,
}: Pick<Placement, 'state' | 'reviewOverdue' | 'lastReviewOn'>): ReviewStand | undefined => {
  if (reviewOverdue) return 'overdue';
  if (lastReviewOn !== undefined) return 'held';
  return state === 'accepted' ? undefined : 'none';
};

/** R26: a whole week of school is ten sessions. */
export const timeBandOf = ({ sessionsPerWeek }: Pick<Placement, 'sessionsPerWeek'>): TimeBand =>
  sessionsPerWeek >= fullWeekSessions ? 'full' : 'part';
