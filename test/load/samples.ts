/** How long one kind of act took, and how it ended. */
export interface ActFigures {
  readonly act: string;
  readonly done: number;
  /** Endings other than success by their words (`409 over-budget`), with how often. */
  readonly refused: ReadonlyMap<string, number>;
  /** Milliseconds of those that succeeded. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

export interface Stopwatch {
  /** Does an act and notes how it ended; `undefined` where it was refused. Anything but a refusal is thrown on. */
  readonly time: <T>(act: string, perform: () => Promise<T>) => Promise<T | undefined>;
  readonly figures: () => readonly ActFigures[];
}

/** The value below which so many per cent lie: the nearest rank. 0 of nothing. */
export const percentile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;

/** Times acts by kind. `refusalOf` words an ending that is the product's answer, and is `undefined` for what is not. */
export const stopwatch = (now: () => number, refusalOf: (error: unknown) => string | undefined): Stopwatch => {
  const acts = new Map<string, { readonly took: number[]; readonly refused: Map<string, number> }>();
  const of = (act: string) => {
    const entry = acts.get(act) ?? { took: [], refused: new Map<string, number>() };
    acts.set(act, entry);
    return entry;
  };
  return {
    time: async (act, perform) => {
      const entry = of(act);
      const began = now();
      try {
        const result = await perform();
        entry.took.push(now() - began);
        return result;
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === undefined) throw error;
        entry.refused.set(refusal, (entry.refused.get(refusal) ?? 0) + 1);
        return undefined;
      }
    },
    figures: () =>
      [...acts].map(([act, { took, refused }]) => {
        const sorted = took.toSorted((a, b) => a - b);
        const at = (percent: number) => Math.round(percentile(sorted, percent));
        return { act, done: sorted.length, refused, p50: at(50), p95: at(95), p99: at(99), most: Math.round(sorted.at(-1) ?? 0) };
      }),
  };
};
