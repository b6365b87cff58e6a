const oldestMilliseconds = 14 * 24 * 60 * 60 * 1000;

/** Whether an effect has waited for more than 14 days: such a one never goes out by itself, from the queue or the sweep; a person looks at it. */
export const isTooOld = (madeAt: string, now: string): boolean => Date.parse(now) - Date.parse(madeAt) > oldestMilliseconds;
