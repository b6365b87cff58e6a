import type { Aggregate } from '../aggregate.ts';
import type { TenderWork } from './effect.ts';

/** What every record of a tender is: one list item, whose state, history and outbox change in one conditional write. */
export interface TenderRecord extends Aggregate<TenderWork> {
  readonly status: string;
}

/** The parts that only `decider` writes. */
export type Bookkeeping = Exclude<keyof Aggregate<TenderWork>, 'ref'>;
