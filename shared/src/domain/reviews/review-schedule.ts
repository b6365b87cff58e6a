import type { CallOff } from '../call-off/call-off.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { TermDates } from '../days/term-dates.ts';
import { plannedParts, stoppedFrom } from '../orders/order-plan.ts';
import { halfTermsOf } from './half-terms.ts';

/** A review that a placement needs: from when on one counts for it, and by when it is to be held. Both are school days of one half-term. */
export interface DueReview {
  readonly from: LocalDate;
  readonly dueOn: LocalDate;
}

/** What of a call-off says when its reviews are due. */
export type ReviewedOrder = Pick<CallOff, 'request' | 'order' | 'hold'>;

/** A first half-term with fewer school days than this asks for no review of its own: there is nothing to look at yet. The product's own rule. */
export const fewestDaysToReview = 10;

/**
 * R5: the reviews that the placement of an order needs, one in each half-term in which pupils are planned to be there, by the last such day. Nothing is
 * due before the placement starts, for a half-term that lies wholly in a break, or from the day on which it was paused, by a break or for a hold (R19).
 */
export const reviewsDue = (callOff: ReviewedOrder, termDates: readonly TermDates[]): readonly DueReview[] => {
  const { order } = callOff;
  if (order?.startedOn === undefined) return [];
  const { startedOn } = order;
  const stopped = stoppedFrom(callOff);
  const lastDay = order.end?.on ?? order.notice?.lastDay;
  const isPlanned = (day: LocalDate): boolean =>
    day >= startedOn &&
    (stopped === undefined || day < stopped) &&
    (lastDay === undefined || day <= lastDay) &&
    plannedParts(callOff).some(({ from, to }) => from <= day && day <= to);
  const taught = halfTermsOf(termDates).flatMap((days) => {
    const there = days.filter(isPlanned);
    const [from, dueOn] = [there[0], there.at(-1)];
    return from === undefined || dueOn === undefined ? [] : [{ from, dueOn, days: there.length }];
  });
  return taught
    .filter(({ days }, index) => index > 0 || taught.length === 1 || days >= fewestDaysToReview)
    .map(({ from, dueOn }) => ({ from, dueOn }));
};

/** Where the reviews of a placement stand on a day. */
export interface ReviewStanding {
  /** The earliest one that is still to be held; absent when all are. */
  readonly next?: DueReview | undefined;
  /** Whether its day has passed. */
  readonly overdue: boolean;
  /** How many were due up to today, and for how many of these a review was held by its day. */
  readonly due: number;
  readonly heldInTime: number;
}

/**
 * Which reviews are covered by those that were held. One that is held late makes good all that were missed before it, and not the one of its own
 * half-term as well: otherwise nobody would look again for nearly a term.
 */
export const reviewStanding = (schedule: readonly DueReview[], heldOn: readonly LocalDate[], today: LocalDate): ReviewStanding => {
  let open: readonly DueReview[] = schedule;
  let heldInTime = 0;
  for (const day of [...heldOn].sort()) {
    const missed = open.filter(({ dueOn }) => dueOn < day);
    // Where none was missed, every one that is open is due on this day or later.
    const current = open.find(({ from }) => from <= day);
    if (missed.length > 0) open = open.filter((each) => !missed.includes(each));
    else if (current) {
      open = open.filter((each) => each !== current);
      if (current.dueOn <= today) heldInTime += 1;
    }
  }
  const next = open[0];
  return {
    next,
    overdue: next !== undefined && next.dueOn < today,
    due: schedule.filter(({ dueOn }) => dueOn <= today).length,
    heldInTime,
  };
};
