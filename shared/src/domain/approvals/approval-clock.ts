import { delegatesFor, eligibleApprovers } from '../approval-policy.ts';
import type { ApprovalStep } from '../approval-step.ts';
import { bankHolidaysKnown, isWorkingDay } from '../bank-holidays.ts';
import type { Buyer } from '../buyer.ts';
import { type CallOff, openStep, waitingSince } from '../call-off.ts';
import { accept, type Command, type Decision } from '../decision.ts';
import type { EffectWork } from '../effect.ts';
import { addDays, compareDates, dayOfWeek, type LocalDate, toLondonDate } from '../local-date.ts';
import { deciders } from '../may-decide.ts';
import type { Membership } from '../membership.ts';
import { allOf } from '../one-of.ts';
import { type Person, personKey, samePerson } from '../person.ts';
import { refused } from '../refusal.ts';
import { approvalWorks } from '../submit-call-off.ts';
import { calendarKnown, schoolDaysBetween } from '../term-dates.ts';

/** When approvers are reminded and a request is passed on: a row in Settings. */
export interface ApprovalTimes {
  /** Days from the asking to the reminder: school days for a school whose term dates are known, working days for everybody else (R43). */
  readonly remindAfterDays: number;
  /** Days from the asking until the next in line is asked. */
  readonly escalateAfterDays: number;
  /** So many working days before the first day it is passed on at once, in the holidays too; never on the day of the asking. */
  readonly daysBeforeStart: number;
}

export const defaultApprovalTimes: ApprovalTimes = { remindAfterDays: 2, escalateAfterDays: 4, daysBeforeStart: 3 };

export interface ApprovalClockFacts {
  readonly buyer: Buyer;
  readonly buyerMembers: readonly Membership[];
  readonly councilMembers: readonly Membership[];
  readonly times: ApprovalTimes;
}

/** What is due for the open step: somebody is away and their delegate was not asked, its approvers are to be reminded, or the next in line is asked. */
export type ApprovalDue =
  | { readonly kind: 'ask-delegates'; readonly people: readonly Person[] }
  | { readonly kind: 'remind' }
  | { readonly kind: 'escalate'; readonly to: Person | undefined };

/** What is due by the clock for a request that waits; each once for each step, the delegates first. */
export const approvalDue = (callOff: CallOff, facts: ApprovalClockFacts, now: string): ApprovalDue | undefined => {
  const since = waitingSince(callOff);
  const step = callOff.approvals[openStep(callOff)];
  if (since === undefined || step?.state !== 'open') return undefined;
  const [from, today] = [toLondonDate(since), toLondonDate(now)];
  const people = delegatesToAsk(callOff, step, facts, today);
  if (people.length > 0) return { kind: 'ask-delegates', people };
  const waited = daysWaited(step, facts.buyer, from, today);
  if (step.escalatedAt === undefined && (waited >= facts.times.escalateAfterDays || isNear(callOff, facts, from, today)))
    return { kind: 'escalate', to: nextInLine(callOff, step, facts) };
  return step.remindedAt === undefined && step.escalatedAt === undefined && waited >= facts.times.remindAfterDays
    ? { kind: 'remind' }
    : undefined;
};

const isAsked = (step: ApprovalStep, person: Person): boolean => step.approvers.some((approver) => samePerson(approver, person));
const hasDecided = ({ approvals }: CallOff, person: Person): boolean => deciders(approvals).some((decider) => samePerson(decider, person));

/** Only for those who were asked and may still decide; nobody is asked twice. */
const delegatesToAsk = (callOff: CallOff, step: ApprovalStep, facts: ApprovalClockFacts, today: LocalDate): readonly Person[] => {
  const { request, price, requester } = callOff;
  const asked = eligibleApprovers({ ...facts, buyerRef: request.buyerRef }, step.kind, request.payer, price.gross, requester).filter(
    (person) => isAsked(step, person),
  );
  const found = delegatesFor(facts, step.kind, asked, { requester, today });
  return found.filter(
    (person, index) =>
      !isAsked(step, person) && !hasDecided(callOff, person) && found.findIndex((other) => samePerson(other, person)) === index,
  );
};

