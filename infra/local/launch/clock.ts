import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where a local run says by how many seconds the product's clock is moved. */
export const clockFile = (stateDir: string): string => path.join(path.resolve(stateDir), 'clock');

/** Moves the product's clock of a local run to a time (ISO instant); it goes on from there. Timers still run by this machine's clock: trigger them. */
export const moveClock = (stateDir: string, to: string): void => {
  // Never before the time that is asked for.
  const seconds = Math.ceil((Date.parse(to) - Date.now()) / 1_000);
  if (Number.isNaN(seconds)) throw new RangeError(`"${to}" is not a time`);
  // Put in place whole: the product may read it at any moment.
  const file = clockFile(stateDir);
  writeFileSync(`${file}.next`, String(seconds));
  renameSync(`${file}.next`, file);
};
