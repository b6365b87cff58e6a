import { addPence, type Pence } from '../money/money.ts';
import type { SpendLine } from './spend.ts';

/** P1: what went through the framework beside what was declared outside it. */
export interface CallOffShare {
  readonly throughFramework: Pence;
  readonly declared: Pence;
  readonly declarations: number;
  /** Of each 1,000 pounds so many went through the framework, rounded; absent where nothing was declared, for then nothing is known of what went past it. */
  readonly perMille?: number | undefined;
}

/** The share of what was ordered in a period, by orders and block purchases, in that and all that buyers declared for the same days. `declared`: pence ex VAT. */
export const callOffShare = (lines: readonly SpendLine[], declared: readonly Pence[]): CallOffShare => {
  const throughFramework = addPence(...lines.filter(({ measure }) => measure === 'ordered').map(({ net }) => net));
  const outside = addPence(...declared);
  const all = throughFramework + outside;
  return {
    throughFramework,
    declared: outside,
    declarations: declared.length,
    perMille: declared.length === 0 || all <= 0 ? undefined : Math.round((throughFramework * 1000) / all),
  };
};