/** Whom a buyer's step is passed on to: the fallback approver of the buyer. For the council's own there is nobody but the commissioners. */
const nextInLine = (callOff: CallOff, step: ApprovalStep, { buyer }: ApprovalClockFacts): Person | undefined => {
  const next = buyer.fallbackApprover;
  if (step.kind !== 'buyer' || !next || isAsked(step, next) || samePerson(next, callOff.requester) || hasDecided(callOff, next))
    return undefined;
  return next;
};

const isWorking = (day: LocalDate): boolean => (bankHolidaysKnown(day) ? isWorkingDay(day) : !['sat', 'sun'].includes(dayOfWeek(day)));

/** Working days after one day, up to and including another. */
const workingDaysAfter = (from: LocalDate, to: LocalDate): number => {
  let count = 0;
  for (let day = addDays(from, 1); compareDates(day, to) <= 0; day = addDays(day, 1)) if (isWorking(day)) count += 1;
  return count;
};

const daysWaited = ({ kind }: ApprovalStep, { type, termDates }: Buyer, from: LocalDate, today: LocalDate): number =>
  kind === 'buyer' && type !== 'council-department' && calendarKnown(termDates, from) && calendarKnown(termDates, today)
    ? schoolDaysBetween(termDates, addDays(from, 1), addDays(today, 1))
    : workingDaysAfter(from, today);

const isNear = ({ request }: CallOff, { times }: ApprovalClockFacts, from: LocalDate, today: LocalDate): boolean =>
  workingDaysAfter(from, today) >= 1 && workingDaysAfter(today, request.startDate) <= times.daysBeforeStart;

/** Gives, as the product, what is due for the open step. Refused when nothing is: somebody was faster. */
export const runApprovalClock = (present: CallOff, command: Command, facts: ApprovalClockFacts): Decision => {
  const due = approvalDue(present, facts, command.now);
  const index = openStep(present);
  const step = present.approvals[index];
  if (!due || step?.state !== 'open') return refused('call-off-not-open', 'Nothing is due for this request.');
  const withStep = (next: ApprovalStep): CallOff => ({
    ...present,
    approvals: present.approvals.map((other, at) => (at === index ? next : other)),
  });
  const ask = (people: readonly Person[]): readonly EffectWork[] => approvalWorks(people.map(personKey), index, present.round);
  const audit = (action: 'delegate-asked' | 'approver-reminded' | 'approval-escalated'): EffectWork => ({
    kind: 'record-audit',
    action,
    actor: personKey(command.by),
  });
  switch (due.kind) {
    case 'ask-delegates':
      return accept(
        withStep({ ...step, approvers: [...step.approvers, ...due.people] }),
        command,
        `Asked ${allOf(due.people.map(({ name }) => name))} as well, who decides while an approver is away`,
        [...ask(due.people), { kind: 'refresh-approval-cards' }, audit('delegate-asked')],
      );
    case 'remind':
      return accept(withStep({ ...step, remindedAt: command.now }), command, `Reminded ${allOf(step.approvers.map(({ name }) => name))}`, [
        ...step.approvers.map((approver) => ({
          kind: 'remind-approver' as const,
          to: personKey(approver),
          step: index,
          round: present.round,
        })),
        audit('approver-reminded'),
      ]);
    case 'escalate': {
      const passedOn = due.to ? [due.to] : [];
      return accept(
        withStep({ ...step, approvers: [...step.approvers, ...passedOn], escalatedAt: command.now }),
        command,
        due.to ? `Passed on to ${due.to.name}, as nobody had decided` : 'The commissioning team was told, as nobody had decided',
        [
          ...ask(passedOn),
          ...(due.to ? [] : [{ kind: 'tell-of-waiting' } as const]),
          { kind: 'refresh-approval-cards' },
          { kind: 'tell-requester', news: 'escalated' },
          audit('approval-escalated'),
        ],
      );
    }
  }
};
