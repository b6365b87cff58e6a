import { brokenIn } from './broken-in.ts';
import { netRuns } from './net-runs.ts';

// Each safety net is switched off, which must be noticed; and each holds alone, with the others off.

test('nothing is lost, doubled or half done in 150 histories', async () => {
  expect(await brokenIn(150)).toEqual([]);
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
