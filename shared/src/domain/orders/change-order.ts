import type { CallOff } from '../call-off/call-off.ts';
import type { Command, Decision } from '../call-off/decision.ts';
import { addDays, compareDates, formatDate, type LocalDate } from '../days/local-date.ts';
import { isSchoolDay } from '../days/term-dates.ts';
import type { WeeklyPattern } from '../days/weekly-pattern.ts';
import { formatMoney } from '../money/money.ts';
import { personKey } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import { lotExpiry } from '../register/lot.ts';
import type { Order, OrderChangeKind } from './order.ts';
import {
  approvedGross,
  changeOrder,
  type LiveOrder,
  type OrderLifeFacts,
  openOrder,
  stepsForChange,
  whyHeld,
  whyNotMoreOf,
  whyNotReason,
} from './order-life.ts';
import {
  changedFrom,
  cutAfter,
  cutBefore,
  type OrderPlan,
  plannedEnd,
  plannedParts,
  presentTotals,
  pricePlan,
  whyNotFrom,
} from './order-plan.ts';

export interface VaryCommand extends Command {
  /** The first day of the new pattern. */
  readonly from: LocalDate;
  readonly pattern: WeeklyPattern;
  readonly reason: string;
}

/**
 * Another weekly pattern from a day on, to the planned end (row 45; R33: logged with its reason). The money is counted again at the frozen rate. Dearer
 * than what was approved, it waits for approval; otherwise it holds at once.
 */
export const varyOrder = (present: CallOff, command: VaryCommand, facts: OrderLifeFacts): Decision => {
  const open = openOrder(present, 'vary', command, facts.buyerMembers);
  if (!open.ok) return open;
  const end = plannedEnd(present);
  const refusal =
    whyNotChange(open, command.reason) ??
    whyNotAhead(command.from, open, '/from') ??
    whyNotFrom(present.price.unit, command.from, '/from') ??
    (compareDates(command.from, end) > 0
      ? refused('dates-not-allowed', `The placement is planned to ${formatDate(end)}.`, '/from')
      : undefined);
  if (refusal) return refusal;
  const before = plannedParts(present);
  const parts = changedFrom(before, { from: command.from, to: end, pattern: command.pattern });
  if (JSON.stringify(parts) === JSON.stringify(before))
    return refused('order-unchanged', 'This is the pattern that the order has already.', '/pattern');
  const priced = pricePlan(parts, present.price, facts.buyer.termDates);
  return priced.ok ? proposeOrHold('vary', open, priced.plan, command, facts) : priced;
};

export interface ExtendCommand extends Command {
  /** The new last day. */
  readonly endDate: LocalDate;
  readonly reason: string;
}

/** The present pattern goes on to a later day (row 45), within the lot's own term and twelve months in all. The rate stays the frozen one. */
export const extendOrder = (present: CallOff, command: ExtendCommand, facts: OrderLifeFacts): Decision => {
  const open = openOrder(present, 'extend', command, facts.buyerMembers);
  if (!open.ok) return open;
  const { lot, framework } = facts;
  const end = plannedEnd(present);
  const refusal =
    whyNotChange(open, command.reason) ??
    (compareDates(command.endDate, end) <= 0
      ? refused('dates-not-allowed', `Enter a day after ${formatDate(end)}, the present last day.`, '/endDate')
      : undefined) ??
    whyNotAhead(command.endDate, open, '/endDate');
  if (refusal) return refusal;
  if (!lot || !framework) return refused('dates-not-allowed', 'The lot of this order cannot be found.', '/endDate');
  const expiry = lotExpiry(lot, framework);
  if (compareDates(command.endDate, expiry) > 0)
    return refused('dates-not-allowed', `The last day that this lot covers is ${formatDate(expiry)}.`, '/endDate');
  const parts = plannedParts(present).map((part) => (part.to === end ? { ...part, to: command.endDate } : part));
  const priced = pricePlan(parts, present.price, facts.buyer.termDates);
  return priced.ok ? proposeOrHold('extend', open, priced.plan, command, facts) : priced;
};

const whyNotChange = ({ present, order }: LiveOrder, reason: string): Refusal | undefined =>
  whyHeld(present) ??
  (order.change ? refused('order-change-waits', 'Another change of this order waits for approval.') : undefined) ??
  whyNotReason(reason, 'Enter why the order is changed.');

/** What has been taught is not planned again. */
const whyNotAhead = (from: LocalDate, { today }: LiveOrder, field: string): Refusal | undefined =>
  compareDates(from, today) < 0
    ? refused('dates-not-allowed', 'Choose today or a later day: what is past cannot be changed.', field)
    : undefined;

/** How a change is told that takes effect at once. */
const atOnce: Readonly<
  Record<
    OrderChangeKind,
    { readonly what: string; readonly action: 'order-varied' | 'order-extended'; readonly news: 'varied' | 'extended' }
  >
