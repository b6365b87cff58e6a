import { addDays, dateOf, type LocalDate, localDate, parseLocalDate } from '../days/local-date.ts';
import type { Cell } from './sheet.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Excel counts days: 36526 is 1 January 2000. Only days of the years 2000 to 2099 are taken for days: any other number is a slip. */
const serial = { first: 36_526, last: 73_050 };
const firstDay = localDate('2000-01-01');

const fromSerial = (number: number): LocalDate | undefined =>
  Number.isInteger(number) && number >= serial.first && number <= serial.last ? addDays(firstDay, number - serial.first) : undefined;

/** A day as people and spreadsheets write one: '01/09/2026', '1.9.2026', '1 September 2026', '2026-09-01', a date's cell, or Excel's number of it. */
export const readDay = (cell: Exclude<Cell, undefined>): LocalDate | undefined => {
  if (typeof cell === 'boolean') return undefined;
  if (typeof cell === 'object') return parseLocalDate(cell.day);
  // A day with a time has a fraction: the day is meant.
  if (typeof cell === 'number') return fromSerial(Math.floor(cell));
  const text = cell.trim();
  if (/^\d{5}$/.test(text)) return fromSerial(Number(text));
  const iso = /^(\d{4}-\d\d-\d\d)(?:T00:00:00(?:\.0+)?Z?)?$/.exec(text);
  if (iso) return parseLocalDate(iso[1] ?? '');
  const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?: 00:00(?::00)?)?$/.exec(text);
  if (numbers) return dateOf(Number(numbers[4]), Number(numbers[3]), Number(numbers[1]));
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})[ -](\d{4})$/.exec(text);
  const month = months.indexOf((words?.[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  // A word that is no month is month 0, of which there is no day.
  return words ? dateOf(Number(words[3]), month, Number(words[1])) : undefined;
};
