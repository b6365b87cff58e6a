import fc from 'fast-check';
import { addDays, addMonths, localDate } from '../../days/local-date.ts';
import { coversDay, formatPeriod, periodsOverlap, pricePeriods } from './price-period.ts';

const periodsOf = (liveFrom: string, expiresOn: string, pricePeriodMonths: number) =>
  pricePeriods({ liveFrom: localDate(liveFrom), expiresOn: localDate(expiresOn), pricePeriodMonths }).map(
    ({ from, to }) => `${from} ${to}`,
  );

test.each([
  ['one period for the whole term', '2018-09-01', '2022-08-31', 48, ['2018-09-01 2022-08-31']],
  ['a shorter last period', '2026-09-01', '2031-08-31', 48, ['2026-09-01 2030-08-31', '2030-09-01 2031-08-31']],
  ['a last period of one day', '2026-09-01', '2027-09-01', 12, ['2026-09-01 2027-08-31', '2027-09-01 2027-09-01']],
  ['months that are shorter', '2026-12-31', '2027-03-30', 1, ['2026-12-31 2027-01-30', '2027-01-31 2027-02-27', '2027-02-28 2027-03-30']],
])('R29: the price periods of a framework: %s', (_what, liveFrom, expiresOn, months, periods) => {
  expect(periodsOf(liveFrom, expiresOn, months)).toEqual(periods);
});

test.each([0, -1, 1.5, Number.NaN])('a price period is not %d months', (months) => {
  expect(() => periodsOf('2026-09-01', '2027-08-31', months)).toThrow(RangeError);
});

test('R29: whatever the term, every day of it lies in just one price period, and no other day in any', () => {
  fc.assert(
    fc.property(fc.nat(3_000), fc.nat(4_000), fc.integer({ min: 1, max: 60 }), (start, length, months) => {
      const liveFrom = addDays(localDate('2020-01-01'), start);
      const expiresOn = addDays(liveFrom, length);
      const periods = pricePeriods({ liveFrom, expiresOn, pricePeriodMonths: months });
      expect([periods[0]?.from, periods.at(-1)?.to]).toEqual([liveFrom, expiresOn]);
      for (const [at, period] of periods.entries()) {
        expect(period.from <= period.to).toBe(true);
        const next = periods[at + 1];
        if (next) expect([next.from, periodsOverlap(period, next)]).toEqual([addDays(period.to, 1), false]);
      }
    }),
  );
});

test('a period covers both its ends, and meets another that shares a day', () => {
  const year = { from: localDate('2026-09-01'), to: localDate('2027-08-31') };
  for (const [day, isCovered] of [
    ['2026-08-31', false],
    ['2026-09-01', true],
    ['2027-08-31', true],
    ['2027-09-01', false],
  ] as const)
    expect(coversDay(year, localDate(day))).toBe(isCovered);
  expect(periodsOverlap(year, { from: year.to, to: addMonths(year.to, 1) })).toBe(true);
  expect(periodsOverlap({ from: localDate('2026-01-01'), to: year.from }, year)).toBe(true);
  expect(periodsOverlap({ from: year.to, to: addMonths(year.to, 1) }, year)).toBe(true);
  expect(periodsOverlap({ from: addDays(year.to, 1), to: addMonths(year.to, 1) }, year)).toBe(false);
  expect(formatPeriod(year)).toBe('1 Sep 2026 to 31 Aug 2027');
});
