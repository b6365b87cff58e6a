import type { Log } from '../ports/clock.ts';

/** Upper ends of the classes of time, in milliseconds: a search with its token is to take under 50 (docs/performance.md). */
const ends = [10, 25, 50, 100, 250, 1000] as const;
const everyMilliseconds = 60_000;

const classOf = (milliseconds: number): string => {
  const end = ends.find((each) => milliseconds < each);
  return end === undefined ? 'over1000' : `under${end}`;
};

/**
 * Counts how long searches take, and tells the log once a minute of this process in which there were any: how many in each class, and the slowest. One line for many searches;
 * nothing of what was looked for. `later` runs something after so many milliseconds.
 */
export const searchTimes = (
  log: Log,
  later: (act: () => void, milliseconds: number) => void = (act, milliseconds) => void setTimeout(act, milliseconds).unref(),
): ((milliseconds: number) => void) => {
  let counts: Record<string, number> | undefined;
  const tell = (): void => {
    if (counts) log.event('info', 'search-times', counts);
    counts = undefined;
  };
  return (milliseconds) => {
    if (counts === undefined) later(tell, everyMilliseconds);
    const { searches = 0, slowestMs = 0, ...classes } = counts ?? {};
    const own = classOf(milliseconds);
    counts = {
      searches: searches + 1,
      slowestMs: Math.max(slowestMs, Math.round(milliseconds)),
      ...classes,
      [own]: (classes[own] ?? 0) + 1,
    };
  };
};
