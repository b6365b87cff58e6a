import { pence } from '../money/money.ts';
import { budgetSentence } from './budget-left.ts';

const share = (allocated: number, taken: number, wanted: number) => ({
  year: '2026-27',
  allocated: pence(allocated),
  taken: pence(taken),
  wanted: pence(wanted),
});

test.each([
  [share(1_000_000, 200_000, 120_000), '£8,000.00 left of £10,000.00. This request takes £1,200.00.'],
  [share(1_000_000, 880_000, 120_000), '£1,200.00 left of £10,000.00. This request takes £1,200.00.'],
  [
    share(1_000_000, 1_000_000, 1),
    '£0.00 left of £10,000.00. This request takes £0.01, which is more than is left: it cannot be approved as it is.',
  ],
  [
    share(1_000_000, 880_001, 120_000),
    '£1,199.99 left of £10,000.00. This request takes £1,200.00, which is more than is left: it cannot be approved as it is.',
  ],
  [
    share(100_000, 150_000, 120_000),
    'Orders come to £500.00 more than £1,000.00. This request takes £1,200.00, which is more than is left: it cannot be approved as it is.',
  ],
])('what is left of a budget is told with what the request takes', (given, sentence) => {
  expect(budgetSentence(given)).toBe(sentence);
});
