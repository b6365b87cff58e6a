import { replayOf, seal, unwritten } from '../call-off/aggregate.ts';
import type { CallOff } from '../call-off/call-off.ts';
import type { Command } from '../call-off/decision.ts';
import { addDays, compareDates, formatDate, type LocalDate, toLondonDate } from '../days/local-date.ts';
import { calendarKnown, schoolDaysBetween, type TermDates } from '../days/term-dates.ts';
import { runsOrders, whyNotNote } from '../orders/order-life.ts';
import type { Membership } from '../people/membership.ts';
import { personKey } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import {
  type HeldReview,
  type OrderReviews,
  orderReviewsRef,
  type ReviewsDecision,
  type ReviewWork,
  reviewDecisionWords,
  reviewParticipants,
} from './order-reviews.ts';
import { type ReviewedOrder, type ReviewStanding, reviewStanding, reviewsDue } from './review-schedule.ts';

/** More than a placement of a year can need; what a record holds must have an end. */
export const mostReviews = 30;

export type RecordReview = Command & HeldReview;

const begun = (callOff: CallOff, orderNumber: string): OrderReviews => ({
  ...unwritten,
  ref: orderReviewsRef(callOff.ref),
  callOffRef: callOff.ref,
  orderNumber,
  buyerRef: callOff.request.buyerRef,
  providerRef: callOff.providerRef,
  serviceRef: callOff.request.serviceRef,
  reviews: [],
  remindedOf: [],
});

const full = (): Refusal => refused('record-full', 'There is no room left for another review of this order.');

/**
 * R5: records a review that was held with the provider, by somebody of the school that placed the pupil. Each is kept; none is changed afterwards. It may be
 * recorded after the placement has ended, for the last one is often held on its last day.
 */
export const recordReview = (
  present: OrderReviews | undefined,
  command: RecordReview,
  callOff: CallOff,
  members: readonly Membership[],
): ReviewsDecision => {
  const replay = present && replayOf<OrderReviews, ReviewWork>(present, command);
  if (replay) return replay;
  const { order } = callOff;
  if (!runsOrders(callOff, members, command.by))
    return refused('not-yours', `Only ${callOff.buyerName} can record a review: it placed the pupil.`);
  if (order?.startedOn === undefined)
    return refused('order-not-in-this-state', 'The placement has not started: there is nothing to review yet.');
  const { heldOn, participants, progress, decision, note } = command;
  const today = toLondonDate(command.now);
  if (compareDates(heldOn, order.startedOn) < 0 || compareDates(heldOn, today) > 0)
    return refused('dates-not-allowed', 'Enter the day on which the review was held: from the start of the placement to today.', '/heldOn');
  const state = present ?? begun(callOff, order.number);
  if (state.reviews.some((each) => each.heldOn === heldOn))
    return refused('dates-not-allowed', `A review of ${formatDate(heldOn)} is recorded already.`, '/heldOn');
  if (!participants.includes('school') || !participants.includes('provider'))
    return refused(
      'review-incomplete',
      'A review is held by the school with the provider. Mark both, and who else took part.',
      '/participants',
    );
  const refusal = whyNotNote(note, '/note');
  if (refusal) return refusal;
  if (state.reviews.length >= mostReviews) return full();
  const text = note?.trim() || undefined;
  const review = {
    heldOn,
    participants: reviewParticipants.filter((role) => participants.includes(role)),
    progress,
    decision,
    ...(text === undefined ? {} : { note: text }),
    recordedBy: command.by.name,
    recordedAt: command.now,
  };
  const sealed = seal<OrderReviews, ReviewWork>(
    {
      state: { ...state, reviews: [...state.reviews, review].sort((a, b) => compareDates(a.heldOn, b.heldOn)) },
      what: `Review of ${formatDate(heldOn)}: ${reviewDecisionWords[decision].toLowerCase()}`,
      works: [{ kind: 'record-audit', action: 'review-recorded', actor: personKey(command.by) }],
    },
    command,
  );
  return sealed ?? full();
};

