import { runningImport } from '../../testing/sample-imports.ts';
import { pollPause } from './poll-pause.tsx';

const now = () => Date.parse('2027-03-02T09:46:30Z');

it('the page of an import asks how far it is, more and more seldom while nothing moves, at least every ten seconds, and soon again when it has moved', () => {
  const pause = pollPause(now);
  const still = Array.from({ length: 8 }, () => pause(runningImport(20)));
  expect(still).toEqual([1_000, 1_500, 2_250, 3_375, 5_062.5, 7_593.75, 10_000, 10_000]);
  expect(pause(runningImport(40))).toBe(1_000);
});

it('the page of an import asks not before the tenant can be asked again, but once a minute, because a person may stop it', () => {
  const pause = pollPause(now);
  expect(pause(runningImport(20, { pausedUntil: '2027-03-02T09:47:00Z' }, 'paused'))).toBe(30_000);
  expect(pause(runningImport(20, { pausedUntil: '2027-03-02T10:47:00Z' }, 'paused'))).toBe(60_000);
});

it('the page of an import asks no more when the import is over', () => {
  expect(pollPause(now)(runningImport(5_000, {}, 'finished'))).toBe(0);
  expect(pollPause(now)(undefined)).toBe(0);
});
