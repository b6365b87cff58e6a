import type { CallOff } from '../call-off/call-off.ts';
import type { Command, Decision } from '../call-off/decision.ts';
import { addDays, compareDates, formatDate, type LocalDate } from '../days/local-date.ts';
import { formatMoney } from '../money/money.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { Buyer } from '../register/buyer.ts';
import { earliestLastDay, withoutChange } from './change-order.ts';
import { type NoticeGiver, type Order, type OrderEnd, orderIsOver } from './order.ts';
import { type DestinationCode, type EndAtOnceReason, endReasonWords, type ObjectivesMet } from './order-end.ts';
import { changeOrder, type OrderLifeFacts, openOrder, whyNotNote, whyNotReason } from './order-life.ts';
import { cutAfter, type OrderPlan, plannedEnd, plannedParts, plannedStart, pricePlan } from './order-plan.ts';

export interface NoticeCommand extends Command {
  readonly giver: NoticeGiver;
  readonly lastDay: LocalDate;
  readonly reason: string;
}

/** Notice ends a placement on a day, so many school days from now at the earliest: until then it runs and is owed. */
export const giveNotice = (present: CallOff, command: NoticeCommand, facts: OrderLifeFacts): Decision => {
  const open = openOrder(present, 'give-notice', command, facts.buyerMembers);
  if (!open.ok) return open;
  const missing = whyNotReason(command.reason, 'Enter why the placement ends.');
  if (missing) return missing;
  const end = plannedEnd(present);
  if (compareDates(command.lastDay, end) >= 0)
    return refused('dates-not-allowed', `The placement ends on ${formatDate(end)} anyway. Enter an earlier day.`, '/lastDay');
  const earliest = earliestLastDay(open.today, facts.noticeSchoolDays, facts, end);
  if (compareDates(command.lastDay, earliest) < 0)
    return refused(
      'notice-too-short',
      `With ${facts.noticeSchoolDays} school days of notice the last day is ${formatDate(earliest)} at the earliest. To end it sooner, end it at once and say why.`,
      '/lastDay',
    );
  const cut = planTo(present, open.order, command.lastDay, facts);
  if (!cut.ok) return cut;
  return changeOrder(present, command, {
    order: {
      ...withoutChange(open.order),
      state: 'notice-given',
      plan: cut.plan,
      notice: { by: command.giver, givenOn: open.today, lastDay: command.lastDay, reason: command.reason },
    },
    what: `Notice given by the ${command.giver}: last day ${formatDate(command.lastDay)}`,
    action: 'order-notice-given',
    news: 'notice-given',
    comment: command.reason,
  });
};

/** The plan up to a last day; days of a pause that has not ended are not owed. */
const planTo = (
  present: CallOff,
  order: Order,
  lastDay: LocalDate,
  { buyer }: { readonly buyer: Pick<Buyer, 'termDates'> },
): { readonly ok: true; readonly plan: OrderPlan } | Refusal => {
  const planned = plannedParts(present);
  const taught = order.pausedFrom === undefined ? planned : cutAfter(planned, addDays(order.pausedFrom, -1));
  return pricePlan(cutAfter(taught, lastDay), present.price, buyer.termDates);
};

/** The day after the last day of notice the placement has ended. By the clock; it decides nothing that a person did not. */
export const finishNotice = (present: CallOff, command: Command): Decision => {
  const open = openOrder(present, 'finish-notice', command, 'the-clock');
  if (!open.ok) return open;
  const { notice } = open.order;
  if (!notice || compareDates(open.today, notice.lastDay) <= 0)
    return refused('order-not-in-this-state', 'The notice has not run out yet.');
  return changeOrder(present, command, {
    order: { ...open.order, state: 'ended', end: { on: notice.lastDay, reason: 'notice-worked' } },
    what: `Ended on ${formatDate(notice.lastDay)}, the last day of notice`,
    action: 'order-notice-over',
    news: 'ended',
  });
};

/** The order as its school leaves it that ends it because its provider was held (R19): never begun, it is cancelled; begun, nothing is owed after today. */
export const endedByHold = (present: CallOff, order: Order, today: LocalDate, termDates: Buyer['termDates']): Order => {
  if (orderIsOver(order.state)) return order;
  if (order.startedOn === undefined) return { ...withoutChange(order), state: 'cancelled' };
  const cut = planTo(present, order, today, { buyer: { termDates } });
  // Without a calendar the plan stays: an end that protects a child never waits for a sum.
  return { ...withoutChange(order), state: 'ended', ...(cut.ok ? { plan: cut.plan } : {}), end: { on: today, reason: 'provider-held' } };
};

