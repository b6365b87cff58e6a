import type { FinancialYear } from '../domain/ledgers/financial-year.ts';
import { money, reference } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { systemNote } from './system-note.ts';

export const budgets = defineList({
  title: 'Budgets',
  description: 'What a buyer may commit in a financial year, April to March. A buyer without a row is not watched.',
  handEdited: true,
  columns: {
    Title: reference({
      label: 'Budget',
      holds: 'none',
      hint: "Buyer and year, such as '113800 2026-27'",
      required: true,
      indexed: true,
      unique: true,
    }),
    BuyerRef: reference({ label: 'Buyer', holds: 'none', required: true, indexed: true }),
    Year: reference({
      label: 'Financial year',
      holds: 'none',
      hint: "Such as '2026-27': 1 April 2026 to 31 March 2027",
      required: true,
      indexed: true,
    }),
    Allocated: money({ label: 'Allocated (ex VAT)', holds: 'none', required: true }),
    SystemNote: systemNote,
  },
  views: [{ title: 'All budgets', columns: ['Title', 'BuyerRef', 'Year', 'Allocated', 'SystemNote'], orderBy: 'Title' }],
});

export type BudgetFields = Fields<typeof budgets>;

/** The one key of a budget: a second row of the same buyer and year is refused by the unique column. */
export const budgetTitle = (buyerRef: string, year: FinancialYear): string => `${buyerRef} ${year}`;
