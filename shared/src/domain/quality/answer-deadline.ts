import { bankHolidaysKnown, isWorkingDay } from '../days/bank-holidays.ts';
import { addDays, dayOfWeek, instantAtLondon, type LocalDate, toLondonDate } from '../days/local-date.ts';
import { calendarKnown, isSchoolDay, type TermDates } from '../days/term-dates.ts';

const hour = 10;
/** Longer than any school holiday: beyond it the term dates are wrong, and waiting for them would be waiting for ever. */
const longestHoliday = 70;

/** Whether the school may be asked on a day. Where its term dates say nothing, any working day will do: too early an answer harms nobody. */
const isOpen = (termDates: readonly TermDates[], date: LocalDate): boolean => {
  if (calendarKnown(termDates, date)) return isSchoolDay(termDates, date);
  return bankHolidaysKnown(date) ? isWorkingDay(date) : !['sat', 'sun'].includes(dayOfWeek(date));
};

/** When a buyer must have answered what is asked now: 10:00 by London's clock on its next school day after today (R43). */
export const answerBy = (now: string, termDates: readonly TermDates[]): string => {
  const today = toLondonDate(now);
  const days = Array.from({ length: longestHoliday }, (_, index) => addDays(today, index + 1));
  return instantAtLondon(days.find((day) => isOpen(termDates, day)) ?? addDays(today, 1), hour);
};
