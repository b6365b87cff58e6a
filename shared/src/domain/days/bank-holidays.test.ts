import fc from 'fast-check';
import { addWorkingDays, bankHolidays, bankHolidaysKnown, isBankHoliday, isWorkingDay } from './bank-holidays.ts';
import { addDays, dateOf, dayOfWeek, type LocalDate, localDate, mondayOf } from './local-date.ts';

/** Easter Sunday by the anonymous Gregorian rule: an independent way to the same days. */
function easter(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dateOf(year, Math.floor(n / 31), (n % 31) + 1)!;
}

function statutoryHolidays(year: number): LocalDate[] {
  const day = (month: number, n: number) => dateOf(year, month, n)!;
  const firstMonday = (month: number) => mondayOf(day(month, 7));
  const lastMonday = (month: number) => mondayOf(day(month, 31));
  const days = [addDays(easter(year), -2), addDays(easter(year), 1), firstMonday(5), lastMonday(5), lastMonday(8)];
  for (const fixed of [day(1, 1), day(12, 25), day(12, 26)]) {
    let kept = fixed;
    while (['sat', 'sun'].includes(dayOfWeek(kept)) || days.includes(kept)) kept = addDays(kept, 1);
    days.push(kept);
  }
  return days.sort();
}

test.each([2018, 2019, 2021, 2024, 2025, 2026, 2027, 2028, 2029, 2030])('R43: %p has the holidays that the statute gives', (year) => {
  expect(bankHolidays.filter((date) => date.startsWith(String(year)))).toEqual(statutoryHolidays(year));
});

test.each([
  ['2020-05-08', true, 'VE day, moved from'],
  ['2020-05-04', false, 'the first Monday of May'],
  ['2022-06-02', true, 'the spring holiday, moved from'],
  ['2022-05-30', false, 'the last Monday of May'],
  ['2022-06-03', true, 'the Platinum Jubilee'],
  ['2022-09-19', true, 'the state funeral'],
  ['2023-05-08', true, 'the coronation'],
  ['2022-12-27', true, 'the substitute for Christmas Day'],
  ['2022-12-25', false, 'a Sunday'],
])('R43: whether %s is a bank holiday: %p (%s)', (date, expected) => {
  expect(isBankHoliday(localDate(date))).toBe(expected);
});

test.each([
  ['2026-04-02', 1, '2026-04-07'], // over Easter
  ['2026-12-24', 2, '2026-12-30'],
  ['2026-03-06', 5, '2026-03-13'],
  ['2026-03-07', 1, '2026-03-09'], // from a Saturday
  ['2026-03-07', 0, '2026-03-07'],
  ['2026-04-07', -1, '2026-04-02'],
])('R43: %s and %p working days is %s', (from, days, to) => {
  expect(addWorkingDays(localDate(from), days)).toBe(to);
});

test('R43: working days added can be taken away again', () => {
  const workingDays = fc
    .integer({ min: 0, max: 3_000 })
    .map((n) => addDays(localDate('2019-01-02'), n))
    .filter(isWorkingDay);
  fc.assert(
    fc.property(workingDays, fc.integer({ min: 1, max: 60 }), (date, days) => {
      const later = addWorkingDays(date, days);
      expect(isWorkingDay(later)).toBe(true);
      expect(addWorkingDays(later, -days)).toBe(date);
    }),
  );
});

test('R43: a year whose bank holidays nobody has entered is refused, not guessed', () => {
  expect(bankHolidaysKnown(localDate('2031-01-02'))).toBe(false);
  expect(() => isWorkingDay(localDate('2031-01-02'))).toThrow(RangeError);
  expect(() => addWorkingDays(localDate('2026-01-02'), 0.5)).toThrow(RangeError);
});
