import { budgetTitle } from '@ap/shared/lists/budgets';
import type { Budgets } from '../../ports/ledgers.ts';
import { freshByTitle, type KeptLists } from './mirrors.ts';

/** Budgets by their one key. */
export const budgetRegister = ({ budgets }: Pick<KeptLists, 'budgets'>): Budgets => ({
  allocated: async (buyerRef, year, age) => {
    const title = budgetTitle(buyerRef, year);
    const row = age === 'fresh' ? await freshByTitle(budgets, title) : await budgets.mirror.byKey(title);
    return row?.fields.Allocated;
  },
});
