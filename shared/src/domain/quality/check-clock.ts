import { addDays, compareDates, daysBetween, type LocalDate, toLondonDate } from '../days/local-date.ts';
import { refused } from '../refusal.ts';
import type { CheckStep } from './check-command.ts';
import type { CheckFacts, CheckRecord } from './check-record.ts';
import type { HoldCause } from './hold-cause.ts';
import { holdsOn, latestCheck } from './qa-check.ts';
import type { QualityEffectWork } from './quality-effect.ts';

/** What happens to a check by the passing of time alone. The clock may run late: each step looks at the date, not at when it was last asked. */

const notYet = refused('not-yet-due', 'The day for this has not come yet.');

const lastDay = (present: CheckRecord): LocalDate => present.expiresOn ?? ('1900-01-01' as LocalDate);

/** The policy's days for a reminder that have come, when so many days are left. */
const reachedWith = (left: number, { reminderDays }: CheckFacts['policy']): readonly number[] =>
  reminderDays.filter((days) => left <= days);

/** Word that a check is due reminds the provider: the days for a reminder that have come by then bring no second one. */
export const becomeDue: CheckStep<'become-due'> = (present, command, { policy }) => {
  const today = toLondonDate(command.now);
  if (compareDates(today, addDays(lastDay(present), -policy.dueDays)) < 0) return notYet;
  return {
    state: { ...present, outcome: 'due', reminded: reachedWith(daysBetween(today, lastDay(present)), policy) },
    what: 'Due to be renewed',
    action: 'check-due',
    works: [{ kind: 'remind-provider' }, { kind: 'tell-commissioners', news: 'check-due' }],
  };
};

/** One reminder for each of the policy's days; those that the clock has missed are made up for by one. */
export const remind: CheckStep<'remind'> = (present, command, { policy }) => {
  const left = daysBetween(toLondonDate(command.now), lastDay(present));
  const reached = reachedWith(left, policy);
  if (left < 0 || reached.every((days) => present.reminded.includes(days))) return notYet;
  return {
    state: { ...present, reminded: reached },
    what: 'Provider reminded',
    action: 'check-reminded',
    works: [{ kind: 'remind-provider' }],
  };
};

/** The check of its standard that counts now: this one, or what took its place. An earlier one that runs longer takes nobody's place. */
const counting = (present: CheckRecord, { others }: CheckFacts): CheckFacts['others'][number] | undefined =>
  latestCheck([...others, present], present.standard);

/** Whether a renewal was decided while this check still held, and holds today. One that came later does not undo that there was a gap. */
const wasRenewedInTime = (present: CheckRecord, facts: CheckFacts, today: LocalDate): boolean => {
  const renewal = counting(present, facts);
  const decidedOn = renewal?.decidedAt === undefined ? (renewal?.checkedOn ?? today) : toLondonDate(renewal.decidedAt);
  return holdsOn(renewal, today) && decidedOn <= lastDay(present);
};

/** The hold that follows when a mandatory check no longer holds. It is placed by the product and lifted by people only. */
export const holdFor = (present: CheckRecord, cause: HoldCause): readonly QualityEffectWork[] =>
  present.mandatory
    ? [
        { kind: 'place-hold', providerRef: present.providerRef, cause, about: present.ref },
        { kind: 'refresh-directory', providerRef: present.providerRef },
      ]
    : [];

export const lapse: CheckStep<'lapse'> = (present, command, facts) => {
  const today = toLondonDate(command.now);
  if (compareDates(today, lastDay(present)) <= 0) return notYet;
  // Its own last day has passed: where it holds today, a waiver does it.
  const isCovered = holdsOn(present, today) || wasRenewedInTime(present, facts, today);
  return {
    state: { ...present, outcome: 'lapsed' },
    what: 'Lapsed',
    action: 'check-lapsed',
    works: [...(isCovered ? [] : holdFor(present, 'check-lapsed')), { kind: 'tell-commissioners', news: 'check-lapsed' }],
    protects: true,
  };
};

/** The provider did not put right in time what was found. */
export const missAction: CheckStep<'miss-action'> = (present, command) => {
  const today = toLondonDate(command.now);
  if (present.actionDueOn === undefined || compareDates(today, present.actionDueOn) <= 0) return notYet;
  return {
    state: failed(present, command.by.name, today),
    what: 'Not passed: nothing came in by the due date',
    action: 'check-failed',
    works: [...holdFor(present, 'check-failed'), { kind: 'tell-commissioners', news: 'check-failed' }],
    protects: true,
  };
};

/** A check that was not passed holds on no day and by no waiver. */
export const failed = (present: CheckRecord, checkedBy: string, checkedOn: LocalDate): CheckRecord => ({
  ...present,
  outcome: 'failed',
  checkedBy,
  checkedOn,
  expiresOn: undefined,
  waiver: undefined,
  waivedUntil: undefined,
});

/** The waiver is over. Where nothing else holds by then, neither does the provider's place in the directory. */
export const endWaiver: CheckStep<'end-waiver'> = (present, command, facts) => {
  const today = toLondonDate(command.now);
  if (present.waivedUntil === undefined || present.waivedUntil >= today) return notYet;
  const cause = present.outcome === 'lapsed' ? 'check-lapsed' : present.outcome === 'failed' ? 'check-failed' : undefined;
  return {
    state: { ...present, waiver: undefined, waivedUntil: undefined },
    what: 'Waiver ended',
    action: 'waiver-ended',
    works: cause === undefined || holdsOn(counting(present, facts), today) ? [] : holdFor(present, cause),
    protects: true,
  };
};
