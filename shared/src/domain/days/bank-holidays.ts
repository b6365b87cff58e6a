import { addDays, dayOfWeek, type LocalDate } from './local-date.ts';

/**
 * Bank holidays in England and Wales as gov.uk lists them (R43), month-day per year, substitutes on the day they are kept.
 * Years still to come follow the statute; a later proclamation is one more entry here.
 */
const BY_YEAR: Readonly<Record<number, string>> = {
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28', // early May moved to the 75th VE day
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27', // spring moved, Platinum Jubilee, state funeral
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26', // coronation
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2029: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2030: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
};

const holidays = new Set(Object.entries(BY_YEAR).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)));

/** Every bank holiday known, in order. */
export const bankHolidays: readonly LocalDate[] = [...holidays].sort() as LocalDate[];

/** Whether the bank holidays of the day's year are known. Elsewhere nobody may say that a day is a working day. */
export function bankHolidaysKnown(date: LocalDate): boolean {
  return BY_YEAR[Number(date.slice(0, 4))] !== undefined;
}

/** Whether a day is a bank holiday in England and Wales. Throws RangeError for a year whose bank holidays are not known. */
export function isBankHoliday(date: LocalDate): boolean {
  if (!bankHolidaysKnown(date)) throw new RangeError(`The bank holidays of ${date.slice(0, 4)} are not known.`);
  return holidays.has(date);
}

/** Monday to Friday and not a bank holiday (R43). Throws like isBankHoliday. */
export function isWorkingDay(date: LocalDate): boolean {
  const day = dayOfWeek(date);
  return day !== 'sat' && day !== 'sun' && !isBankHoliday(date);
}

/**
 * The working day that lies a number of working days after a day, or before it when negative (R43); the day itself is not counted.
 * Nought gives the day back, working or not. Throws RangeError for parts of days and past the known years.
 */
export function addWorkingDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days)) throw new RangeError('Working days are counted whole.');
  const step = days < 0 ? -1 : 1;
  let result = date;
  for (let left = Math.abs(days); left > 0; ) {
    result = addDays(result, step);
    if (isWorkingDay(result)) left -= 1;
  }
  return result;
}
