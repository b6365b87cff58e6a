import { readFileSync } from 'node:fs';
import type { Clock } from '../ports/clock.ts';

/** The clock of this machine. */
export const machineClock: Clock = { now: () => new Date().toISOString() };

/**
 * The clock of a local run that can be moved: by as many whole seconds as the file says, which is read each time. No file: not moved. What tokens, queues
 * and tables ask stays this machine's own time. Throws RangeError for anything else in the file.
 */
export const movedClock = (file: string): Clock => ({
  now: () => new Date(Date.now() + 1_000 * secondsIn(file)).toISOString(),
});

const secondsIn = (file: string): number => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
  if (!/^-?\d{1,12}$/.test(text)) throw new RangeError(`${file} does not say by how many seconds the clock is moved`);
  return Number(text);
};
