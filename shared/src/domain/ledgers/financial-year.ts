import { addDays, compareDates, dayOfWeek, type LocalDate, localDate, parseLocalDate } from '../days/local-date.ts';
import { calendarKnown, noSchoolReason, type TermDates } from '../days/term-dates.ts';
import { sessionsADay, type WeeklyPattern } from '../days/weekly-pattern.ts';
import { type Pence, pence } from '../money/money.ts';

/** A council's financial year, April to March, as '2026-27'. */
export type FinancialYear = string & { readonly __brand: 'FinancialYear' };

/** The financial year of a day: '2026-27' from 1 April 2026 to 31 March 2027. */
export const financialYearOf = (date: LocalDate): FinancialYear => {
  const first = Number(date.slice(0, 4)) - (date.slice(5, 7) < '04' ? 1 : 0);
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}` as FinancialYear;
};

/** A financial year as written by a person, or undefined when it is none: two years that follow each other. */
export const parseFinancialYear = (text: string): FinancialYear | undefined => {
  const first = parseLocalDate(`${text.slice(0, 4)}-04-01`);
  const is = text.startsWith('20') && first !== undefined && financialYearOf(first) === text;
  return is ? (text as FinancialYear) : undefined;
};

/** The financial years that an order which begins on this day can lie in: it covers twelve months at most. */
export const yearsFrom = (start: LocalDate): readonly [FinancialYear, FinancialYear] => {
  const first = Number(financialYearOf(start).slice(0, 4));
  return [financialYearOf(start), financialYearOf(localDate(`${first + 1}-04-01`))];
};

/** Every financial year of the days from one to another. */
export const financialYearsOver = (from: LocalDate, to: LocalDate): readonly FinancialYear[] => {
  const [first, last] = [financialYearOf(from), financialYearOf(to)].map((year) => Number(year.slice(0, 4))) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, at) => financialYearOf(localDate(`${first + at}-04-01`)));
};

/** Days on end with one weekly pattern, both ends included. */
export interface TaughtPart {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly pattern: WeeklyPattern;
}

/** Sessions of the parts in each financial year. A day of which the calendar knows nothing counts as taught. */
const sessionsByYear = (parts: readonly TaughtPart[], termDates: readonly TermDates[]): ReadonlyMap<FinancialYear, number> => {
  const sessions = new Map<FinancialYear, number>();
  for (const { from, to, pattern } of parts) {
    const each = sessionsADay(pattern);
    const firstWeek = Array.from({ length: 7 }, (_, at) => addDays(from, at));
    const firsts = firstWeek.filter((date) => pattern.days.some((day) => day === dayOfWeek(date)));
    for (let week = 0; compareDates(addDays(from, week), to) <= 0; week += 7)
      for (const date of firsts.map((first) => addDays(first, week))) {
        const taught = !calendarKnown(termDates, date) || noSchoolReason(termDates, date) === undefined;
        if (taught && compareDates(date, to) <= 0) sessions.set(financialYearOf(date), (sessions.get(financialYearOf(date)) ?? 0) + each);
      }
  }
  return sessions;
};

/**
 * An amount divided over the financial years by the sessions that are taught in each, to the penny: the parts always add up to the amount (largest
 * remainder). Where no session is taught all of it lies in the year of `start`.
 */
export const splitByYear = (
  amount: Pence,
  start: LocalDate,
  parts: readonly TaughtPart[],
  termDates: readonly TermDates[],
): ReadonlyMap<FinancialYear, Pence> => {
  const sessions = [...sessionsByYear(parts, termDates)];
  const all = sessions.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0) return new Map([[financialYearOf(start), amount]]);
  const floors = sessions.map(([year, count]) => ({
    year,
    whole: Math.floor((amount * count) / all),
    rest: (amount * count) % all,
  }));
  let left = amount - floors.reduce((sum, { whole }) => sum + whole, 0);
  const byRest = [...floors].sort((a, b) => b.rest - a.rest || a.year.localeCompare(b.year));
  const extra = new Map<FinancialYear, number>();
  for (const { year } of byRest) {
    if (left === 0) break;
    extra.set(year, 1);
    left -= 1;
  }
  return new Map(floors.map(({ year, whole }) => [year, pence(whole + (extra.get(year) ?? 0))]));
};
