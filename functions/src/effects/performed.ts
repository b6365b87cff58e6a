import type { Receipt } from '../ports/effects.ts';

/** How an effect ended. Throwing instead means: try again later. */
export type Performed = Pick<Receipt, 'state' | 'reason' | 'sent' | 'to'>;
