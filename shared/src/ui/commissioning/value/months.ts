import { addMonths, type LocalDate, localDate, MONTHS } from '../../../domain/days/local-date.ts';
import { financialYearOf } from '../../../domain/ledgers/financial-year.ts';

/** Whole months to look back at, 'YYYY-MM', both included. */
export interface Months {
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** What is shown where nothing is chosen: as much as the service tells unasked. */
export const usualMonths = '12';

const yearsOffered = 4;

/** 'January 2027'. */
export const monthName = (month: string): string => {
  const [year, of] = month.split('-');
  return `${MONTHS[Number(of) - 1]} ${year}`;
};

/** The periods on offer: the last twelve months, four financial years, and the last twelve months one by one, the newest first. */
export const monthsUpTo = (today: LocalDate): readonly Months[] => {
  const back = (count: number): string => addMonths(localDate(`${today.slice(0, 7)}-01`), -count).slice(0, 7);
  const first = Number(financialYearOf(today).slice(0, 4));
  const years = Array.from({ length: yearsOffered }, (_, ago) => first - ago).map((year) => ({
    key: `${year}`,
    label: `Financial year ${financialYearOf(localDate(`${year}-04-01`))}`,
    from: `${year}-04`,
    to: `${year + 1}-03`,
  }));
  const months = Array.from({ length: 12 }, (_, ago) => back(ago)).map((month) => ({
    key: month,
    label: monthName(month),
    from: month,
    to: month,
  }));
  return [{ key: usualMonths, label: 'Last 12 months', from: back(11), to: back(0) }, ...years, ...months];
};
