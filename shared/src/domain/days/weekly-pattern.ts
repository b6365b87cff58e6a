import type { RateUnit } from '../money/rate-card.ts';
import { addDays, addMonths, dayOfWeek, formatDate, type LocalDate, mondayOf, type Weekday } from './local-date.ts';
import { calendarKnown, type NoSchool, noSchoolReason, type TermDates } from './term-dates.ts';
import { unitsSentence } from './units-sentence.ts';

/** The days on which a placement can be taught. */
export const schoolWeekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const satisfies readonly Weekday[];
export type SchoolWeekday = (typeof schoolWeekdays)[number];

export const sessionChoices = ['am', 'pm', 'both'] as const;
export type SessionChoice = (typeof sessionChoices)[number];

/** One week of a placement: on which days, which sessions of each such day, and how many hours on each such day (in quarters). */
export interface WeeklyPattern {
  readonly days: readonly SchoolWeekday[];
  readonly sessions: SessionChoice;
  readonly hoursPerDay: number;
}

/** So many sessions are a whole week of school. */
export const fullWeekSessions = 10;

/** Sessions of each day of the pattern. */
export const sessionsADay = ({ sessions }: Pick<WeeklyPattern, 'sessions'>): number => (sessions === 'both' ? 2 : 1);

/** Sessions of a full week of the pattern, 1 to `fullWeekSessions`. */
export const sessionsAWeek = (pattern: Pick<WeeklyPattern, 'days' | 'sessions'>): number => pattern.days.length * sessionsADay(pattern);

/** So many days taught over so many weeks, counted in each unit by itself: half days count as half a day, hours come in quarters. */
export const unitsTaught = (
  pattern: Pick<WeeklyPattern, 'sessions' | 'hoursPerDay'>,
  days: number,
  weeks: number,
): Readonly<Record<RateUnit, number>> => ({
  hour: days * pattern.hoursPerDay,
  session: days * sessionsADay(pattern),
  day: (days * sessionsADay(pattern)) / 2,
  week: weeks,
});

export interface ExcludedDay {
  readonly date: LocalDate;
  readonly reason: NoSchool;
}

/** The units of a placement, and how they came about. `weeks` are those with a day taught; `hoursPerWeek` is the pattern's full week. */
export interface UnitCount {
  readonly ok: true;
  readonly unit: RateUnit;
  /** Half days count as half a day; hours come in quarters. */
  readonly units: number;
  readonly days: number;
  readonly weeks: number;
  readonly daysPerWeek: number;
  readonly hoursPerWeek: number;
  readonly sentence: string;
  /** Days of the pattern that fall out, in order. */
  readonly excluded: readonly ExcludedDay[];
}

export type CountRefusalCode =
  | 'no-day-chosen'
  | 'day-not-allowed'
  | 'hours-out-of-range'
  | 'end-before-start'
  | 'longer-than-a-year'
  | 'term-dates-missing'
  | 'no-teaching-days';

/** Why nothing can be counted. `field` is the JSON pointer of the input at fault. */
export interface CountRefusal {
  readonly ok: false;
  readonly code: CountRefusalCode;
  readonly sentence: string;
  readonly field: string;
}

const refuse = (code: CountRefusalCode, field: string, sentence: string): CountRefusal => ({ ok: false, code, sentence, field });

/**
 * Counts what a placement costs units of: the pattern's days from `start` to `end` (both included) that are school days by the buyer's
 * term dates, England's bank holidays left out (R43). Hours = days times hours a day; a session is a half day; a week in which any day
 * is taught is a whole week. Refuses rather than guess, such as beyond the term dates that are known.
 */
export function countUnits(
  pattern: WeeklyPattern,
  start: LocalDate,
  end: LocalDate,
  termDates: readonly TermDates[],
  unit: RateUnit,
): UnitCount | CountRefusal {
  const fault = checkPattern(pattern) ?? checkDates(start, end, termDates);
  if (fault) return fault;
  const taughtByWeek = new Map<LocalDate, number>();
  const excluded: ExcludedDay[] = [];
  for (let date = start; date <= end; date = addDays(date, 1)) {
    const weekday = dayOfWeek(date);
    if (!pattern.days.some((day) => day === weekday)) continue;
    const reason = noSchoolReason(termDates, date);
    const week = mondayOf(date);
    if (reason === undefined) taughtByWeek.set(week, (taughtByWeek.get(week) ?? 0) + 1);
    else excluded.push({ date, reason });
  }
  const weekly = [...taughtByWeek.values()];
  const days = weekly.reduce((sum, taught) => sum + taught, 0);
  if (days === 0) return refuse('no-teaching-days', '/endDate', 'None of the chosen days is a school day between these dates.');
  const units = unitsTaught(pattern, days, weekly.length)[unit];
  const daysPerWeek = pattern.days.length;
  const even = weekly.every((taught) => taught === daysPerWeek);
  const count = { unit, units, days, weeks: weekly.length, daysPerWeek, hoursPerWeek: daysPerWeek * pattern.hoursPerDay, excluded };
  return { ok: true, ...count, sentence: unitsSentence({ ...count, pattern, even }) };
}

/** Hours a day lie between half an hour and 8, or 5 when only a morning or an afternoon is taught. */
function checkPattern({ days, sessions, hoursPerDay }: WeeklyPattern): CountRefusal | undefined {
  if (days.length === 0) return refuse('no-day-chosen', '/pattern/days', 'Choose at least one day of the week.');
  if (new Set(days).size !== days.length || !days.every((day) => schoolWeekdays.includes(day)))
    return refuse('day-not-allowed', '/pattern/days', 'Choose each day once, from Monday to Friday.');
  const most = sessions === 'both' ? 8 : 5;
  if (!(hoursPerDay >= 0.5 && hoursPerDay <= most && Number.isInteger(hoursPerDay * 4)))
    return refuse('hours-out-of-range', '/pattern/hoursPerDay', `Hours a day must be from 0.5 to ${most}, in quarters of an hour.`);
  return undefined;
}

function checkDates(start: LocalDate, end: LocalDate, termDates: readonly TermDates[]): CountRefusal | undefined {
  if (end < start) return refuse('end-before-start', '/endDate', 'The last day is before the first day.');
  if (end >= addMonths(start, 12))
    return refuse('longer-than-a-year', '/endDate', 'A request covers at most 12 months. Make another request for the time after.');
  for (const [field, date] of [['/startDate', start] as const, ['/endDate', end] as const])
    if (!calendarKnown(termDates, date))
      return refuse('term-dates-missing', field, `No term dates are known for ${formatDate(date)}, so its school days cannot be counted.`);
  return undefined;
}
