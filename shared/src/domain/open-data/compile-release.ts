import { type Json, merged } from './merged-json.ts';
import type { OcdsRelease } from './ocds.ts';

/** The latest state of a process out of its releases, the oldest first, by the standard's rules of merging. Throws RangeError without a release. */
export const compileRelease = (releases: readonly OcdsRelease[]): OcdsRelease => {
  const last = releases.at(-1);
  if (!last) throw new RangeError('A process has at least one release.');
  const whole = releases.reduce<Json>((sum, release) => merged(sum, release as unknown as Json), {}) as unknown as OcdsRelease;
  return { ...whole, id: `${last.ocid}-${last.date}`, date: last.date, tag: ['compiled'] };
};
