import { addDays, dayOfWeek, type LocalDate } from '../../domain/days/local-date.ts';

/** The next weekday, or the one before: no school teaches at weekends. */
export const weekdayFrom = (date: LocalDate, step: 1 | -1): LocalDate => {
  const next = addDays(date, step);
  return ['sat', 'sun'].includes(dayOfWeek(next)) ? weekdayFrom(next, step) : next;
};