interface Told {
  readonly note?: string | undefined;
  readonly destination?: DestinationCode | undefined;
  readonly objectives?: ObjectivesMet | undefined;
  readonly finalReviewOn?: LocalDate | undefined;
}

export interface EndCommand extends Command, Told {
  readonly lastDay: LocalDate;
  readonly reason: EndAtOnceReason;
}

/** Ends a placement at once, for one of the reasons that need no notice. Nothing is owed for days after the last one. */
export const endOrder = (present: CallOff, command: EndCommand, facts: OrderLifeFacts): Decision => {
  const open = openOrder(present, 'end', command, facts.buyerMembers);
  if (!open.ok) return open;
  const { lastDay, reason } = command;
  const refusal = whyNotTold(command, open.today);
  if (refusal) return refusal;
  if (compareDates(lastDay, open.today) > 0 || compareDates(lastDay, plannedStart(present)) < 0)
    return refused('dates-not-allowed', 'Enter the last day on which the pupil was there: from the start to today.', '/lastDay');
  const cut = planTo(present, open.order, lastDay, facts);
  if (!cut.ok) return cut;
  return changeOrder(present, command, {
    order: { ...withoutChange(open.order), state: 'ended', plan: cut.plan, end: { on: lastDay, reason, ...toldOf(command) } },
    what: `Ended on ${formatDate(lastDay)}: ${endReasonWords[reason].toLowerCase()}`,
    action: 'order-ended-early',
    news: 'ended',
    comment: command.note,
  });
};

export interface CompleteCommand extends Command, Required<Pick<Told, 'destination' | 'objectives' | 'finalReviewOn'>>, Pick<Told, 'note'> {
  readonly destination: DestinationCode;
  readonly objectives: ObjectivesMet;
  readonly finalReviewOn: LocalDate;
}

/** The placement has run to its planned end, with its final review held and its outcome recorded (R5, row 59). */
export const completeOrder = (present: CallOff, command: CompleteCommand, facts: OrderLifeFacts): Decision => {
  const open = openOrder(present, 'complete', command, facts.buyerMembers);
  if (!open.ok) return open;
  const end = plannedEnd(present);
  if (compareDates(open.today, end) < 0)
    return refused('dates-not-allowed', `The placement is planned to ${formatDate(end)}. To end it sooner, give notice or end it.`);
  if (open.order.change) return refused('order-change-waits', 'A change of this order waits for approval. Decide it first.');
  const refusal = whyNotTold(command, open.today);
  if (refusal) return refusal;
  return changeOrder(present, command, {
    order: { ...open.order, state: 'completed', end: { on: end, reason: 'ran-to-its-end', ...toldOf(command) } },
    what: `Complete: ran to ${formatDate(end)}`,
    action: 'order-completed',
    news: 'completed',
    comment: command.note,
  });
};

/** A review is not held in days to come, and a note names no pupil. */
const whyNotTold = ({ note, finalReviewOn }: Told, today: LocalDate): Refusal | undefined =>
  whyNotNote(note, '/note') ??
  (compareDates(finalReviewOn ?? today, today) > 0
    ? refused('dates-not-allowed', 'Enter the day on which the review was held: not one to come.', '/finalReviewOn')
    : undefined);

const toldOf = ({ note, destination, objectives, finalReviewOn }: Told): Omit<OrderEnd, 'on' | 'reason'> => ({
  ...(note?.trim() ? { note } : {}),
  ...(destination === undefined ? {} : { destination }),
  ...(objectives === undefined ? {} : { objectives }),
  ...(finalReviewOn === undefined ? {} : { finalReviewOn }),
});

export interface CancelCommand extends Command {
  readonly reason: string;
}

/** The school takes an order back before the pupil starts: nothing is owed. */
export const cancelOrder = (present: CallOff, command: CancelCommand, facts: Pick<OrderLifeFacts, 'buyerMembers'>): Decision => {
  const open = openOrder(present, 'cancel', command, facts.buyerMembers);
  if (!open.ok) return open;
  const missing = whyNotReason(command.reason, 'Enter why the order is cancelled.');
  if (missing) return missing;
  return changeOrder(present, command, {
    order: { ...withoutChange(open.order), state: 'cancelled' },
    what: `Cancelled before the start: ${formatMoney(present.price.gross)} is not owed`,
    action: 'order-cancelled',
    news: 'cancelled',
    comment: command.reason,
  });
};
