import { compareDates, type LocalDate } from '../days/local-date.ts';
import type { Service } from '../register/service.ts';

/**
 * The first day on which a pupil could start, as far as the register's facts allow to name one; undefined where they do not, and then only
 * the places and their day may be told. The provider states the day and the places. A stated day to come holds, also when no place is free
 * today: the place comes free then. A stated day that has passed means today, because no request starts before today; but where no place is
 * free it promises nothing.
 */
export const earliestStart = (
  { earliestStart: stated, placesFree }: Pick<Service, 'earliestStart' | 'placesFree'>,
  today: LocalDate,
): LocalDate | undefined => {
  if (stated === undefined || compareDates(stated, today) > 0) return stated;
  return placesFree === 0 ? undefined : today;
};
