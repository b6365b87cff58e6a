import type { CallOff } from '../call-off/call-off.ts';
import type { Command, Decision } from '../call-off/decision.ts';
import { compareDates, formatDate, type LocalDate } from '../days/local-date.ts';
import { calendarKnown, schoolDaysBetween } from '../days/term-dates.ts';
import { refused } from '../refusal.ts';
import { recipientOf } from './may-send-order.ts';
import { changeOrder, type OrderLifeFacts, openOrder, whyHeld } from './order-life.ts';
import { cutBefore, plannedEnd, plannedParts, plannedStart, pricePlan, whyNotFrom } from './order-plan.ts';
import { currentChecks, staffChecksToRenew } from './setting-change.ts';
import {
  directionNoticeSchoolDays,
  missingStartChecks,
  type StartCheckKind,
  startChecksFor,
  startCheckTexts,
  type TellingChannel,
} from './start-checks.ts';

export interface StartCheckCommand extends Command {
  readonly check: StartCheckKind;
  readonly on: LocalDate;
  readonly channel?: TellingChannel | undefined;
  readonly articlesAllow?: boolean | undefined;
}

/** Records one thing that must be done before a pupil starts (R2, R4, R6, R8): the day, the way and who says so. Recorded again, the later one counts. */
export const recordStartCheck = (present: CallOff, command: StartCheckCommand, facts: OrderLifeFacts): Decision => {
  const open = openOrder(present, 'record-start-check', command, facts.buyerMembers);
  if (!open.ok) return open;
  const { check, on, channel, articlesAllow } = command;
  const text = startCheckTexts[check];
  if (!startChecksFor(present.request, facts.buyer).includes(check))
    return refused('start-check-not-needed', `${text.title}: this placement does not need it.`, '/check');
  if (open.order.state !== 'accepted' && (check !== 'staff-checks-confirmed' || !staffChecksToRenew(open.order)))
    return refused('start-check-not-needed', `${text.title}: the placement has started, and nothing asks for it anew.`, '/check');
  if (compareDates(on, open.today) > 0) return refused('dates-not-allowed', 'Enter the day on which it was done: not one to come.', '/on');
  if (text.needsChannel && channel === undefined) return refused('text-required', 'Choose how it was told.', '/channel');
  if (check === 'direction-notice') {
    if (facts.buyer.type === 'academy' && articlesAllow !== true)
      return refused(
        'start-checks-missing',
        'An academy directs a pupil off site only if its articles of association allow it. Confirm that yours do, or place the pupil without a direction.',
        '/articlesAllow',
      );
    const tooLate = whyNoticeTooShort(present, on, facts);
    if (tooLate) return tooLate;
  }
  return changeOrder(present, command, {
    order: {
      ...open.order,
      checks: { ...open.order.checks, [check]: { on, recordedBy: command.by.name, recordedAt: command.now, channel, articlesAllow } },
    },
    what: `Recorded: ${text.title.toLowerCase()}, ${formatDate(on)}`,
    action: 'start-check-recorded',
  });
};

/** R8: notice of a direction is given at least two school days before the first day of the placement. */
const whyNoticeTooShort = (present: CallOff, on: LocalDate, { buyer }: Pick<OrderLifeFacts, 'buyer'>, first = plannedStart(present)) => {
  if (!calendarKnown(buyer.termDates, on) || !calendarKnown(buyer.termDates, first))
    return refused(
      'dates-not-allowed',
      'The school days between the notice and the start cannot be counted: no term dates are known.',
      '/on',
    );
  return schoolDaysBetween(buyer.termDates, on, first) >= directionNoticeSchoolDays
    ? undefined
    : refused(
        'notice-too-short',
        `Notice of an off-site direction is given at least ${directionNoticeSchoolDays} school days before the pupil starts, on ${formatDate(first)}.`,
        '/on',
      );
};

export interface StartCommand extends Command {
  /** The first day on which the pupil was, or is today, with the provider. */
  readonly startedOn: LocalDate;
}

/**
 * The pupil has started. Refused until everything is recorded that must be before it, and while the provider may not be ordered from: what protects
 * the child is asked once more (R2, R4, R6, R8, R12 to R19). Days before a later start are not owed.
 */
export const startOrder = (present: CallOff, command: StartCommand, facts: OrderLifeFacts): Decision => {
  const open = openOrder(present, 'start', command, facts.buyerMembers);
  if (!open.ok) return open;
  const held = whyHeld(present);
  if (held) return held;
  if (open.order.change)
    return refused('order-change-waits', 'A change of this order waits for approval. Wait for it, or ask for it to be refused.');
  const checks = currentChecks(open.order);
  const missing = missingStartChecks(present.request, facts.buyer, checks);
  if (missing.length > 0)
    return refused(
      'start-checks-missing',
      `Record first: ${missing.map((kind) => startCheckTexts[kind].title.toLowerCase()).join('; ')}.`,
      '/checks',
    );
  const { startedOn } = command;
  const planned = plannedStart(present);
  if (compareDates(startedOn, planned) < 0)
    return refused('dates-not-allowed', `The placement was ordered from ${formatDate(planned)}. Change the order first.`, '/startedOn');
  if (compareDates(startedOn, open.today) > 0)
    return refused('dates-not-allowed', 'Record the start on the day itself or after it.', '/startedOn');
  if (compareDates(startedOn, plannedEnd(present)) > 0)
    return refused('dates-not-allowed', `The placement was ordered to ${formatDate(plannedEnd(present))}.`, '/startedOn');
  const notice = checks['direction-notice'];
  const tooLate = notice && whyNoticeTooShort(present, notice.on, facts, startedOn);
  if (tooLate) return { ...tooLate, field: '/startedOn' };
  // A hold that the school answered with 'goes on' is an answer to this very question.
  const recipient = present.hold?.state === 'continued' ? { ok: true as const } : recipientOf(present, facts.provider, open.today);
  if (!recipient.ok) return recipient;
  const wrongDay = startedOn === planned ? undefined : whyNotFrom(present.price.unit, startedOn, '/startedOn');
  if (wrongDay) return wrongDay;
  const priced =
    startedOn === planned ? undefined : pricePlan(cutBefore(plannedParts(present), startedOn), present.price, facts.buyer.termDates);
  if (priced && !priced.ok) return priced;
  return changeOrder(present, command, {
    order: { ...open.order, state: 'active', startedOn, ...(priced ? { plan: priced.plan } : {}) },
    what: `Placement started on ${formatDate(startedOn)}`,
    action: 'order-started',
    news: 'started',
  });
};
