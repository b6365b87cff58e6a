import { netRuns } from './net-runs.ts';
import { type Options, usualOptions } from './options.ts';
import { regressions } from './regressions.ts';
import { runHistory } from './run-history.ts';

// Whole histories of the product in one process: the real use cases over ports that fail, by seed. `npm run faults` runs many more.

/** What was broken in some histories, each told with the command that shows it again. */
const brokenIn = async (seeds: number, told: Partial<Options> = {}, from = 1): Promise<readonly string[]> => {
  const broken: string[] = [];
  for (let seed = from; seed < from + seeds; seed += 1)
    for (const { invariant, what } of (await runHistory(usualOptions(seed, told))).broken)
      broken.push(`${invariant}: ${what} (npm run faults -- --seed ${seed} --runs 1)`);
  return broken;
};

test('nothing is lost, doubled or half done in 150 histories', async () => {
  expect(await brokenIn(150)).toEqual([]);
});

test('the same seed gives the same history, to the letter', async () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const options = usualOptions(seed, { trace: true, steps: 25 });
    const { trace } = await runHistory(options);
    expect(trace.length).toBeGreaterThan(20);
    expect((await runHistory(options)).trace).toEqual(trace);
  }
});

test('a history that asks the machine for the time is stopped', async () => {
  const { withoutRealTime } = await import('./no-real-time.ts');
  const { diceOf } = await import('./seeded.ts');
  await expect(withoutRealTime(diceOf(1), async () => Date.now())).rejects.toThrow('Date.now');
  await expect(withoutRealTime(diceOf(1), async () => new Date())).rejects.toThrow('new Date()');
  expect(Date.now()).toBeGreaterThan(0);
});

describe('a safety net', () => {
  test.each(netRuns.filter(({ red }) => red))('$name: it is noticed', async ({ told, red = [] }) => {
    let found: readonly string[] = [];
    for (let seed = 1; seed <= 400 && found.length === 0; seed += 5)
      found = (await brokenIn(5, told, seed)).filter((what) => red.some((invariant) => what.startsWith(`${invariant}:`)));
    expect(found).not.toEqual([]);
  });

  test.each(netRuns.filter(({ green }) => green))('$name: it holds', async ({ told, green = [] }) => {
    const broken = await brokenIn(25, told);
    expect(broken.filter((what) => green.some((invariant) => what.startsWith(`${invariant}:`)))).toEqual([]);
  });
});

test('every history that once showed a fault goes well', async () => {
  for (const { what, options } of regressions)
    expect({ what, broken: (await runHistory({ ...usualOptions(options.seed), ...options })).broken }).toEqual({ what, broken: [] });
});
