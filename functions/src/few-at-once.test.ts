import { setImmediate } from 'node:timers/promises';
import { fewAtOnce } from './few-at-once.ts';

test('no more than so many run at a time, in the order in which they came, and a failure hands on its place', async () => {
  const few = fewAtOnce(2);
  const begun: number[] = [];
  const ends: ((how: 'ended' | 'failed') => void)[] = [];
  const runs = [0, 1, 2, 3].map((number) =>
    few(async () => {
      begun.push(number);
      if ((await new Promise((resolve) => ends.push(resolve))) === 'failed') throw new Error('failed');
      return number;
    }),
  );
  const outcomes = Promise.allSettled(runs);
  await setImmediate();
  expect(begun).toEqual([0, 1]);
  ends[0]?.('failed');
  await setImmediate();
  expect(begun).toEqual([0, 1, 2]);
  ends[1]?.('ended');
  ends[2]?.('ended');
  await setImmediate();
  expect(begun).toEqual([0, 1, 2, 3]);
  ends[3]?.('ended');
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(await few(async () => 'again')).toBe('again');
});
