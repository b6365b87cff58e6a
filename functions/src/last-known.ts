import { faultWords } from './http/fault-words.ts';
import type { Log } from './ports/clock.ts';

/** How long an answer is gone on with, in milliseconds. */
const goneOnWith = 600_000;

/** What was last heard of something that changes seldom. Asks again behind the scenes when ten minutes have passed; `first` until something was heard. */
export const lastKnown = <T>(ask: () => Promise<T>, first: T, log: Log, now: () => number = Date.now): (() => T) => {
  let known = first;
  let askedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() - askedAt < goneOnWith) return known;
    askedAt = now();
    ask().then(
      (heard) => {
        known = heard;
      },
      (error: unknown) => log.event('warning', 'not-heard-again', { error: faultWords(error) }),
    );
    return known;
  };
};
