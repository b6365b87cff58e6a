import { addWorkingDays, bankHolidaysKnown } from '../../days/bank-holidays.ts';
import { addDays, compareDates, formatDate, type LocalDate } from '../../days/local-date.ts';
import { type Refusal, refused } from '../../refusal.ts';
import type { LegalRegime } from '../framework/framework-terms.ts';

/** Days in which nobody signs, so that whoever lost can object (R32). */
export interface Standstill {
  readonly noticePublishedOn: LocalDate;
  readonly workingDays: number;
  /** Nobody signs on or before this day; absent when no standstill was kept. */
  readonly lastDay?: LocalDate | undefined;
}

/** R32: working days for a framework award. Light touch: voluntary, and kept unless a commissioner says otherwise. Ten under the rules of 2015. */
export const usualStandstill: Readonly<Record<LegalRegime, number>> = {
  'pcr-2015': 10,
  'pa-2023': 8,
  'pa-2023-light-touch': 8,
  'below-threshold': 0,
};

/** R32: an order under a framework needs none. */
export const callOffStandstill = 0;

/** R32: what the law asks at least; nought where standstill is voluntary. */
const leastStandstill: Readonly<Record<LegalRegime, number>> = {
  'pcr-2015': 10,
  'pa-2023': 8,
  'pa-2023-light-touch': 0,
  'below-threshold': 0,
};
const longestStandstill = 30;

/** Why a standstill of so many working days cannot be chosen. */
export const standstillLengthFault = (workingDays: number, regime: LegalRegime, field: string): Refusal | undefined => {
  const least = leastStandstill[regime];
  return Number.isInteger(workingDays) && workingDays >= least && workingDays <= longestStandstill
    ? undefined
    : refused('number-not-allowed', `Enter a standstill of ${least} to ${longestStandstill} working days.`, field);
};

/**
 * The standstill that a contract award notice begins: so many working days in England (R43), the day of publication being the first if it is one
 * (section 51 Procurement Act 2023: 'beginning with the day on which the notice is published'). Throws RangeError past the known bank holidays.
 */
export const standstillFrom = (noticePublishedOn: LocalDate, workingDays: number): Standstill =>
  workingDays === 0
    ? { noticePublishedOn, workingDays }
    : { noticePublishedOn, workingDays, lastDay: addWorkingDays(addDays(noticePublishedOn, -1), workingDays) };

/** Whether an agreement may be sent and signed. */
export const standstillIsOver = ({ lastDay }: Standstill, today: LocalDate): boolean =>
  lastDay === undefined || compareDates(today, lastDay) > 0;

/** Why a notice of this day cannot begin a standstill. */
export const noticeFault = (publishedOn: LocalDate, today: LocalDate, field: string): Refusal | undefined => {
  if (compareDates(publishedOn, today) > 0)
    return refused('dates-not-allowed', 'The contract award notice must be published before its standstill begins.', field);
  return bankHolidaysKnown(publishedOn) && bankHolidaysKnown(addDays(publishedOn, 3 * longestStandstill))
    ? undefined
    : refused(
        'dates-not-allowed',
        `The bank holidays around ${formatDate(publishedOn)} are not known, so its standstill cannot be counted.`,
        field,
      );
};
