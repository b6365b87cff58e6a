import { type CallOff, openStep, waitingSince } from '../call-off/call-off.ts';
import { accept, type Command, type Decision } from '../call-off/decision.ts';
import { addWorkingDays, bankHolidaysKnown } from '../days/bank-holidays.ts';
import { addDays, compareDates, formatDate, type LocalDate, toLondonDate } from '../days/local-date.ts';
import { holdsRole, type Membership } from '../people/membership.ts';
import { type PersonId, personKey, samePerson } from '../people/person.ts';
import { refused } from '../refusal.ts';
import { allOf } from '../texts/one-of.ts';
import type { ApprovalStep } from './approval-step.ts';

/** Working days that an approver has before the first reminder: the day on which they were asked, and one whole day after it. */
const daysInPeace = 2;

/**
 * The first day on which the approvers of the open step may be reminded: not before they had a whole working day, and once a working day from then on.
 * `undefined` when the request waits for nobody.
 */
export const remindFrom = (callOff: CallOff): LocalDate | undefined => {
  const since = waitingSince(callOff);
  if (since === undefined) return undefined;
  const reminded = remindedAt(callOff.approvals[openStep(callOff)]);
  return reminded === undefined ? workingDaysAfter(since, daysInPeace) : workingDaysAfter(reminded, 1);
};

const remindedAt = (step: ApprovalStep | undefined): string | undefined => (step?.state === 'open' ? step.remindedAt : undefined);

/** Plain days where no bank holidays are known yet: a reminder protects nobody, so it need not wait for the calendar. */
const workingDaysAfter = (instant: string, days: number): LocalDate => {
  const date = toLondonDate(instant);
  return bankHolidaysKnown(addDays(date, 14)) ? addWorkingDays(date, days) : addDays(date, days);
};

/** Whether this person may have the approvers reminded at all: the requester, or a colleague who may raise requests there; never somebody who is asked. */
export const mayRemind = (callOff: CallOff, by: PersonId, memberships: readonly Membership[]): boolean =>
  (samePerson(callOff.requester, by) || holdsRole(memberships, by, callOff.request.buyerRef, 'requester')) && !isAsked(callOff, by);

const isAsked = (callOff: CallOff, by: PersonId): boolean =>
  (callOff.approvals[openStep(callOff)]?.approvers ?? []).some((approver) => samePerson(approver, by));

export interface RemindCommand extends Command {
  /** What the register says of the person who sends the reminder. */
  readonly memberships: readonly Membership[];
}

/** Reminds everyone who may decide the open step: each is told once, by the activity feed or by mail. The step itself stays as it was. */
export const remindApprover = (present: CallOff, command: RemindCommand): Decision => {
  const from = remindFrom(present);
  const index = openStep(present);
  const step = present.approvals[index];
  if (from === undefined || step?.state !== 'open') return refused('call-off-not-open', 'This request is not waiting for a decision.');
  if (isAsked(present, command.by)) return refused('not-yours', 'This request waits for your own decision.');
  if (!mayRemind(present, command.by, command.memberships))
    return refused(
      'not-yours',
      `Only the person who made this request, or a colleague who can raise requests for ${present.buyerName}, can send a reminder.`,
    );
  if (compareDates(toLondonDate(command.now), from) < 0) return refused('reminder-too-soon', tooSoon(remindedAt(step), from));
  const names = allOf(step.approvers.map(({ name }) => name));
  return accept(
    { ...present, approvals: present.approvals.map((other, at) => (at === index ? { ...step, remindedAt: command.now } : other)) },
    command,
    `Reminded ${names}`,
    [
      ...step.approvers.map((approver) => ({
        kind: 'remind-approver' as const,
        to: personKey(approver),
        step: index,
        round: present.round,
      })),
      { kind: 'record-audit', action: 'approver-reminded', actor: personKey(command.by) },
    ],
  );
};

const tooSoon = (reminded: string | undefined, from: LocalDate): string =>
  reminded === undefined
    ? `Approvers have a whole working day before they are reminded. You can send a reminder from ${formatDate(from)}.`
    : `A reminder was sent already. You can send another from ${formatDate(from)}.`;
