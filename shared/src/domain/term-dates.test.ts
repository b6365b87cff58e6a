import fc from 'fast-check';
import { addDays, localDate } from './local-date.ts';
import { sampleTermDates } from './sample-term-dates.ts';
import {
  academicYearOf,
  calendarKnown,
  isSchoolDay,
  noSchoolReason,
  parseTermDates,
  schoolDaysBetween,
  type TermDates,
  termOf,
} from './term-dates.ts';

describe('R43 a school day', () => {
  test.each([
    ['2026-09-03', undefined],
    ['2026-09-02', 'inset'],
    ['2026-10-28', 'half-term'],
    ['2026-12-21', 'school-holiday'],
    ['2027-05-03', 'bank-holiday'],
    ['2027-03-26', 'school-holiday'], // Good Friday, after the end of term
    ['2027-05-31', 'bank-holiday'], // spring bank holiday, inside half-term
  ])('R43 %s: closed because of %p', (date, reason) => {
    expect(noSchoolReason(sampleTermDates, localDate(date))).toBe(reason);
    expect(isSchoolDay(sampleTermDates, localDate(date))).toBe(reason === undefined);
  });

  test('R43 Saturday in term is no school day', () => {
    expect(isSchoolDay(sampleTermDates, localDate('2026-09-05'))).toBe(false);
  });
});

describe('R8 school days between notice and start', () => {
  test.each([
    ['2026-09-07', '2026-09-09', 2], // Monday's notice, Wednesday's start
    ['2026-09-04', '2026-09-07', 1], // over a weekend only the Friday counts
    ['2026-10-23', '2026-11-02', 1], // over half-term
    ['2026-09-09', '2026-09-09', 0],
    ['2026-09-09', '2026-09-07', 0],
  ])('R8 from %s to %s are %p', (from, to, days) => {
    expect(schoolDaysBetween(sampleTermDates, localDate(from), localDate(to))).toBe(days);
  });

  test('R8 neighbouring stretches add up', () => {
    const offset = fc.integer({ min: 0, max: 700 });
    fc.assert(
      fc.property(offset, offset, offset, (...offsets) => {
        const [a, b, c] = offsets.sort((x, y) => x - y).map((n) => addDays(localDate('2025-09-01'), n)) as [never, never, never];
        const between = (from: never, to: never) => schoolDaysBetween(sampleTermDates, from, to);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
      }),
    );
  });
});

test.each([
  ['2026-08-31', '2025/26', true],
  ['2026-09-01', '2026/27', true],
  ['2028-09-01', '2028/29', false],
  ['2025-08-31', '2024/25', false],
])('R43 %s lies in %s; its calendar is known: %p', (date, year, known) => {
  expect(academicYearOf(localDate(date))).toBe(year);
  expect(calendarKnown(sampleTermDates, localDate(date))).toBe(known);
});

test('a term is found by its days, half-term included', () => {
  expect(termOf(sampleTermDates, localDate('2026-10-28'))?.name).toBe('Autumn');
  expect(termOf(sampleTermDates, localDate('2026-12-25'))).toBeUndefined();
});

describe('term dates in a column', () => {
  const year = (change: Partial<Record<keyof TermDates, unknown>>) =>
    JSON.stringify([{ year: '2026/27', terms: [{ name: 'Autumn', start: '2026-09-02', end: '2026-12-18' }], closures: [], ...change }]);

  test('the sample reads back as it was written', () => {
    expect(parseTermDates(JSON.stringify(sampleTermDates))).toEqual({ ok: true, termDates: sampleTermDates });
  });

  test.each([
    ['not JSON', 'terms', ''],
    ['no year at all', '[]', ''],
    ['not a list', '{}', ''],
    ['a year that is no object', '[3]', '/0'],
    ['a year written otherwise', year({ year: '2026-2027' }), '/0/year'],
    ['a year that skips', year({ year: '2026/28' }), '/0/year'],
    ['no terms', year({ terms: [] }), '/0/terms'],
    ['no closures', year({ closures: undefined }), '/0/closures'],
    ['a nameless term', year({ terms: [{ name: ' ', start: '2026-09-02', end: '2026-12-18' }] }), '/0/terms/0'],
    ['a day that is none', year({ terms: [{ name: 'A', start: '2026-09-31', end: '2026-12-18' }] }), '/0/terms/0/start'],
    ['no end', year({ terms: [{ name: 'A', start: '2026-09-02' }] }), '/0/terms/0/end'],
    ['an end before its start', year({ terms: [{ name: 'A', start: '2026-12-18', end: '2026-09-02' }] }), '/0/terms/0/end'],
    ['a term of another year', year({ terms: [{ name: 'A', start: '2025-09-02', end: '2025-12-18' }] }), '/0/terms/0'],
    [
      'terms that overlap',
      year({
        terms: [
          { name: 'A', start: '2026-09-02', end: '2026-12-18' },
          { name: 'B', start: '2026-12-18', end: '2027-03-25' },
        ],
      }),
      '/0/terms',
    ],
    ['a reason nobody knows', year({ closures: [{ start: '2026-10-26', end: '2026-10-30', reason: 'snow' }] }), '/0/closures/0'],
    [
      'closures out of order',
      year({
        closures: [
          { start: '2026-10-26', end: '2026-10-30', reason: 'half-term' },
          { start: '2026-09-02', end: '2026-09-02', reason: 'inset' },
        ],
      }),
      '/0/closures',
    ],
    ['a year given twice', JSON.stringify([sampleTermDates[0], sampleTermDates[0]]), '/1/year'],
    ['years out of order', JSON.stringify([sampleTermDates[1], sampleTermDates[0]]), '/1/year'],
  ])('%s is refused, and told where', (_what, json, path) => {
    expect(parseTermDates(json)).toMatchObject({ ok: false, path, sentence: expect.stringMatching(/\.$/) });
  });
});
