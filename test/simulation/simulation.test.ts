import { brokenIn } from './broken-in.ts';
import { usualOptions } from './options.ts';
import { regressions } from './regressions.ts';
import { runHistory } from './run-history.ts';

// Whole histories of the product in one process: the real use cases over ports that fail, by seed. `npm run faults` runs many more, and safety-nets.evidence.test.ts switches nets off.

test('nothing is lost, doubled or half done in 20 histories', async () => {
  expect(await brokenIn(20)).toEqual([]);
});

test('the same seed gives the same history, to the letter', async () => {
  for (let seed = 1; seed <= 4; seed += 1) {
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

test('every history that once showed a fault goes well', async () => {
  for (const { what, options } of regressions)
    expect({ what, broken: (await runHistory({ ...usualOptions(options.seed), ...options })).broken }).toEqual({ what, broken: [] });
});
