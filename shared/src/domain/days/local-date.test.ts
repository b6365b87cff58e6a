import fc from 'fast-check';
import {
  addDays,
  addMonths,
  compareDates,
  dateOf,
  dayOfWeek,
  daysBetween,
  formatClock,
  formatDate,
  formatInstant,
  instantAtLondon,
  isInstant,
  isLocalDate,
  type LocalDate,
  localDate,
  londonDateAt,
  mondayOf,
  parseLocalDate,
  toLondonDate,
} from './local-date.ts';

const dates = fc.integer({ min: 0, max: 200_000 }).map((n) => addDays(localDate('1900-01-01'), n));

describe('a date as text', () => {
  test.each(['2026-03-03', '2028-02-29', '1900-01-01', '2999-12-31'])('%s is a date', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  test.each(['', '2026-02-29', '2026-13-01', '2026-00-10', '2026-3-3', '2026-03-03T00:00:00Z', ' 2026-03-03', '3026-01-01', '1900-02-29'])(
    '%p is not',
    (text) => {
      expect(parseLocalDate(text)).toBeUndefined();
      expect(isLocalDate(text)).toBe(false);
      expect(() => localDate(text)).toThrow(RangeError);
    },
  );

  test('a number is not a date, and a list of one is none', () => {
    expect(isLocalDate(20260303)).toBe(false);
    expect(isLocalDate(['2026-03-03'])).toBe(false);
  });
});

describe('reckoning with days', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-29', 1, '2026-03-30'], // clocks go forward
    ['2026-10-25', -1, '2026-10-24'], // clocks go back
  ])('%s and %p days is %s', (from, days, to) => {
    expect(addDays(localDate(from), days)).toBe(to);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-09-01', 12, '2027-09-01'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %p months is %s', (from, months, to) => {
    expect(addMonths(localDate(from), months)).toBe(to);
  });

  test('adding and counting days are inverse, and order follows', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 5_000 }), (date, days) => {
        const later = addDays(date, days);
        expect(daysBetween(date, later)).toBe(days);
        expect(addDays(later, -days)).toBe(date);
        expect(Math.sign(compareDates(later, date))).toBe(Math.sign(days));
      }),
    );
  });

  test('a week begins on Monday', () => {
    fc.assert(
      fc.property(
        dates.filter((date) => date > '1900-01-07'),
        (date) => {
          const monday = mondayOf(date);
          expect(dayOfWeek(monday)).toBe('mon');
          expect(daysBetween(monday, date)).toBeGreaterThanOrEqual(0);
          expect(daysBetween(monday, date)).toBeLessThan(7);
        },
      ),
    );
  });

  test('there is no day after the last of 2999', () => {
    expect(() => addDays(localDate('2999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(localDate('2026-01-01'), 0.5)).toThrow(RangeError);
    expect(() => addMonths(localDate('2999-12-31'), 1)).toThrow(RangeError);
    expect(dateOf(3000, 1, 1)).toBeUndefined();
  });

  test('there is no day before the first of 1900', () => {
    expect(() => addDays(localDate('1900-01-01'), -1)).toThrow(RangeError);
    expect(dateOf(1899, 12, 31)).toBeUndefined();
  });

  test('a day that its month does not have is none, even where it falls on the same month of the next year', () => {
    expect(dateOf(2026, 3, 368)).toBeUndefined();
  });
});

describe('a date for people', () => {
  test.each([
    ['2026-03-03', 'Tuesday 3 March 2026', '3 March 2026', '3 Mar 2026'],
    ['2027-09-01', 'Wednesday 1 September 2027', '1 September 2027', '1 Sep 2027'],
  ])('%s reads %s', (date, long, plain, short) => {
    expect(formatDate(localDate(date))).toBe(long);
    expect(formatDate(localDate(date), 'plain')).toBe(plain);
    expect(formatDate(localDate(date), 'short')).toBe(short);
  });
});

test('each day of a week has its name', () => {
  const monday = localDate('2026-03-02');
  const names = [0, 1, 2, 3, 4, 5, 6].map((days) => formatDate(addDays(monday, days)).split(' ')[0]);
  expect(names.join(' ')).toBe('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');
});

test.each([
  ['2026-12-01T12:00:00Z', true],
  ['2026-12-01T12:00Z', true],
  ['2026-12-01T12:00:00.123+01:00', true],
  ['2026-12-01T12:00:00', false],
  ['2026-12-01T12:00:00Z (noon)', false],
  ['+002026-12-01T12:00:00Z', false],
  ['2026-12-01T25:00:00Z', false],
])('%s is an instant with its zone: %p', (text, is) => {
  expect(isInstant(text)).toBe(is);
});

describe("an instant by London's clock", () => {
  test.each([
    ['2026-03-03T14:15:00Z', '2026-03-03', 'Tuesday 3 March 2026 at 2:15pm'],
    ['2026-07-01T23:30:00Z', '2026-07-02', 'Thursday 2 July 2026 at 12:30am'],
    ['2026-07-01T08:00:00.000Z', '2026-07-01', 'Wednesday 1 July 2026 at 9am'],
    ['2026-01-01T00:00:00Z', '2026-01-01', 'Thursday 1 January 2026 at midnight'],
    ['2026-01-01T12:05:00Z', '2026-01-01', 'Thursday 1 January 2026 at 12:05pm'],
    ['2026-07-01T13:00:00+02:00', '2026-07-01', 'Wednesday 1 July 2026 at midday'],
    ['2026-03-29T01:05:00Z', '2026-03-29', 'Sunday 29 March 2026 at 2:05am'],
  ])('%s is on %s: %s', (instant, date, text) => {
    expect(toLondonDate(instant)).toBe(date);
    expect(formatInstant(instant)).toBe(text);
    expect(text.endsWith(` at ${formatClock(instant)}`)).toBe(true);
  });

  test.each(['2026-03-03', '2026-03-03T14:15:00', 'now', '2026-13-03T14:15:00Z', '3000-01-01T00:00:00Z'])(
    '%p is not an instant',
    (text) => {
      expect(() => toLondonDate(text)).toThrow(RangeError);
    },
  );

  test('the day in London is the day in UTC or the next', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (at) => {
        const utc = at.toISOString().slice(0, 10) as LocalDate;
        expect([0, 1]).toContain(daysBetween(utc, toLondonDate(at.toISOString())));
      }),
    );
  });
});

