import { parseFinancialYear } from '../ledgers/financial-year.ts';
import { areBaselineUnits, type Baseline } from '../value-for-money/baseline.ts';
import type { FieldFault, RecordRules } from './record-rules.ts';

const code = 'refused-by-the-rules';

/** Row 70: a baseline has a year and whole units, or no price per unit can be made of it. */
export const baselineRules: RecordRules<Baseline> = (_before, { year, units }) => {
  const faults: FieldFault<Baseline>[] = [];
  if (parseFinancialYear(year) === undefined)
    faults.push({ field: 'year', code, sentence: "Write the financial year like '2017-18': two years that follow each other." });
  if (!areBaselineUnits(units)) faults.push({ field: 'units', code, sentence: 'Write a whole number of units, from 1 to 1,000,000.' });
  return { faults };
};
