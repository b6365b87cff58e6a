import { daysBetween, type LocalDate } from '../days/local-date.ts';
import type { CheckRecord } from './check-record.ts';
import { latestCheck } from './qa-check.ts';
import type { QualityPolicy } from './quality-policy.ts';

/** What time alone can bring about for a check. */
export type ClockCommandKind = 'become-due' | 'remind' | 'lapse' | 'miss-action' | 'end-waiver';

/** What is owed to a check that was passed. One whose last day nobody can read is over. */
const owedToPassed = (
  { outcome, expiresOn, reminded }: CheckRecord,
  today: LocalDate,
  policy: QualityPolicy,
): ClockCommandKind | undefined => {
  const left = expiresOn === undefined ? -1 : daysBetween(today, expiresOn);
  if (outcome === 'passed') return left <= policy.dueDays ? 'become-due' : undefined;
  if (left < 0) return 'lapse';
  return policy.reminderDays.some((days) => left <= days && !reminded.includes(days)) ? 'remind' : undefined;
};

/** What is owed to a check on a day, the first of it; `undefined` when nothing is. Asked again after each step, for a clock that ran late owes several. */
export const nextByClock = (check: CheckRecord, today: LocalDate, policy: QualityPolicy): ClockCommandKind | undefined => {
  const { outcome, actionDueOn, waivedUntil } = check;
  if (outcome === 'passed' || outcome === 'due') return owedToPassed(check, today, policy);
  if (outcome === 'action-required' && actionDueOn !== undefined && actionDueOn < today) return 'miss-action';
  const isWaivable = outcome === 'failed' || outcome === 'lapsed' || outcome === 'action-required';
  return isWaivable && waivedUntil !== undefined && waivedUntil < today ? 'end-waiver' : undefined;
};

/**
 * The checks that the clock looks at, among those of one provider: those that were decided here, and of those that were typed or imported the latest of
 * each standard. An older one is history: that it ended long ago says nothing about today.
 */
export const countsForClock = (checks: readonly CheckRecord[]): readonly CheckRecord[] =>
  checks.filter((check) => check.version > 0 || latestCheck(checks, check.standard)?.ref === check.ref);
