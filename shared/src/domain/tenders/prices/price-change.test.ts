import { pence } from '../../money/money.ts';
import { priceChange } from './price-change.ts';

test.each([
  [4_000, 4_200, '+5.0%'],
  [4_000, 3_500, '-12.5%'],
  [3_000, 3_100, '+3.3%'],
  [4_000, 4_000, 'No change'],
  [400_000, 400_001, '+0.0%'],
  [1, 20_000, '+1,999,900.0%'],
])('from %i to %i pence: %s', (old, next, words) => {
  expect(priceChange(pence(old), pence(next))).toBe(words);
});
