const tails = new Map<string, Promise<unknown>>();

/** Runs work about one key after all earlier work about it in this process: most write conflicts never happen. The eTag stays the truth. */
export const inTurn = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
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
