import { localDate } from '../days/local-date.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import type { TermDates } from '../days/term-dates.ts';
import { halfTermsOf } from './half-terms.ts';

const year = (term: readonly [string, string], ...closures: readonly (readonly [string, string, 'half-term' | 'inset'])[]): TermDates => ({
  year: '2026/27',
  terms: [{ name: 'Spring', start: localDate(term[0]), end: localDate(term[1]) }],
  closures: closures.map(([start, end, reason]) => ({ start: localDate(start), end: localDate(end), reason })),
});
/** The first and the last school day of each half. */
const ends = (...termDates: readonly TermDates[]) => halfTermsOf(termDates).map((half) => [half[0], half.at(-1)]);

test('R5: each term of a year has two halves, parted where it closes for half-term', () => {
  expect(ends(...sampleTermDates.slice(1, 2))).toEqual([
    ['2026-09-03', '2026-10-23'],
    ['2026-11-02', '2026-12-18'],
    ['2027-01-05', '2027-02-12'],
    ['2027-02-22', '2027-03-25'],
    ['2027-04-12', '2027-05-28'],
    ['2027-06-07', '2027-07-21'],
  ]);
});

test('a term without such a closure is one, whatever other days it is closed', () => {
  expect(ends(year(['2027-01-04', '2027-01-15'], ['2027-01-06', '2027-01-06', 'inset']))).toEqual([['2027-01-04', '2027-01-15']]);
});

test('a half-term of one day parts a term, and the day is in neither half', () => {
  const halves = halfTermsOf([year(['2027-01-04', '2027-01-08'], ['2027-01-06', '2027-01-06', 'half-term'])]);
  expect(halves).toEqual([
    ['2027-01-04', '2027-01-05'],
    ['2027-01-07', '2027-01-08'],
  ]);
});

test('a closure at the very end or the very start of a term leaves one half; one outside it parts nothing', () => {
  expect(ends(year(['2027-01-04', '2027-01-08'], ['2027-01-07', '2027-01-08', 'half-term']))).toEqual([['2027-01-04', '2027-01-06']]);
  expect(ends(year(['2027-01-04', '2027-01-08'], ['2027-01-04', '2027-01-05', 'half-term']))).toEqual([['2027-01-06', '2027-01-08']]);
  for (const outside of ['2026-12-28', '2027-01-11'])
    expect(ends(year(['2027-01-04', '2027-01-08'], [outside, outside, 'half-term']))).toEqual([['2027-01-04', '2027-01-08']]);
});

test('a term of a year whose bank holidays nobody knows has none', () => {
  expect(halfTermsOf([year(['2041-01-07', '2041-01-11'])])).toEqual([]);
});
