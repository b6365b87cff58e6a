import { addDays, addMonths, compareDates, formatDate, type LocalDate } from '../../days/local-date.ts';

/** Days on which a price is fixed; both ends belong to it. */
export interface PricePeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What a framework says about its term and its prices (R29). */
export interface FrameworkPriceTerms {
  readonly liveFrom: LocalDate;
  readonly expiresOn: LocalDate;
  /** For how many months prices are fixed; the default is the whole term ('possibly 4 years'). */
  readonly pricePeriodMonths: number;
}

/** The price periods of a framework, end to end from its first day to its last; the last one may be shorter. */
export const pricePeriods = ({ liveFrom, expiresOn, pricePeriodMonths }: FrameworkPriceTerms): readonly PricePeriod[] => {
  if (!Number.isInteger(pricePeriodMonths) || pricePeriodMonths < 1) throw new RangeError('A price period is a whole number of months.');
  const periods: PricePeriod[] = [];
  for (let count = 0; ; count += 1) {
    // Each from the first day, so that periods which begin on a 31st do not drift.
    const from = addMonths(liveFrom, count * pricePeriodMonths);
    if (compareDates(from, expiresOn) > 0) return periods;
    const to = addDays(addMonths(liveFrom, (count + 1) * pricePeriodMonths), -1);
    periods.push({ from, to: compareDates(to, expiresOn) < 0 ? to : expiresOn });
  }
};

/** Whether a day lies in the period. */
export const coversDay = ({ from, to }: PricePeriod, on: LocalDate): boolean => compareDates(from, on) <= 0 && compareDates(on, to) <= 0;

/** Whether two periods have a day in common. */
export const periodsOverlap = (a: PricePeriod, b: PricePeriod): boolean =>
  compareDates(a.from, b.to) <= 0 && compareDates(b.from, a.to) <= 0;

export const formatPeriod = ({ from, to }: PricePeriod): string => `${formatDate(from, 'short')} to ${formatDate(to, 'short')}`;
