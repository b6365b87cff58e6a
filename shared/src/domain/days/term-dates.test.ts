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

describe('R43: a school day', () => {
  test.each([
    ['2026-09-03', undefined],
    ['2026-09-02', 'inset'],
    ['2026-10-28', 'half-term'],
    ['2026-12-21', 'school-holiday'],
    ['2027-05-03', 'bank-holiday'],
    ['2027-03-26', 'school-holiday'], // Good Friday, after the end of term
    ['2027-05-31', 'bank-holiday'], // spring bank holiday, inside half-term
  ])('R43: %s: closed because of %p', (date, reason) => {
    expect(noSchoolReason(sampleTermDates, localDate(date))).toBe(reason);
    expect(isSchoolDay(sampleTermDates, localDate(date))).toBe(reason === undefined);
  });

  test('R43: Saturday in term is no school day', () => {
    expect(isSchoolDay(sampleTermDates, localDate('2026-09-05'))).toBe(false);
  });
});

describe('R8: school days between notice and start', () => {
  test.each([
    ['2026-09-07', '2026-09-09', 2], // Monday's notice, Wednesday's start
    ['2026-09-04', '2026-09-07', 1], // over a weekend only the Friday counts
    ['2026-10-23', '2026-11-02', 1], // over half-term
    ['2026-09-09', '2026-09-09', 0],
    ['2026-09-09', '2026-09-07', 0],
  ])('R8: from %s to %s are %p', (from, to, days) => {
    expect(schoolDaysBetween(sampleTermDates, localDate(from), localDate(to))).toBe(days);
  });

  test('R8: neighbouring stretches add up', () => {
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
  ['2008-09-01', '2008/09', false],
  ['2099-09-01', '2099/00', false],
])('R43: %s lies in %s; its calendar is known: %p', (date, year, known) => {
  expect(academicYearOf(localDate(date))).toBe(year);
  expect(calendarKnown(sampleTermDates, localDate(date))).toBe(known);
});

test('R43: days of August count as known to a year whose term begins in them, and none does whose bank holidays are not known', () => {
  const dates = localDate;
  const begins = (start: string, end: string) => [
    { year: 'as written', terms: [{ name: 'Autumn', start: dates(start), end: dates(end) }], closures: [] },
  ];
  expect(calendarKnown(begins('2026-08-27', '2026-12-18'), dates('2026-08-27'))).toBe(true);
  expect(calendarKnown(begins('2026-08-27', '2026-12-18'), dates('2026-08-26'))).toBe(false);
  expect(calendarKnown(begins('2098-08-27', '2098-12-18'), dates('2098-09-01'))).toBe(false);
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
    ['a year that is a list', '[[]]', '/0'],
    ['a year that is empty', '[null]', '/0'],
    ['a year written otherwise', year({ year: '2026-2027' }), '/0/year'],
    ['a year that is a number', year({ year: 2026 }), '/0/year'],
    ['a year of the last century', year({ year: '1999/00' }), '/0/year'],
    ['a year with more behind it', year({ year: '2026/27 ' }), '/0/year'],
    ['a term that is empty', year({ terms: [null] }), '/0/terms/0'],
    ['a name that is a number', year({ terms: [{ name: 3, start: '2026-09-02', end: '2026-12-18' }] }), '/0/terms/0'],
    ['a closure that is empty', year({ closures: [null] }), '/0/closures/0'],
    ['a start in July', year({ terms: [{ name: 'A', start: '2026-07-31', end: '2026-12-18' }] }), '/0/terms/0'],
    ['an end in September', year({ terms: [{ name: 'A', start: '2026-09-02', end: '2027-09-01' }] }), '/0/terms/0'],
    ['a year that skips', year({ year: '2026/28' }), '/0/year'],
    ['no terms', year({ terms: [] }), '/0/terms'],
    ['terms that are no list', year({ terms: 'Autumn' }), '/0/terms'],
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
    ['a closure without an end', year({ closures: [{ start: '2026-10-26', reason: 'half-term' }] }), '/0/closures/0/end'],
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

  test('its sentences say what is wrong', () => {
    const sentence = (json: string) => {
      const read = parseTermDates(json);
      return read.ok ? undefined : read.sentence;
    };
    expect(sentence('terms')).toBe('Term dates are not written as JSON.');
    expect(sentence('[]')).toBe('Term dates are a list of at least one academic year.');
    expect(sentence(year({ closures: [{ start: '2026-10-26', end: '2026-10-30', reason: 'snow' }] }))).toBe(
      'The reason of a closure is one of half-term, inset, other.',
    );
  });

  test('a year runs from the first of August to the last, both included, and a name is read without the spaces around it', () => {
    const whole = { year: '2026/27', terms: [{ name: 'All', start: '2026-08-01', end: '2027-08-31' }], closures: [] };
    expect(parseTermDates(JSON.stringify([{ ...whole, terms: [{ ...whole.terms[0], name: ' All ' }] }]))).toEqual({
      ok: true,
      termDates: [whole],
    });
  });

  test('a term does not begin before that of the year before has ended', () => {
    const term = (name: string, start: string, end: string) => ({ name, start, end });
    const two = (end: string) => [
      { year: '2026/27', terms: [term('Summer', '2027-04-12', end)], closures: [] },
      { year: '2027/28', terms: [term('Autumn', '2027-08-25', '2027-12-17')], closures: [] },
    ];
    expect(parseTermDates(JSON.stringify(two('2027-08-24')))).toMatchObject({ ok: true });
    expect(parseTermDates(JSON.stringify(two('2027-08-25')))).toEqual({
      ok: false,
      path: '',
      sentence: 'Autumn begins before the term before it has ended.',
    });
  });
});
