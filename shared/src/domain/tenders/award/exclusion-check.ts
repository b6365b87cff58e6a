import { addDays, compareDates, formatDate, type LocalDate } from '../../days/local-date.ts';
import { type Refusal, refused } from '../../refusal.ts';
import { textFault } from '../text.ts';

/** `self-cleaned`: a ground applies, and the authority is satisfied that it will not happen again. */
export const exclusionOutcomes = ['clear', 'self-cleaned', 'excluded'] as const;
export type ExclusionOutcome = (typeof exclusionOutcomes)[number];

/** R37: that somebody looked at the exclusion grounds and the debarment list, when, and with what result. */
export interface ExclusionCheck {
  readonly outcome: ExclusionOutcome;
  readonly debarmentListCheckedOn: LocalDate;
  readonly checkedBy: string;
  readonly reason?: string | undefined;
}

/** A provider may be put on the list at any time: an older check is made again before anybody approves or signs. */
export const checkHoldsDays = 30;

/** Why a check cannot be recorded. */
export const checkFault = (
  { outcome, debarmentListCheckedOn, reason }: Omit<ExclusionCheck, 'checkedBy'>,
  today: LocalDate,
): Refusal | undefined => {
  if (compareDates(debarmentListCheckedOn, today) > 0 || compareDates(debarmentListCheckedOn, addDays(today, -checkHoldsDays)) < 0)
    return refused(
      'dates-not-allowed',
      `Enter the day on which the debarment list was looked at: not before ${formatDate(addDays(today, -checkHoldsDays))}, and not after today.`,
      '/debarmentListCheckedOn',
    );
  return outcome === 'clear'
    ? undefined
    : textFault(reason ?? '', 'the ground, and why it does or does not shut the provider out', '/reason');
};

/** R37: why nobody may approve or sign: the check is missing, old, or shuts the provider out. */
export const notClear = (check: ExclusionCheck | undefined, today: LocalDate): Refusal | undefined => {
  if (!check) return refused('exclusion-not-checked', 'Record the check of exclusion grounds and of the debarment list first.');
  if (check.outcome === 'excluded')
    return refused('provider-excluded', 'The provider is excluded. The award can only be rejected or set aside.');
  return compareDates(check.debarmentListCheckedOn, addDays(today, -checkHoldsDays)) < 0
    ? refused(
        'exclusion-not-checked',
        `The debarment list was looked at on ${formatDate(check.debarmentListCheckedOn)}, more than ${checkHoldsDays} days ago. Look again.`,
      )
    : undefined;
};
