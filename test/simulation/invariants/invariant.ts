import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import type { Journal } from '../journal.ts';
import type { Options } from '../options.ts';
import type { StoredState } from '../stored-state.ts';
import type { WaitingStore } from '../waiting.ts';

/** What a judgement rests on: what was asked and answered, what lies there in the end, every write in between, and what left. */
export interface Ended {
  readonly options: Options;
  readonly journal: Journal;
  readonly stored: StoredState;
  /** The block purchase as the history found it, where there was one. */
  readonly bought?: BlockPurchase | undefined;
  /** Messages that are in queues still. */
  readonly queued: number;
  /** What was kept of commands that had to wait, where some had. */
  readonly waiting: { readonly store: Pick<WaitingStore, 'all' | 'ends'> };
  /** When the clocks ran last. */
  readonly endedAt: string;
}

/** Looks at one history; tells what is wrong with it. */
export type Invariant = (ended: Ended) => Promise<readonly string[]>;
