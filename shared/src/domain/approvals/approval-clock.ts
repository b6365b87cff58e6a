import type { CallOff } from '../call-off/call-off.ts';
import { accept, type Command, type Decision } from '../call-off/decision.ts';
import { approvalWorks } from '../call-off/submit-call-off.ts';
import { bankHolidaysKnown, isWorkingDay } from '../days/bank-holidays.ts';
import { addDays, compareDates, dayOfWeek, type LocalDate, toLondonDate } from '../days/local-date.ts';
import { calendarKnown, schoolDaysBetween } from '../days/term-dates.ts';
import type { EffectWork } from '../effect.ts';
import type { Membership } from '../people/membership.ts';
import { type Person, personKey, samePerson } from '../people/person.ts';
import { refused } from '../refusal.ts';
import type { Buyer } from '../register/buyer.ts';
import { allOf } from '../texts/one-of.ts';
import { delegatesFor, eligibleApprovers } from './approval-policy.ts';
import type { ApprovalStep } from './approval-step.ts';
import { deciders } from './may-decide.ts';
import { type WaitingStep, waitingStep, withStep } from './waiting-step.ts';

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

/** What is due by the clock for a request that waits, or a dearer change of an order; each once for each step, the delegates first. */
export const approvalDue = (callOff: CallOff, facts: ApprovalClockFacts, now: string): ApprovalDue | undefined => {
  const waiting = waitingStep(callOff);
  return waiting && stepDue(waiting, facts, now);
};

const stepDue = (waiting: WaitingStep, facts: ApprovalClockFacts, now: string): ApprovalDue | undefined => {
  const { step } = waiting;
  const [from, today] = [toLondonDate(waiting.since), toLondonDate(now)];
  const people = delegatesToAsk(waiting, facts, today);
  if (people.length > 0) return { kind: 'ask-delegates', people };
  const waited = daysWaited(step, facts.buyer, from, today);
  if (step.escalatedAt === undefined && (waited >= facts.times.escalateAfterDays || isNear(waiting, facts, from, today)))
    return { kind: 'escalate', to: nextInLine(waiting, facts) };
  return step.remindedAt === undefined && step.escalatedAt === undefined && waited >= facts.times.remindAfterDays
    ? { kind: 'remind' }
    : undefined;
};

const isAsked = (step: ApprovalStep, person: Person): boolean => step.approvers.some((approver) => samePerson(approver, person));
const hasDecided = ({ steps }: WaitingStep, person: Person): boolean => deciders(steps).some((decider) => samePerson(decider, person));

/** Only for those who were asked and may still decide; nobody is asked twice. */
const delegatesToAsk = (waiting: WaitingStep, facts: ApprovalClockFacts, today: LocalDate): readonly Person[] => {
  const { step, request, gross, asker } = waiting;
  const { payer, buyerRef } = request;
  const known = { ...facts, buyerRef };
  const asked = eligibleApprovers(known, step.kind, payer, gross, asker).filter((person) => isAsked(step, person));
  const found = delegatesFor(known, step.kind, asked, { payer, requester: asker, today });
  return found.filter(
    (person, index) =>
      !isAsked(step, person) && !hasDecided(waiting, person) && found.findIndex((other) => samePerson(other, person)) === index,
  );
};

/** Whom a buyer's step is passed on to: the fallback approver of the buyer. For the council's own there is nobody but the commissioners. */
const nextInLine = (waiting: WaitingStep, { buyer }: ApprovalClockFacts): Person | undefined => {
  const next = buyer.fallbackApprover;
  const { step, asker } = waiting;
  if (step.kind !== 'buyer' || !next || isAsked(step, next) || samePerson(next, asker) || hasDecided(waiting, next)) return undefined;
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

const isNear = ({ firstDay }: WaitingStep, { times }: ApprovalClockFacts, from: LocalDate, today: LocalDate): boolean =>
  workingDaysAfter(from, today) >= 1 && workingDaysAfter(today, firstDay) <= times.daysBeforeStart;

/** Gives, as the product, what is due for the open step. Refused when nothing is: somebody was faster. */
export const runApprovalClock = (present: CallOff, command: Command, facts: ApprovalClockFacts): Decision => {
  const waiting = waitingStep(present);
  const due = waiting && stepDue(waiting, facts, command.now);
  if (!due) return refused('call-off-not-open', 'Nothing is due for this request.');
  const { step } = waiting;
  const told = waiting.change === undefined ? '' : 'Change of the order: ';
  const audit = (action: 'delegate-asked' | 'approver-reminded' | 'approval-escalated'): EffectWork => ({
    kind: 'record-audit',
    action,
    actor: personKey(command.by),
  });
  switch (due.kind) {
    case 'ask-delegates':
      return accept(
        withStep(present, waiting, { ...step, approvers: [...step.approvers, ...due.people] }),
        command,
        `${told}Asked ${allOf(due.people.map(({ name }) => name))} as well, who decides while an approver is away`,
        [...askWorks(present, waiting, due.people), audit('delegate-asked')],
      );
    case 'remind':
      return accept(
        withStep(present, waiting, { ...step, remindedAt: command.now }),
        command,
        `${told}Reminded ${allOf(step.approvers.map(({ name }) => name))}`,
        [
          ...step.approvers.map((approver) => ({
            kind: 'remind-approver' as const,
            to: personKey(approver),
            step: waiting.at,
            round: present.round,
            ...(waiting.change === undefined ? {} : { change: waiting.change }),
          })),
          audit('approver-reminded'),
        ],
      );
    case 'escalate': {
      const passedOn = due.to ? [due.to] : [];
      return accept(
        withStep(present, waiting, { ...step, approvers: [...step.approvers, ...passedOn], escalatedAt: command.now }),
        command,
        due.to
          ? `${told}Passed on to ${due.to.name}, as nobody had decided`
          : `${told}The commissioning team was told, as nobody had decided`,
        [
          ...askWorks(present, waiting, passedOn),
          ...(due.to ? [] : [{ kind: 'tell-of-waiting' } as const]),
          waiting.change === undefined
            ? { kind: 'tell-requester', news: 'escalated' }
            : { kind: 'tell-requester-of-order', news: 'change-escalated' },
          audit('approval-escalated'),
        ],
      );
    }
  }
};

/** Asks some more people for a step. Whoever has a card for a request sees who else was asked; of a change people have news, which is not drawn again. */
const askWorks = ({ round }: CallOff, { at, change }: WaitingStep, people: readonly Person[]): readonly EffectWork[] => {
  const asked = people.map(personKey);
  return change === undefined
    ? [...approvalWorks(asked, at, round), { kind: 'refresh-approval-cards' }]
    : asked.map((to) => ({ kind: 'ask-approver-of-change', to, change, step: at }));
};
