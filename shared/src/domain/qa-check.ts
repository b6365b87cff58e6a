import { addDays, compareDates, type LocalDate } from './local-date.ts';

/** The checks of this framework: four parts of the national standards (R15) with what R16-R18 single out. */
export const qaStandards = [
  'staff-checks',
  'safeguarding-lead',
  'policies',
  'insurance',
  'health-and-safety',
  'admissions',
  'quality-of-education',
] as const;
export type QaStandard = (typeof qaStandards)[number];

export const qaOutcomes = ['scheduled', 'passed', 'action-required', 'failed'] as const;
export type QaOutcome = (typeof qaOutcomes)[number];

/** That a standard was checked, by whom, when, and until when it holds. Never the evidence itself (R16). */
export interface QaCheck {
  readonly ref: string;
  readonly providerRef: string;
  readonly standard: QaStandard;
  readonly mandatory: boolean;
  readonly outcome: QaOutcome;
  readonly checkedOn?: LocalDate | undefined;
  readonly checkedBy?: string | undefined;
  readonly expiresOn?: LocalDate | undefined;
}

/** R16-R18: without these five, current, no provider is listed or ordered from. */
export const mandatoryStandards: readonly QaStandard[] = [
  'staff-checks',
  'safeguarding-lead',
  'policies',
  'insurance',
  'health-and-safety',
];

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

/** A check without a date cannot be put in order: one that was not passed counts as the latest, one that was passed as the earliest. */
const placeInTime = (check: QaCheck): string => check.checkedOn ?? (check.outcome === 'passed' ? '' : '9999');

const latestOf = (checks: readonly QaCheck[], standard: QaStandard): QaCheck | undefined =>
  checks
    .filter((check) => check.standard === standard && check.outcome !== 'scheduled')
    .sort((a, b) => placeInTime(b).localeCompare(placeInTime(a)) || b.ref.localeCompare(a.ref))[0];

/**
 * How a provider stands on a day. The latest decided check of each mandatory standard counts: a failed check after a passed one holds
 * the provider at once, and what cannot be read (no date of expiry) is not current.
 */
export const qaStanding = (checks: readonly QaCheck[], on: LocalDate): QaStanding => {
  const latest = mandatoryStandards.map((standard) => ({ standard, check: latestOf(checks, standard) }));
  const lacking = latest
    .filter(({ check }) => check?.outcome !== 'passed' || check.expiresOn === undefined || compareDates(check.expiresOn, on) < 0)
    .map(({ standard }) => standard);
  const expiries = latest.flatMap(({ check }) => (check?.expiresOn === undefined ? [] : [check.expiresOn])).sort(compareDates);
  const checked = latest.flatMap(({ check }) => (check?.checkedOn === undefined ? [] : [check.checkedOn])).sort(compareDates);
  const validUntil = expiries[0];
  const isDue = validUntil !== undefined && compareDates(validUntil, addDays(on, dueWithinDays)) <= 0;
  return { state: lacking.length > 0 ? 'held' : isDue ? 'due' : 'current', validUntil, checkedOn: checked.at(-1), lacking };
};
