import { parseFinancialYear } from '../ledgers/financial-year.ts';
import type { Pence } from '../money/money.ts';
import type { FieldFault, RecordRules } from './record-rules.ts';

/** A row of the list of budgets. */
export interface TypedBudget {
  readonly title: string;
  readonly buyerRef: string;
  readonly year: string;
  readonly allocated: Pence;
}

const code = 'refused-by-the-rules';

/** A budget is found by buyer and year: its title must say both, or it would watch nobody. */
export const budgetRules: RecordRules<TypedBudget> = (_before, { title, buyerRef, year }) => {
  const faults: FieldFault<TypedBudget>[] = [];
  if (parseFinancialYear(year) === undefined)
    faults.push({ field: 'year', code, sentence: "Write the financial year like '2026-27': two years that follow each other." });
  if (title !== `${buyerRef} ${year}`)
    faults.push({ field: 'title', code, sentence: `The budget must be called '${buyerRef} ${year}', or nobody finds it.` });
  return { faults };
};
