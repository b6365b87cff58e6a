import type { RateUnit } from '../money/rate-card.ts';
import type { NoSchool } from './term-dates.ts';

interface Counted {
  readonly unit: RateUnit;
  readonly units: number;
  readonly days: number;
  readonly weeks: number;
  readonly daysPerWeek: number;
  readonly excluded: readonly { readonly reason: NoSchool }[];
  readonly pattern: { readonly sessions: 'am' | 'pm' | 'both'; readonly hoursPerDay: number };
  /** Whether every week that is taught is taught on all its days. */
  readonly even: boolean;
}

const REASON_NAMES: readonly (readonly [NoSchool, string])[] = [
  ['bank-holiday', 'bank holidays'],
  ['inset', 'INSET days'],
  ['half-term', 'half-terms'],
  ['other', 'school closures'],
  ['school-holiday', 'school holidays'],
];

/**
 * Says how units were counted: '11 weeks x 2 days = 22 days' when every week is whole, else the plain total and what was left out
 * ('21 days over 11 weeks; bank holidays left out'). A product is only written when it is true.
 */
export function unitsSentence(counted: Counted): string {
  const { unit, units, days, weeks, daysPerWeek, pattern, even } = counted;
  const total = countOf(units, unit);
  if (unit === 'week') return even ? total : `${total}, of which not every one is whole (${taughtDays(counted, days)})${leftOut(counted)}`;
  if (!even)
    return `${unit === 'hour' ? `${total} in ${taughtDays(counted, days)}` : total} over ${countOf(weeks, 'week')}${leftOut(counted)}`;
  const factors = [countOf(weeks, 'week'), taughtDays(counted, daysPerWeek)];
  if (unit === 'hour') factors.push(countOf(pattern.hoursPerDay, 'hour'));
  if (unit === 'session' && pattern.sessions === 'both') factors.push(countOf(2, 'session'));
  return `${factors.join(' x ')} = ${total}`;
}

/** A number with its unit: '1 day', '2.5 hours'. */
function countOf(count: number, unit: RateUnit): string {
  return `${count.toLocaleString('en-GB')} ${unit}${count === 1 ? '' : 's'}`;
}

function taughtDays({ pattern }: Counted, days: number): string {
  if (pattern.sessions === 'both') return countOf(days, 'day');
  return `${days} ${pattern.sessions === 'am' ? 'morning' : 'afternoon'}${days === 1 ? '' : 's'}`;
}

function leftOut({ excluded }: Counted): string {
  const names = REASON_NAMES.filter(([reason]) => excluded.some((day) => day.reason === reason)).map(([, name]) => name);
  if (names.length === 0) return '; the first or last week is not whole';
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `; ${list} left out`;
}