/** R5: the reviews of an order as they stand on a day. */
export const standingOf = (
  callOff: ReviewedOrder,
  reviews: OrderReviews | undefined,
  termDates: readonly TermDates[],
  today: LocalDate,
): ReviewStanding =>
  reviewStanding(
    reviewsDue(callOff, termDates),
    (reviews?.reviews ?? []).map(({ heldOn }) => heldOn),
    today,
  );

/** R5: reminds the school of a review, once for each due day and from that day on, by the clock. Refused where none is due or it was reminded. */
export const remindOfReview = (
  present: OrderReviews | undefined,
  command: Command,
  callOff: CallOff,
  termDates: readonly TermDates[],
): ReviewsDecision => {
  const replay = present && replayOf<OrderReviews, ReviewWork>(present, command);
  if (replay) return replay;
  const { order } = callOff;
  const today = toLondonDate(command.now);
  const dueOn = standingOf(callOff, present, termDates, today).next?.dueOn;
  if (order === undefined || dueOn === undefined || dueOn > today || present?.remindedOf.includes(dueOn))
    return refused('order-not-in-this-state', 'No review of this order is due of which the school was not reminded.');
  const state = present ?? begun(callOff, order.number);
  const sealed = seal<OrderReviews, ReviewWork>(
    {
      state: { ...state, remindedOf: [...state.remindedOf, dueOn] },
      what: `Reminded of the review due by ${formatDate(dueOn)}`,
      works: [
        { kind: 'record-audit', action: 'review-reminded', actor: personKey(command.by) },
        { kind: 'remind-of-review', dueOn },
      ],
    },
    command,
  );
  return sealed ?? full();
};

/**
 * Whether so many school days have gone by since the day of a review that was not held: itself a school day. Where the calendar cannot speak for today
 * nothing is counted.
 */
const longOverdue = (dueOn: LocalDate, today: LocalDate, termDates: readonly TermDates[], schoolDays: number): boolean =>
  calendarKnown(termDates, today) && schoolDaysBetween(termDates, addDays(dueOn, 1), today) >= schoolDays;

/** The due day of a review of whose lateness the contacts of the school are to be told now. */
export const toEscalate = (
  callOff: ReviewedOrder,
  reviews: OrderReviews | undefined,
  termDates: readonly TermDates[],
  today: LocalDate,
  schoolDays: number,
): LocalDate | undefined => {
  const { next, overdue } = standingOf(callOff, reviews, termDates, today);
  return overdue && next && !reviews?.escalatedOf?.includes(next.dueOn) && longOverdue(next.dueOn, today, termDates, schoolDays)
    ? next.dueOn
    : undefined;
};

/** R5: tells the contacts of the school of a review that is overdue for the school days in Settings, once for each due day. */
export const escalateReview = (
  present: OrderReviews | undefined,
  command: Command,
  callOff: CallOff,
  termDates: readonly TermDates[],
  schoolDays: number,
): ReviewsDecision => {
  const replay = present && replayOf<OrderReviews, ReviewWork>(present, command);
  if (replay) return replay;
  const dueOn = toEscalate(callOff, present, termDates, toLondonDate(command.now), schoolDays);
  if (callOff.order === undefined || dueOn === undefined)
    return refused('order-not-in-this-state', 'No review of this order is overdue for so long of which the school was not told.');
  const state = present ?? begun(callOff, callOff.order.number);
  const sealed = seal<OrderReviews, ReviewWork>(
    {
      state: { ...state, escalatedOf: [...(state.escalatedOf ?? []), dueOn] },
      what: `The contacts of the school were told of the review due by ${formatDate(dueOn)}`,
      works: [
        { kind: 'record-audit', action: 'review-escalated', actor: personKey(command.by) },
        { kind: 'tell-contacts-of-review', dueOn },
      ],
    },
    command,
  );
  return sealed ?? full();
};
