import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Everything in a history that is left to chance, from one seed. */
export interface Dice {
  /** A whole number, both ends included. */
  readonly int: (from: number, to: number) => number;
  /** Whether something befalls that does so in so many of 1,000 cases. */
  readonly perMille: (cases: number) => boolean;
  /** One of some, which are not none. */
  readonly pick: <T>(of: readonly T[]) => T;
  /** A fraction from 0 to less than 1, as Math.random gives it. */
  readonly fraction: () => number;
}

export const diceOf = (seed: number): Dice => {
  // Seeds that follow on each other begin alike: what they begin with is left out.
  const generator = xoroshiro128plus(Math.imul(seed + 0x9e3779b9, 0x85ebca6b));
  for (let left = 0; left < 20; left += 1) uniformInt(generator, 0, 1);
  const int = (from: number, to: number): number => uniformInt(generator, from, to);
  return {
    int,
    perMille: (cases) => cases > 0 && int(1, 1_000) <= cases,
    pick: (of) => of[int(0, of.length - 1)] as (typeof of)[number],
    fraction: () => int(0, 999_999) / 1_000_000,
  };
};
