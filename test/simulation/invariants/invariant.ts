import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import type { Journal } from '../journal.ts';
import type { Options } from '../options.ts';
import type { StoredState } from '../stored-state.ts';

/** What a judgement rests on: what was asked and answered, what lies there in the end, every write in between, and what left. */
export interface Ended {
  readonly options: Options;
  readonly journal: Journal;
  readonly stored: StoredState;
  /** The block purchase as the history found it, where there was one. */
  readonly bought?: BlockPurchase | undefined;
  /** Messages that are in the queue still. */
  readonly waiting: number;
  /** When the clocks ran last. */
  readonly endedAt: string;
}

/** Looks at one history; tells what is wrong with it. */
export type Invariant = (ended: Ended) => Promise<readonly string[]>;
