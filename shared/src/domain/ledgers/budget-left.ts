import { formatMoney, type Pence, pence } from '../money/money.ts';

/** What a request would take of its buyer's budget for one financial year, beside what is committed by now. In pence ex VAT. */
export interface BudgetShare {
  readonly year: string;
  readonly allocated: Pence;
  /** By orders that were approved, reserved ones as well. */
  readonly taken: Pence;
  readonly wanted: Pence;
}

/** What is left of a budget, and whether this request fits, as its requester reads it before they send it. */
export const budgetSentence = ({ allocated, taken, wanted }: BudgetShare): string => {
  const left = allocated - taken;
  const stands = left < 0 ? `Orders come to ${formatMoney(pence(-left))} more than` : `${formatMoney(pence(left))} left of`;
  const fits = wanted > left ? ', which is more than is left: it cannot be approved as it is' : '';
  return `${stands} ${formatMoney(allocated)}. This request takes ${formatMoney(wanted)}${fits}.`;
};
