import { bankHolidaysKnown } from '../days/bank-holidays.ts';
import { addDays, type LocalDate } from '../days/local-date.ts';
import { isSchoolDay, type TermDates } from '../days/term-dates.ts';

/** One half of a term: its school days, in order. There is always one at least. */
export type HalfTerm = readonly [LocalDate, ...LocalDate[]];

/**
 * The halves of a buyer's terms, in order: a term is parted where it closes for half-term. A term without such a closure counts as one. Days in years
 * whose bank holidays are not known are left out, for nobody can say whether they are school days.
 */
export const halfTermsOf = (termDates: readonly TermDates[]): readonly HalfTerm[] =>
  termDates.flatMap(({ terms, closures }) =>
    terms.flatMap(({ start, end }) => {
      const breaks = closures.filter(({ reason, start: from, end: to }) => reason === 'half-term' && start <= from && to <= end);
      const starts = [start, ...breaks.map((closure) => addDays(closure.end, 1))];
      return starts.flatMap((from, index) => {
        const next = breaks[index];
        return halfTerm(termDates, from, next ? addDays(next.start, -1) : end);
      });
    }),
  );

const halfTerm = (termDates: readonly TermDates[], from: LocalDate, to: LocalDate): readonly HalfTerm[] => {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (bankHolidaysKnown(day) && isSchoolDay(termDates, day)) days.push(day);
  const [first, ...rest] = days;
  return first === undefined ? [] : [[first, ...rest]];
};
