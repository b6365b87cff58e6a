import { pence } from '../money/money.ts';
import { areBaselineUnits, baselinePrice } from './baseline.ts';
import { baselineFact } from './value.fixture.ts';

test.each([
  [1_200_000, 120, 10_000],
  [1_000, 3, 333],
  [1_001, 2, 501],
  [2_000, 3, 667],
])('%i pence for %i units are %i pence a unit', (spent, units, price) => {
  expect(baselinePrice({ spent: pence(spent), units })).toBe(price);
});

test.each([
  [0, false],
  [1, true],
  [1.5, false],
  [1_000_000, true],
  [1_000_001, false],
  [Number.NaN, false],
])('%d units are a number that a price can be made of: %s', (units, can) => {
  expect(areBaselineUnits(units)).toBe(can);
  expect(baselineFact({ units }) !== undefined).toBe(can);
});

test('no price is made of no units, nor of parts of one', () => {
  expect(() => baselinePrice({ spent: pence(1), units: 0 })).toThrow(RangeError);
  expect(() => baselinePrice({ spent: pence(3), units: 1.5 })).toThrow('A baseline is of whole units, one at least.');
});
