/** A calendar day as 'YYYY-MM-DD', from 1900 to 2999, with no time and no zone. Compares as text. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** Days of the week as the lists and patterns keep them. */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAY_MS = 86_400_000;

/** The day as a LocalDate, or undefined when the text is not an existing day written YYYY-MM-DD. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const match = /^((?:19|2\d)\d\d)-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return undefined;
  return dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether a value is an existing day written YYYY-MM-DD. */
export function isLocalDate(value: unknown): value is LocalDate {
  return typeof value === 'string' && parseLocalDate(value) !== undefined;
}

/** A day that the caller knows to be right, such as one in code. Throws RangeError when it is not. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new RangeError(`Not a date: ${text}`);
  return date;
}

/** The day of a year, a month from 1 and a day of the month; undefined when there is none such, such as 30 February. */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  if (!isKept(year)) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? toText(date) : undefined;
}

/** The day a number of days later, or earlier when negative. Throws RangeError outside 1900 to 2999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days)) throw new RangeError('Days are counted whole.');
  const day = new Date(toMs(date) + days * DAY_MS);
  if (!isKept(day.getUTCFullYear())) throw new RangeError(`No such date: ${date} plus ${days} days`);
  return toText(day);
}

/** The same day of the month a number of months later or earlier, or that month's last day when it is shorter. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  const result = dateOf(last.getUTCFullYear(), last.getUTCMonth() + 1, Math.min(day, last.getUTCDate()));
  if (result === undefined) throw new RangeError(`No such date: ${date} plus ${months} months`);
  return result;
}

/** Days from `start` to `end`: 1 from a day to the next, negative when `end` is earlier. */
export function daysBetween(start: LocalDate, end: LocalDate): number {
  return Math.round((toMs(end) - toMs(start)) / DAY_MS);
}

/** The day of the week. */
export function dayOfWeek(date: LocalDate): Weekday {
  return WEEKDAYS[new Date(toMs(date)).getUTCDay()] as Weekday;
}

/** The Monday of the day's week; weeks run from Monday to Sunday. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, -((new Date(toMs(date)).getUTCDay() + 6) % 7));
}

/** For sorting: negative when `a` is earlier, 0 when the same, positive when later. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** False for NaN too. */
function isKept(year: number): boolean {
  return year >= 1900 && year <= 2999;
}

function toMs(date: LocalDate): number {
  return Date.parse(date);
}

function toText(date: Date): LocalDate {
  return date.toISOString().slice(0, 10) as LocalDate;
}

// Written out, not asked of Intl: engines disagree on 'Sep' or 'Sept' and on commas, and a card must read like the page.
export const MONTHS = 'January February March April May June July August September October November December'.split(' ');
export const DAY_NAMES: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** A day for people: 'Tuesday 3 March 2026', '3 March 2026' when plain, '3 Mar 2026' when short. */
export function formatDate(date: LocalDate, style: 'long' | 'plain' | 'short' = 'long'): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  const plain = `${Number(day)} ${style === 'short' ? name.slice(0, 3) : name} ${year}`;
  return style === 'long' ? `${DAY_NAMES[dayOfWeek(date)]} ${plain}` : plain;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  hour: '2-digit',
});

/** The day it is in London at an instant (ISO 8601 with Z or an offset). Throws RangeError when the text is not an instant. */
export function toLondonDate(instant: string): LocalDate {
  return londonClock(instant).date;
}

/** The day it is in London so many milliseconds after 1970 began (UTC); undefined when that is no number, or a day before 1900 or after 2999. */
export function londonDateAt(milliseconds: number): LocalDate | undefined {
  return Math.abs(milliseconds) < 1e14 ? parseLocalDate(toText(inLondon(milliseconds))) : undefined;
}

/** An instant for people, by London's clock: 'Tuesday 3 March 2026 at 2:15pm', 'at 9am', 'at midday', 'at midnight'. Throws like toLondonDate. */
export function formatInstant(instant: string): string {
  const { date, hour, minute } = londonClock(instant);
  return `${formatDate(date)} at ${clockTime(hour, minute)}`;
}

/** The time of day by London's clock: '2:15pm', '9am', 'midday', 'midnight'. Throws like toLondonDate. */
export function formatClock(instant: string): string {
  const { hour, minute } = londonClock(instant);
  return clockTime(hour, minute);
}

/** Whether a text is an ISO instant with its zone, such as '2026-12-01T12:00:00Z'. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}

/** The instant of a full hour by London's clock on a day, in UTC: an hour between 3 and 23, which every day of the year has once. */
export function instantAtLondon(date: LocalDate, hour: number): string {
  const utc = (at: number): string => `${date}T${String(at).padStart(2, '0')}:00:00Z`;
  return londonClock(utc(hour)).hour === hour ? utc(hour) : utc(hour - 1);
}

function londonClock(instant: string): { date: LocalDate; hour: number; minute: number } {
  const at = INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
  const date = londonDateAt(at);
  if (date === undefined) throw new RangeError(`Not an instant: ${instant}`);
  const there = inLondon(at);
  return { date, hour: there.getUTCHours(), minute: there.getUTCMinutes() };
}

/** Milliseconds by which London's clock is ahead of UTC, by the hour since 1970. Asking Intl takes longer than most decisions. */
const ahead = new Map<number, number>();
const HOUR_MS = 3_600_000;

/** An instant as a Date whose UTC fields show what London's clock shows. London has changed its clock at full hours only, and is never behind UTC. */
function inLondon(milliseconds: number): Date {
  const hour = Math.floor(milliseconds / HOUR_MS);
  if (ahead.size > 20_000) ahead.clear();
  const offset = ahead.get(hour) ?? ((Number(london.format(milliseconds)) - new Date(milliseconds).getUTCHours() + 24) % 24) * HOUR_MS;
  ahead.set(hour, offset);
  return new Date(milliseconds + offset);
}

function clockTime(hour: number, minute: number): string {
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'midday';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}
