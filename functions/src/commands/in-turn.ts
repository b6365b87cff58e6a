import type { Log } from '../ports/clock.ts';

/** What waits in each process, which its log stands for: whoever runs several in one, to see what they do to each other, gives each a log of its own. */
const processes = new WeakMap<Log, Map<string, Promise<unknown>>>();

/** Runs work about one key after all earlier work about it in this process: most write conflicts never happen. The eTag stays the truth. */
export const inTurn = async <T>({ log }: { readonly log: Log }, key: string, work: () => Promise<T>): Promise<T> => {
  const tails = processes.get(log) ?? new Map<string, Promise<unknown>>();
  processes.set(log, tails);
  const before = tails.get(key) ?? Promise.resolve();
  const run = before.then(work, work);
  const tail = run.catch(() => undefined);
  tails.set(key, tail);
  try {
    return await run;
  } finally {
    if (tails.get(key) === tail) tails.delete(key);
  }
};
