import type { Found, Told } from './main.ts';
import { usualOptions } from './options.ts';
import { runHistory } from './run-history.ts';

/** How many histories are told of at once. */
const batch = 50;

/** One of the processes over which a run is spread: it runs every so-manieth seed, and tells what it found. */
process.on('message', async ({ from, to, every, without }: Told) => {
  let found = nothing();
  for (let seed = from; seed < to; seed += every) {
    const { broken, hits, marks, turns } = await runHistory(usualOptions(seed, { without }));
    found.histories += 1;
    found.turns += turns;
    for (const [name, times] of [...Object.entries(hits), ...Object.entries(marks)])
      found.seen[name] = (found.seen[name] ?? 0) + (times ?? 0);
    if (broken.length > 0) found.failing.push({ seed, broken: broken.map(({ invariant, what }) => `${invariant}: ${what}`) });
    if (found.histories % batch === 0) {
      process.send?.(found);
      found = nothing();
      // Lets the process hear that it is to stop.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  process.send?.(found);
  process.disconnect();
});

const nothing = (): Found => ({ histories: 0, turns: 0, seen: {}, failing: [] });
