import { addDays, compareDates, type LocalDate } from '../days/local-date.ts';
import { isUndecided, type QaOutcome } from './check-outcome.ts';
import { mandatoryStandards, type QaStandard } from './standard.ts';

/** That a standard was checked, by whom, when, and until when it holds. Never the evidence itself (R16). */
export interface QaCheck {
  readonly ref: string;
  readonly providerRef: string;
  readonly standard: QaStandard;
  readonly mandatory: boolean;
  readonly outcome: QaOutcome;
  readonly checkedOn?: LocalDate | undefined;
  readonly checkedBy?: string | undefined;
  /** The last day on which it holds. */
  readonly expiresOn?: LocalDate | undefined;
  /** Until when the provider has to put right what was found. While it is there, evidence that came in changes nothing. */
  readonly actionDueOn?: LocalDate | undefined;
  /** The last day of a waiver that a second person approved. */
  readonly waivedUntil?: LocalDate | undefined;
}

export type QaState = 'current' | 'due' | 'held';

export interface QaStanding {
  readonly state: QaState;
  /** The first day on which a mandatory check no longer holds is the day after this one. */
  readonly validUntil?: LocalDate | undefined;
  readonly checkedOn?: LocalDate | undefined;
  /** Mandatory standards that are missing, lapsed or not passed. */
  readonly lacking: readonly QaStandard[];
}

const dueWithinDays = 42;

const holds = (outcome: QaOutcome): boolean => outcome === 'passed' || outcome === 'due';

/** Whether a check has been decided at least once: evidence for an action is looked at, but the decision before it stands until then. */
const isDecided = (check: QaCheck): boolean => !isUndecided(check.outcome) || check.actionDueOn !== undefined;

/** A check without a date cannot be put in order: one that was not passed counts as the latest, one that was passed as the earliest. */
const placeInTime = (check: QaCheck): string => check.checkedOn ?? (holds(check.outcome) ? '' : '9999');

/** The latest decided check of a standard among those of one provider: the one that counts. */
export const latestCheck = <C extends QaCheck>(checks: readonly C[], standard: QaStandard): C | undefined =>
  checks
    .filter((check) => check.standard === standard && isDecided(check))
    .sort((a, b) => placeInTime(b).localeCompare(placeInTime(a)) || b.ref.localeCompare(a.ref))[0];

/** The last day on which a check holds, by itself or by a waiver; `undefined` when it holds on none, or nobody can read until when. */
export const holdsUntil = (check: QaCheck | undefined): LocalDate | undefined => {
  if (!check) return undefined;
  const own = holds(check.outcome) ? check.expiresOn : undefined;
  return [own, check.waivedUntil]
    .flatMap((date) => date ?? [])
    .sort(compareDates)
    .at(-1);
};

/** Whether a check holds on a day, by itself or by a waiver: its last day included. */
export const holdsOn = (check: QaCheck | undefined, day: LocalDate): boolean => {
  const until = holdsUntil(check);
  return until !== undefined && until >= day;
};

/**
 * How a provider stands on a day. The latest decided check of each mandatory standard counts: a failed check after a passed one holds
 * the provider at once, what cannot be read (no date of expiry) is not current, and the date counts whatever the outcome still says.
 */
export const qaStanding = (checks: readonly QaCheck[], on: LocalDate): QaStanding => {
  const latest = mandatoryStandards.map((standard) => ({ standard, check: latestCheck(checks, standard) }));
  const lacking = latest.filter(({ check }) => !holdsOn(check, on)).map(({ standard }) => standard);
  const expiries = latest.flatMap(({ check }) => holdsUntil(check) ?? check?.expiresOn ?? []).sort(compareDates);
  const checked = latest.flatMap(({ check }) => check?.checkedOn ?? []).sort(compareDates);
  const validUntil = expiries[0];
  const isDue = validUntil !== undefined && compareDates(validUntil, addDays(on, dueWithinDays)) <= 0;
  return { state: lacking.length > 0 ? 'held' : isDue ? 'due' : 'current', validUntil, checkedOn: checked.at(-1), lacking };
};
