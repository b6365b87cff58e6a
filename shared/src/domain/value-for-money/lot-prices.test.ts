import fc from 'fast-check';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { lotPriceBook, medianPrice } from './lot-prices.ts';
import { rateFact, valueFacts } from './value.fixture.ts';

const medianOf = (prices: readonly number[]) => medianPrice(prices.map(pence));

test.each([
  [[], undefined],
  [[900], 900],
  [[900, 10_000], 5_450],
  [[10_000, 900, 2_000], 2_000],
  [[10_000, 900, 2_000, 30_000], 6_000],
  [[3, 2], 3],
])('the middle one of %j is %s', (prices, middle) => {
  expect(medianOf(prices)).toBe(middle);
});

test('no more than half of the prices are below the middle one, no more than half above it, and their order does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20_000), { minLength: 1, maxLength: 9 }), (prices) => {
      const median = medianOf(prices)!;
      expect(prices.filter((price) => price < median).length * 2).toBeLessThanOrEqual(prices.length);
      expect(prices.filter((price) => price > median).length * 2).toBeLessThanOrEqual(prices.length);
      expect(medianOf([...prices].reverse())).toBe(median);
    }),
  );
});

test('each lot, unit and day is looked up once', () => {
  const pricesOf = lotPriceBook(valueFacts(rateFact()));
  const asked = () => pricesOf('AP-2026-1', 'day', localDate('2027-01-12'));
  expect(asked()).toMatchObject({ median: 8_000, rates: [{ row: { list: 'RateCards', itemId: 1, version: 1 } }] });
  expect(asked()).toBe(asked());
});
