import { DAY_NAMES, dateOf, dayOfWeek, type LocalDate, MONTHS, parseLocalDate } from './local-date.ts';

/**
 * A day as people in the UK type it: '3/4/2027', '03 04 2027', '3.4.2027', '3 April 2027', 'Sat 3rd Apr 2027', or 2027-04-03.
 * Undefined when it is no such day, when the year is not four digits, and when a weekday is named that is not that day's.
 */
export function parseUkDate(text: string): LocalDate | undefined {
  const tidy = text.trim().toLowerCase().replaceAll(',', ' ').replace(/\s+/g, ' ');
  const iso = parseLocalDate(tidy);
  if (iso !== undefined) return iso;
  const match = /^(?:([a-z]{3,9}) )?(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ /.-](\d{1,2}|[a-z]{3,9})[ /.-](\d{4})$/.exec(tidy);
  if (!match) return undefined;
  const [, weekday = '', day, month = '', year] = match;
  const monthNumber = Number(month) || monthNamed(month);
  const date = dateOf(Number(year), monthNumber, Number(day));
  return date !== undefined && DAY_NAMES[dayOfWeek(date)].toLowerCase().startsWith(weekday) ? date : undefined;
}

/** 1 for 'jan' or 'january'; 0 when no month is so called. At least three letters, so that 'ma' is not guessed. */
function monthNamed(text: string): number {
  return MONTHS.findIndex((name) => name.toLowerCase() === text || (text.length < 5 && name.toLowerCase().startsWith(text))) + 1;
}

/** A day as it is typed in a British spreadsheet: 01/09/2026. */
export const formatUkDate = (date: LocalDate): string => date.split('-').reverse().join('/');