> = {
  vary: { what: 'Order changed', action: 'order-varied', news: 'varied' },
  extend: { what: 'Order extended', action: 'order-extended', news: 'extended' },
};

const proposeOrHold = (
  kind: OrderChangeKind,
  { present, order, today }: LiveOrder,
  plan: OrderPlan,
  command: Command & { readonly reason: string },
  facts: OrderLifeFacts,
): Decision => {
  const stopped = whyNotMoreOf(present, plan, facts, today);
  if (stopped) return stopped;
  const sum = `${formatMoney(presentTotals(present).gross)} becomes ${formatMoney(plan.gross)}`;
  if (plan.gross <= approvedGross(present))
    return changeOrder(present, command, {
      order: { ...order, plan },
      what: `${atOnce[kind].what}: ${sum}`,
      action: atOnce[kind].action,
      news: atOnce[kind].news,
      comment: command.reason,
    });
  const steps = stepsForChange(present, plan, command, facts);
  if ('ok' in steps) return steps;
  const number = (order.changes ?? 0) + 1;
  return changeOrder(present, command, {
    order: {
      ...order,
      changes: number,
      change: { number, kind, reason: command.reason, proposedBy: command.by, proposedAt: command.now, plan, steps },
    },
    what: `Change sent for approval: ${sum}`,
    action: 'order-change-proposed',
    works: steps
      .slice(0, 1)
      .flatMap(({ approvers }) => approvers.map((to) => ({ kind: 'ask-approver-of-change', to: personKey(to), change: number, step: 0 }))),
    comment: command.reason,
  });
};

export interface PauseCommand extends Command {
  /** The first day on which nothing is taught. */
  readonly from: LocalDate;
  readonly reason: string;
}

/** The placement stops for a time. Nothing is planned from that day on until it is taken up again. */
export const pauseOrder = (present: CallOff, command: PauseCommand, facts: OrderLifeFacts): Decision => {
  const open = openOrder(present, 'pause', command, facts.buyerMembers);
  if (!open.ok) return open;
  const refusal = whyNotChange(open, command.reason) ?? whyNotAhead(command.from, open, '/from');
  if (refusal) return refusal;
  if (compareDates(command.from, plannedEnd(present)) > 0)
    return refused('dates-not-allowed', `The placement is planned to ${formatDate(plannedEnd(present))}.`, '/from');
  return changeOrder(present, command, {
    order: { ...open.order, state: 'paused', pausedFrom: command.from },
    what: `Paused from ${formatDate(command.from)}`,
    action: 'order-break-begun',
    news: 'paused',
    comment: command.reason,
  });
};

export interface ResumeCommand extends Command {
  /** The first day on which the pupil is taught again. */
  readonly on: LocalDate;
}

/** The placement goes on to its planned last day; the days of the pause are not owed, and the money is counted again. */
export const resumeOrder = (present: CallOff, command: ResumeCommand, facts: OrderLifeFacts): Decision => {
  const open = openOrder(present, 'resume', command, facts.buyerMembers);
  if (!open.ok) return open;
  const from = open.order.pausedFrom ?? open.today;
  const parts = plannedParts(present);
  const going = cutBefore(parts, command.on);
  const refusal =
    whyHeld(present) ??
    whyNotAhead(command.on, open, '/on') ??
    (compareDates(command.on, from) < 0 ? refused('dates-not-allowed', `It is paused from ${formatDate(from)}.`, '/on') : undefined) ??
    (command.on === from ? undefined : whyNotFrom(present.price.unit, command.on, '/on'));
  if (refusal) return refusal;
  if (going.length === 0)
    return refused(
      'dates-not-allowed',
      `The placement was planned to ${formatDate(plannedEnd(present))}. End it, or make a new request.`,
      '/on',
    );
  const priced = pricePlan([...cutAfter(parts, addDays(from, -1)), ...going], present.price, facts.buyer.termDates);
  if (!priced.ok) return priced;
  // What was planned before is planned again, or less: no limit is asked.
  return changeOrder(present, command, {
    order: { ...open.order, state: 'active', pausedFrom: undefined, plan: priced.plan },
    what: `Taken up again on ${formatDate(command.on)}`,
    action: 'order-break-over',
    news: 'resumed',
  });
};

/** The last school day on which the provider can teach when notice is given today: so many school days from tomorrow on. */
export const earliestLastDay = (
  today: LocalDate,
  noticeSchoolDays: number,
  facts: Pick<OrderLifeFacts, 'buyer'>,
  end: LocalDate,
): LocalDate => {
  let left = noticeSchoolDays;
  let day = today;
  while (left > 0 && day < end) {
    day = addDays(day, 1);
    if (isSchoolDay(facts.buyer.termDates, day)) left -= 1;
  }
  return day;
};

/** The order without a change that waited. */
export const withoutChange = (order: Order): Order => ({ ...order, change: undefined });
