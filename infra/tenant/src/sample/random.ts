/** Numbers that look random and are the same for the same seed, on every machine. Never for secrets. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  readonly whole: (from: number, to: number) => number;
  /** One of the values. Throws RangeError when there are none. */
  readonly pick: <T>(values: readonly T[]) => T;
  /** `count` different values, in the order in which they stand. */
  readonly pickSome: <T>(values: readonly T[], count: number) => readonly T[];
}

/** FNV-1a: spreads texts that differ by one letter over all 32 bits. */
const hash = (text: string): number => {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return state >>> 0;
};

/** Mulberry32: small, and more than good enough to spread sample data. */
const generator = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** A generator for one subject: each provider draws from its own, so that one more row never changes the rows after it. */
export const randomFor = (seed: string, subject: string): Random => {
  const next = generator(hash(`${seed}|${subject}`));
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(values: readonly T[]): T => {
    if (values.length === 0) throw new RangeError('Nothing to pick from.');
    return values[whole(0, values.length - 1)] as T;
  };
  const pickSome = <T>(values: readonly T[], count: number): readonly T[] => {
    const left = [...values.keys()];
    const chosen: number[] = [];
    while (chosen.length < count && left.length > 0) chosen.push(...left.splice(whole(0, left.length - 1), 1));
    return chosen.sort((a, b) => a - b).map((index) => values[index] as T);
  };
  return { whole, pick, pickSome };
};
