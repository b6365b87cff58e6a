import { bankHolidaysKnown, isBankHoliday } from './bank-holidays.ts';
import { addDays, dayOfWeek, isLocalDate, type LocalDate } from './local-date.ts';

export const closureReasons = ['half-term', 'inset', 'other'] as const;
export type ClosureReason = (typeof closureReasons)[number];

/** Days of a term on which the school is closed to pupils, both ends included. An INSET day trains staff while pupils stay away. */
export interface Closure {
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly reason: ClosureReason;
}

export interface Term {
  readonly name: string;
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** One academic year of one buyer (R43): `year` reads '2026/27'. Terms and closures are in order and do not overlap. */
export interface TermDates {
  readonly year: string;
  readonly terms: readonly Term[];
  readonly closures: readonly Closure[];
}

/** Why a weekday is not a school day. */
export type NoSchool = 'school-holiday' | 'bank-holiday' | ClosureReason;

const within = (date: LocalDate, span: { readonly start: LocalDate; readonly end: LocalDate }) => span.start <= date && date <= span.end;

/** The term a day lies in, closures included. */
export function termOf(termDates: readonly TermDates[], date: LocalDate): Term | undefined {
  for (const { terms } of termDates) for (const term of terms) if (within(date, term)) return term;
  return undefined;
}

/** Why pupils stay at home on a weekday (R43); undefined on a school day. Throws RangeError in a year whose bank holidays are not known. */
export function noSchoolReason(termDates: readonly TermDates[], date: LocalDate): NoSchool | undefined {
  if (termOf(termDates, date) === undefined) return 'school-holiday';
  if (isBankHoliday(date)) return 'bank-holiday';
  for (const { closures } of termDates) for (const closure of closures) if (within(date, closure)) return closure.reason;
  return undefined;
}

/** Monday to Friday, in term, not closed and not a bank holiday (R43). Throws like noSchoolReason. */
export function isSchoolDay(termDates: readonly TermDates[], date: LocalDate): boolean {
  const day = dayOfWeek(date);
  return day !== 'sat' && day !== 'sun' && noSchoolReason(termDates, date) === undefined;
}

/**
 * School days from `from` up to, but not including, `to`: what lies between giving notice and starting (R8, R43).
 * Nought when `to` is not later. Throws like noSchoolReason.
 */
export function schoolDaysBetween(termDates: readonly TermDates[], from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let date = from; date < to; date = addDays(date, 1)) if (isSchoolDay(termDates, date)) count += 1;
  return count;
}

/**
 * Whether the calendar can speak for a day: its academic year (September to August) is among the term dates and its bank holidays are
 * known. August also counts as known to a year whose term begins in it. Where this is false nothing may be counted.
 */
export function calendarKnown(termDates: readonly TermDates[], date: LocalDate): boolean {
  if (!bankHolidaysKnown(date)) return false;
  return termOf(termDates, date) !== undefined || termDates.some((entry) => entry.year === academicYearOf(date));
}

/** The academic year of a day: '2026/27' from 1 September 2026 to 31 August 2027. */
export function academicYearOf(date: LocalDate): string {
  const year = Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0);
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** What is wrong with term dates as written: where (a JSON pointer into them) and a sentence for whoever keeps them. */
export interface TermDatesProblem {
  readonly ok: false;
  readonly path: string;
  readonly sentence: string;
}

const problem = (path: string, sentence: string): TermDatesProblem => ({ ok: false, path, sentence });

/**
 * Reads term dates from the JSON text that a buyer's column keeps: an array of TermDates, years in order.
 * Refuses what would make a wrong count: no such day, an end before its start, terms or closures out of order, overlapping or out of their year.
 */
export function parseTermDates(json: string): { readonly ok: true; readonly termDates: readonly TermDates[] } | TermDatesProblem {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return problem('', 'Term dates are not written as JSON.');
  }
  if (!Array.isArray(value) || value.length === 0) return problem('', 'Term dates are a list of at least one academic year.');
  const termDates: TermDates[] = [];
  for (const [index, entry] of value.entries()) {
    const year = parseYear(entry, `/${index}`);
    if ('ok' in year) return year;
    termDates.push(year);
  }
  const unordered = firstUnordered(termDates.flatMap((year) => year.terms));
  const repeated = termDates.findIndex((year, index) => year.year <= (termDates[index - 1]?.year ?? ''));
  if (repeated > 0) return problem(`/${repeated}/year`, 'Academic years must be in order, each once.');
  if (unordered) return problem('', `${unordered.name} begins before the term before it has ended.`);
  return { ok: true, termDates };
}

function parseYear(entry: unknown, path: string): TermDates | TermDatesProblem {
  if (!isRecord(entry)) return problem(path, 'An academic year has a year, terms and closures.');
  const { year, terms, closures } = entry;
  if (typeof year !== 'string' || !year.startsWith('20') || year !== academicYearOf(`${year.slice(0, 4)}-09-01` as LocalDate))
    return problem(`${path}/year`, "Write the academic year like '2026/27'.");
  if (!Array.isArray(terms) || terms.length === 0) return problem(`${path}/terms`, `${year} needs at least one term.`);
  if (!Array.isArray(closures)) return problem(`${path}/closures`, `${year} needs a list of closures; it may be empty.`);
  const readTerms: Term[] = [];
  for (const [index, term] of terms.entries()) {
    const at = `${path}/terms/${index}`;
    if (!isRecord(term) || typeof term.name !== 'string' || term.name.trim() === '') return problem(at, 'Each term needs a name.');
    const span = parseSpan(term, at, year);
    if ('ok' in span) return span;
    readTerms.push({ name: term.name.trim(), ...span });
  }
  const readClosures: Closure[] = [];
  for (const [index, closure] of closures.entries()) {
    const at = `${path}/closures/${index}`;
    const reason = isRecord(closure) ? closureReasons.find((known) => known === closure.reason) : undefined;
    if (!isRecord(closure) || reason === undefined) return problem(at, `The reason of a closure is one of ${closureReasons.join(', ')}.`);
    const span = parseSpan(closure, at, year);
    if ('ok' in span) return span;
    readClosures.push({ ...span, reason });
  }
  if (firstUnordered(readTerms)) return problem(`${path}/terms`, `The terms of ${year} must be in order and must not overlap.`);
  if (firstUnordered(readClosures)) return problem(`${path}/closures`, `The closures of ${year} must be in order and must not overlap.`);
  return { year, terms: readTerms, closures: readClosures };
}

function parseSpan(entry: Record<string, unknown>, path: string, year: string): { start: LocalDate; end: LocalDate } | TermDatesProblem {
  const { start, end } = entry;
  if (!isLocalDate(start)) return problem(`${path}/start`, 'The start must be a day written YYYY-MM-DD.');
  if (!isLocalDate(end)) return problem(`${path}/end`, 'The end must be a day written YYYY-MM-DD.');
  if (end < start) return problem(`${path}/end`, 'The end is before the start.');
  const first = Number(year.slice(0, 4));
  // Some schools begin in the last days of August.
  if (start < `${first}-08-01` || end > `${first + 1}-08-31`) return problem(path, `These days do not lie in the academic year ${year}.`);
  return { start, end };
}

function firstUnordered<Span extends { readonly start: LocalDate; readonly end: LocalDate }>(spans: readonly Span[]): Span | undefined {
  return spans.find((span, index) => span.start <= (spans[index - 1]?.end ?? ''));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
