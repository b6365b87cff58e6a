import fc from 'fast-check';
import { addDays, localDate } from '../days/local-date.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import { pence } from '../money/money.ts';
import { financialYearOf, parseFinancialYear, splitByYear, yearsFrom } from './financial-year.ts';

const daily = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], sessions: 'both', hoursPerDay: 5 } as const;

test('a financial year runs from April to March', () => {
  expect(financialYearOf(localDate('2026-03-31'))).toBe('2025-26');
  expect(financialYearOf(localDate('2026-04-01'))).toBe('2026-27');
  expect(financialYearOf(localDate('2099-12-01'))).toBe('2099-00');
  expect(yearsFrom(localDate('2027-01-12'))).toEqual(['2026-27', '2027-28']);
});

test.each(['2026-27', '2099-00'])('%s is a financial year', (text) => expect(parseFinancialYear(text)).toBe(text));
test.each(['2026-28', '2026/27', '26-27', '1999-00', '2026-27-28', 'x2026-27', '20ab-27', ''])('"%s" is no financial year', (text) =>
  expect(parseFinancialYear(text)).toBeUndefined(),
);

test('R34: an order over two years is divided by the sessions that are taught in each', () => {
  // 2, 9, 16 and 23 March before the Easter holidays; 13, 20 and 27 April after them.
  const part = { from: localDate('2027-03-01'), to: localDate('2027-04-27'), pattern: { ...daily, days: ['tue'] } } as const;
  const split = splitByYear(pence(70_000), part.from, [part], sampleTermDates);
  expect([...split]).toEqual([
    ['2026-27', 40_000],
    ['2027-28', 30_000],
  ]);
});

test('a penny that is left over a division goes to the year with the largest remainder', () => {
  const part = { from: localDate('2027-03-01'), to: localDate('2027-04-27'), pattern: { ...daily, days: ['tue'] } } as const;
  expect([...splitByYear(pence(50_000), part.from, [part], sampleTermDates).values()]).toEqual([28_571, 21_429]);
});

test('R34: sessions on the last day count, and those of the days after it in the same week do not', () => {
  const split = (from: string, to: string, days: readonly (typeof daily.days)[number][]) => [
    ...splitByYear(pence(100), localDate(from), [{ from: localDate(from), to: localDate(to), pattern: { ...daily, days } }], []),
  ];
  expect(split('2027-03-26', '2027-04-02', ['fri'])).toEqual([
    ['2026-27', 50],
    ['2027-28', 50],
  ]);
  expect(split('2027-03-22', '2027-03-31', daily.days)).toEqual([['2026-27', 100]]);
});

test('an order without a session lies in the year of its first day', () => {
  const start = localDate('2027-01-12');
  expect([...splitByYear(pence(700), start, [], sampleTermDates)]).toEqual([['2026-27', 700]]);
});

test('the parts add up to the amount, to the penny, whatever the dates', () => {
  fc.assert(
    fc.property(fc.nat(100_000_000), fc.nat(360), fc.nat(360), (amount, begins, days) => {
      const from = addDays(localDate('2026-09-01'), begins);
      const split = splitByYear(pence(amount), from, [{ from, to: addDays(from, days), pattern: daily }], sampleTermDates);
      expect([...split.values()].reduce((sum, part) => sum + part, 0)).toBe(amount);
      expect([...split.keys()].every((year) => yearsFrom(from).includes(year))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
