import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { movedClock } from './moved-clock.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'ap-clock-'));
const file = path.join(folder, 'clock');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How far a clock is from this machine's, in whole hours. */
const hoursAhead = (now: string): number => Math.round((Date.parse(now) - Date.now()) / 3_600_000) + 0; // Minus nought is nought.

test('a clock that nobody moved is the clock of the machine', () => {
  expect(hoursAhead(movedClock(file).now())).toBe(0);
});

test('the clock goes by what the file says at the moment', () => {
  const clock = movedClock(file);
  writeFileSync(file, '86400\n');
  expect(hoursAhead(clock.now())).toBe(24);
  writeFileSync(file, '-7200');
  expect(hoursAhead(clock.now())).toBe(-2);
});

test.each(['', 'tomorrow', '1.5'])('%j is no time: nothing is decided by a guess', (text) => {
  writeFileSync(file, text);
  expect(() => movedClock(file).now()).toThrow(RangeError);
});