test.each([
  ['2026-11-25', 10, '2026-11-25T10:00:00Z'],
  ['2026-07-01', 10, '2026-07-01T09:00:00Z'],
  ['2026-03-29', 10, '2026-03-29T09:00:00Z'],
  ['2026-10-25', 10, '2026-10-25T10:00:00Z'],
  ['2026-07-01', 23, '2026-07-01T22:00:00Z'],
])('on %s it is %i o’clock in London at %s', (date, hour, instant) => {
  expect(instantAtLondon(localDate(date), hour)).toBe(instant);
});

describe('the day in London at an instant', () => {
  const byIntl = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

  test('is what the tables of the time zones say, also where a clock is changed and in the years of double summer time', () => {
    const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2999, 11, 31) });
    fc.assert(fc.property(instants, (at) => londonDateAt(at) === byIntl.format(at)));
    for (const day of ['1941-05-03', '1968-10-26', '2026-03-28', '2026-10-24'])
      for (let minute = 0; minute < 48 * 60; minute += 7) {
        const at = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
        expect(londonDateAt(at)).toBe(byIntl.format(at));
      }
  });

  test.each([
    ['1899-12-31T23:59:59Z', undefined],
    ['1900-01-01T00:00:00Z', '1900-01-01'],
    ['2999-12-31T23:59:59Z', '2999-12-31'],
    ['3000-01-01T00:00:00Z', undefined],
    ['0068-06-01T12:00:00Z', undefined],
    ['+012026-06-01T12:00:00Z', undefined],
    ['next week', undefined],
  ])('of %s is %p', (text, day) => {
    expect(londonDateAt(Date.parse(text))).toBe(day);
  });
});
