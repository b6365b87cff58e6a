/**
 * What the service was seen to do now and then, each with the row of sharepoint-graph.md that tells of it. A test asks for so many of one; none happens by itself.
 */
export const ODDITIES = {
  /** A list is made without the last column that its creation named. */
  losesColumn: '1.2.4',
  /** A write is answered 409 `resourceModified`, whether or not it carried If-Match, and is not performed. */
  savesConflict: '1.6.5',
  /** A stale eTag is answered 412 under another code, `notAllowed`. */
  says412Otherwise: '1.6.4',
  /** A query over too many rows is answered 429, as years ago. */
  throttlesThreshold: '1.7.4',
  /** A filter is answered 200 and no rows, whatever is there. */
  findsNothing: '1.7.12',
  /** A page of delta tells rows twice: first as they were before, then as they are. */
  repeatsRows: '1.9.4',
  /** An enumeration by delta runs backwards. */
  runsBackwards: '1.9.4',
  /** A delta link is answered 410 under the code of the page on delta. */
  forgetsDelta: '1.9.6',
  /** A delta link is answered 410 under the code of the page on errors. */
  forgetsDeltaOtherwise: '1.9.6',
} as const;

export type Oddity = keyof typeof ODDITIES;

export interface Oddities {
  /** Asks for so many of one, in place of what is left of it. */
  expect(oddity: Oddity, times: number): void;
  /** True when this one was asked for; it is used up by one. */
  strikes(oddity: Oddity): boolean;
  /** What is left of each. */
  left(): Readonly<Partial<Record<Oddity, number>>>;
  clear(): void;
}

/** Nothing odd happens until it is asked for. */
export const oddities = (): Oddities => {
  const waiting = new Map<Oddity, number>();
  return {
    expect: (oddity, times) => {
      waiting.set(oddity, times);
    },
    strikes: (oddity) => {
      const left = waiting.get(oddity) ?? 0;
      if (left > 0) waiting.set(oddity, left - 1);
      return left > 0;
    },
    left: () => Object.fromEntries([...waiting].filter(([, times]) => times > 0)),
    clear: () => waiting.clear(),
  };
};
