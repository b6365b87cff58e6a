import { type LocalDate, localDate } from './local-date.ts';
import type { Closure, ClosureReason, Term, TermDates } from './term-dates.ts';

/**
 * SAMPLE term dates for the academic years 2025/26 to 2027/28, shaped like those of an English county. They are not any school's own:
 * each buyer's dates are data that the buyer or a commissioner keeps.
 */
export const sampleTermDates: readonly TermDates[] = [
  {
    year: '2025/26',
    terms: terms('2025-09-02/2025-12-19', '2026-01-05/2026-03-27', '2026-04-13/2026-07-21'),
    closures: closures(
      '2025-09-02 inset',
      '2025-10-27/2025-10-31 half-term',
      '2026-01-05 inset',
      '2026-02-16/2026-02-20 half-term',
      '2026-05-25/2026-05-29 half-term',
      '2026-06-26 inset',
    ),
  },
  {
    year: '2026/27',
    terms: terms('2026-09-02/2026-12-18', '2027-01-04/2027-03-25', '2027-04-12/2027-07-21'),
    closures: closures(
      '2026-09-02 inset',
      '2026-10-26/2026-10-30 half-term',
      '2027-01-04 inset',
      '2027-02-15/2027-02-19 half-term',
      '2027-05-31/2027-06-04 half-term',
      '2027-06-25 inset',
    ),
  },
  {
    year: '2027/28',
    terms: terms('2027-09-01/2027-12-17', '2028-01-04/2028-03-31', '2028-04-18/2028-07-21'),
    closures: closures(
      '2027-09-01 inset',
      '2027-10-25/2027-10-29 half-term',
      '2028-01-04 inset',
      '2028-02-14/2028-02-18 half-term',
      '2028-05-29/2028-06-02 half-term',
      '2028-06-23 inset',
    ),
  },
];

function terms(...spans: readonly [string, string, string]): readonly Term[] {
  return ['Autumn', 'Spring', 'Summer'].map((name, index) => ({ name, ...span(spans[index] ?? '') }));
}

function closures(...entries: readonly string[]): readonly Closure[] {
  return entries.map((entry) => {
    const [days = '', reason = ''] = entry.split(' ');
    return { ...span(days), reason: reason as ClosureReason };
  });
}

/** 'first/last', or one day. */
function span(days: string): { start: LocalDate; end: LocalDate } {
  const [start = '', end = start] = days.split('/');
  return { start: localDate(start), end: localDate(end) };
}
