const hour = 60 * 60 * 1000;
const oldestMilliseconds = 14 * 24 * hour;

/** Whether an effect has waited for more than 14 days: such a one never goes out by itself, from the queue or the sweep; a person looks at it. */
export const isTooOld = (madeAt: string, now: string): boolean => Date.parse(now) - Date.parse(madeAt) > oldestMilliseconds;

/** Whether an effect has been tried for so long, an hour, that people should know of it. It is tried further. */
export const isDelayed = (madeAt: string, now: string): boolean => Date.parse(now) - Date.parse(madeAt) > hour;
