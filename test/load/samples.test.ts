import { percentile, stopwatch } from './samples.ts';

describe('a percentile', () => {
  test('is a value that was measured, not one between two', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect([50, 95, 99, 100].map((percent) => percentile(hundred, percent))).toEqual([50, 95, 99, 100]);
    expect(percentile([7], 99)).toBe(7);
    expect(percentile([], 50)).toBe(0);
  });
});

describe('the stopwatch', () => {
  class Refused extends Error {}
  const watch = () => {
    let clock = 0;
    const now = () => {
      clock += 10;
      return clock;
    };
    return stopwatch(now, (error) => (error instanceof Refused ? error.message : undefined));
  };

  test('times what succeeded and counts refusals by their words', async () => {
    const { time, figures } = watch();
    expect(await time('search', async () => 5)).toBe(5);
    const refuse = () => time('search', () => Promise.reject(new Refused('409 over-budget')));
    expect([await refuse(), await refuse()]).toEqual([undefined, undefined]);
    expect(figures()).toEqual([
      { act: 'search', done: 1, refused: new Map([['409 over-budget', 2]]), p50: 10, p95: 10, p99: 10, most: 10 },
    ]);
  });

  test('hides no failure that is not an answer of the product', async () => {
    await expect(watch().time('search', () => Promise.reject(new TypeError('mistyped')))).rejects.toThrow('mistyped');
  });
});
