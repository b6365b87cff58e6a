import type { OutboxList } from './effects.ts';

/** The queues whose messages the host may give up. */
export const watchedQueues = ['effects', 'parked', 'list-hints'] as const;
export type WatchedQueue = (typeof watchedQueues)[number];

/** What a message of a queue carries; `undefined`: it is none of ours. */
export type ReadMessage = (
  queue: WatchedQueue,
  text: string,
) =>
  | { readonly of: 'effects'; readonly list: OutboxList; readonly itemId: number; readonly effectIds: readonly string[] }
  | { readonly of: 'other' }
  | undefined;

/** A message that the host gave up, as it lies on the queue for such. */
export interface GivenUp {
  readonly queue: WatchedQueue;
  /** The text as it was sent, decoded where it could be. */
  readonly text: string;
  /** The id that the storage gave it. */
  readonly messageId: string;
  /** It is noted elsewhere: takes it from the queue. */
  readonly take: () => Promise<void>;
}

/** Messages that the host gave up after its tries. */
export interface GivenUpMessages {
  /** Some of them, none twice while they are in hand; an empty answer: there is none. */
  readonly next: () => Promise<readonly GivenUp[]>;
}

/** What is noted of a thing that does not go on by itself. Never what a message says: it may say anything. */
export type StuckNote = { readonly id: string; readonly since: string; readonly times: number } & (
  | {
      readonly what: 'poisoned' | 'not-done';
      readonly list: OutboxList;
      readonly itemId: number;
      readonly effectId: string;
    }
  | { readonly what: 'message-unreadable'; readonly queue: WatchedQueue }
);

/** Notes of what is stuck. They outlive the message, whose copy a queue forgets after seven days. */
export interface StuckNotes {
  readonly all: () => Promise<readonly StuckNote[]>;
  readonly find: (id: string) => Promise<StuckNote | undefined>;
  /** Keeps a note in place of one of its id. */
  readonly keep: (note: StuckNote) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}
