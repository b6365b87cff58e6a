import { pence } from '../money/money.ts';
import { budgetRules, type TypedBudget } from './budget-rules.ts';

const budget: TypedBudget = { title: '113800 2026-27', buyerRef: '113800', year: '2026-27', allocated: pence(5_000_000) };
const called = (title: string) => ({
  field: 'title',
  code: 'refused-by-the-rules',
  sentence: `The budget must be called '${title}', or nobody finds it.`,
});

test('a budget that is called by its buyer and its financial year stands, new or edited', () => {
  expect(budgetRules(undefined, budget)).toStrictEqual({ faults: [] });
  expect(budgetRules(budget, { ...budget, allocated: pence(1) })).toStrictEqual({ faults: [] });
});

test.each(['113800', '113800 2027-28', '113801 2026-27', '113800  2026-27'])('%s is not what it must be called', (title) => {
  expect(budgetRules(undefined, { ...budget, title })).toStrictEqual({ faults: [called('113800 2026-27')] });
});

test.each(['2026', '2026/27', '2026-28', '2026-2027'])('%s is no financial year', (year) => {
  const fault = {
    field: 'year',
    code: 'refused-by-the-rules',
    sentence: "Write the financial year like '2026-27': two years that follow each other.",
  };
  expect(budgetRules(undefined, { ...budget, year, title: `113800 ${year}` })).toStrictEqual({ faults: [fault] });
  expect(budgetRules(undefined, { ...budget, year })).toStrictEqual({ faults: [fault, called(`113800 ${year}`)] });
});
