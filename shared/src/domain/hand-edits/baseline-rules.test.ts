import { pence } from '../money/money.ts';
import type { Baseline } from '../value-for-money/baseline.ts';
import { baselineRules } from './baseline-rules.ts';

const baseline: Baseline = {
  ref: 'BL-00001',
  buyerRef: '113800',
  lotKey: 'AP-2026-1',
  unit: 'day',
  year: '2017-18',
  units: 120,
  spent: pence(1_200_000),
};

test('a baseline with a financial year and whole units stands, new or edited', () => {
  expect(baselineRules(undefined, baseline)).toStrictEqual({ faults: [] });
  expect(baselineRules(baseline, { ...baseline, units: 1 })).toStrictEqual({ faults: [] });
});

test.each([0, 1.5, -3, 1_000_001])('%s units are none to make a price of', (units) => {
  expect(baselineRules(undefined, { ...baseline, units }).faults.map(({ field }) => field)).toEqual(['units']);
});

test.each(['2017', '2017/18', '2017-19'])('%s is no financial year', (year) => {
  expect(baselineRules(undefined, { ...baseline, year }).faults).toStrictEqual([
    {
      field: 'year',
      code: 'refused-by-the-rules',
      sentence: "Write the financial year like '2017-18': two years that follow each other.",
    },
  ]);
});
