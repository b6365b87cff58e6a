import { addDays, daysBetween, type LocalDate } from '../local-date.ts';
import type { CheckRecord } from './check-record.ts';
import { latestCheck } from './qa-check.ts';
import type { QualityPolicy } from './quality-policy.ts';

/** What time alone can bring about for a check. */
export type ClockCommandKind = 'become-due' | 'remind' | 'lapse' | 'miss-action' | 'end-waiver';

/** What is owed to a check on a day, the first of it; `undefined` when nothing is. Asked again after each step, for a clock that ran late owes several. */
export const nextByClock = (
  { outcome, expiresOn, actionDueOn, waivedUntil, reminded }: CheckRecord,
  today: LocalDate,
  policy: QualityPolicy,
): ClockCommandKind | undefined => {
  if (outcome === 'action-required' && actionDueOn !== undefined && actionDueOn < today) return 'miss-action';
  const hasLapsed = expiresOn === undefined || expiresOn < today;
  if (outcome === 'passed') return hasLapsed || expiresOn <= addDays(today, policy.dueDays) ? 'become-due' : undefined;
  if (outcome === 'due' && hasLapsed) return 'lapse';
  if (waivedUntil !== undefined && waivedUntil < today && (outcome === 'failed' || outcome === 'lapsed' || outcome === 'action-required'))
    return 'end-waiver';
  if (outcome !== 'due' || expiresOn === undefined) return undefined;
  const left = daysBetween(today, expiresOn);
  return policy.reminderDays.some((days) => left <= days && !reminded.includes(days)) ? 'remind' : undefined;
};

/**
 * The checks that the clock looks at, among those of one provider: those that were decided here, and of those that were typed or imported the latest of
 * each standard. An older one is history: that it ended long ago says nothing about today.
 */
export const countsForClock = (checks: readonly CheckRecord[]): readonly CheckRecord[] =>
  checks.filter((check) => check.version > 0 || latestCheck(checks, check.standard)?.ref === check.ref);
