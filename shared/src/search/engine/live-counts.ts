import type { Vocabulary } from '../text-plan.ts';
import { weightedKeys } from '../weighted-keys.ts';
import { FIRST_LOT } from './facet-values.ts';
import type { Segment } from './segment.ts';

/** A lot that documents are in, with its number in each segment; -1 where it is in none. */
export interface LiveLot {
  readonly key: string;
  readonly name: string;
  readonly numbers: readonly number[];
}

/**
 * What is still there when documents of a base are dead: a word that only they wrote is written no more (so that it may be a slip of another), and a
 * value of a facet that only they had is listed no more. Nothing is kept of what nobody lost.
 */
export class LiveCounts {
  readonly #base: readonly Segment[];
  /** How many dead documents wrote each word, had each value, and were of each lot by each name. */
  readonly #lostWords = new Map<string, number>();
  readonly #lostValues = new Int32Array(FIRST_LOT);
  readonly #lostLots = new Map<string, number>();

  constructor(base: readonly Segment[]) {
    this.#base = base;
  }

  bury(segment: Segment, document: number): void {
    const row = segment.row(document);
    for (const word of weightedKeys(row).keys()) raise(this.#lostWords, word);
    raise(this.#lostLots, lotAndName(row.lotKey, row.lotName));
    segment.facets.eachValueOf(document, (value) => {
      if (value < FIRST_LOT) this.#lostValues[value] = (this.#lostValues[value] as number) + 1;
    });
  }

  /** What base and changes come to together. */
  with(changes: readonly Segment[]) {
    const segments = [...this.#base, ...changes];
    const sum = (ask: (segment: Segment) => number) => segments.reduce((total, segment) => total + ask(segment), 0);
    const isWritten = (word: string): boolean => {
      const lost = this.#lostWords.get(word) ?? 0;
      const by = (segment: Segment): number => segment.words.find(word);
      if (lost === 0) return segments.some((segment) => by(segment) >= 0);
      return sum((segment) => (by(segment) < 0 ? 0 : segment.postings.count(by(segment)))) > lost;
    };
    const vocabulary: Vocabulary = {
      has: isWritten,
      hasLonger: (beginning) =>
        segments.some(({ words }) => {
          const [low, high] = words.beginning(beginning);
          for (let id = low; id < high; id += 1) {
            const word = words.word(id);
            if (word !== beginning && isWritten(word)) return true;
          }
          return false;
        }),
      slipsOf: (typed) => [...new Set(segments.flatMap(({ words }) => words.slipsOf(typed).map((id) => words.word(id))))].filter(isWritten),
    };
    const totals = Int32Array.from(
      { length: FIRST_LOT },
      (_, value) => sum(({ head }) => head.totals[value] ?? 0) - (this.#lostValues[value] as number),
    );
    return { vocabulary, lots: this.#lots(segments), totals };
  }

  /** The lots that are left, in the order of their keys. While one is renamed its services may bear both names: the first in order is shown. */
  #lots(segments: readonly Segment[]): readonly LiveLot[] {
    const left = new Map<string, number>();
    for (const { head } of segments)
      for (const { key, names } of head.lots)
        for (const [name, count] of names) left.set(lotAndName(key, name), (left.get(lotAndName(key, name)) ?? 0) + count);
    const shown = new Map<string, string>();
    for (const [both, count] of left) {
      const [key = '', name = ''] = both.split('\u0000');
      const before = shown.get(key);
      if (count > (this.#lostLots.get(both) ?? 0) && (before === undefined || name < before)) shown.set(key, name);
    }
    return [...shown]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, name]) => ({ key, name, numbers: segments.map(({ head }) => head.lots.findIndex((lot) => lot.key === key)) }));
  }
}

const lotAndName = (key: string, name: string): string => `${key}\u0000${name}`;

const raise = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
