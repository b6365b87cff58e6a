import type { ServiceDocument } from './document.ts';
import { isOneEdit } from './one-edit.ts';
import { type Alternative, planText, type TextHit, type Vocabulary } from './text-plan.ts';
import { weightedKeys } from './weighted-keys.ts';

/** Words and meanings of documents, by reference. */
export class TextIndex {
  readonly #postings = new Map<string, Map<string, number>>();

  constructor(documents: readonly ServiceDocument[]) {
    for (const document of documents) {
      for (const [key, weight] of weightedKeys(document)) {
        const refs = this.#postings.get(key) ?? new Map<string, number>();
        this.#postings.set(key, refs.set(document.serviceRef, weight));
      }
    }
  }

  /** Documents that meet every part of a text, as `planText` says. Undefined when the text holds no word at all. */
  search(text: string): ReadonlyMap<string, TextHit> | undefined {
    const words = [...this.#postings.keys()].filter((key) => !key.startsWith('#')).sort();
    const vocabulary: Vocabulary = {
      has: (word) => this.#postings.has(word),
      hasLonger: (beginning) => words.some((word) => word !== beginning && word.startsWith(beginning)),
      slipsOf: (typed) => words.filter((word) => isOneEdit(typed, word)),
    };
    let hits: Map<string, TextHit> | undefined;
    for (const alternatives of planText(text, vocabulary) ?? []) {
      const met = this.#meet(alternatives, words);
      const before: ReadonlyMap<string, TextHit> | undefined = hits;
      hits = new Map();
      for (const [ref, hit] of met) {
        const sofar = before?.get(ref);
        if (before && !sofar) continue;
        hits.set(ref, { score: hit.score + (sofar?.score ?? 0), meetings: [...(sofar?.meetings ?? []), ...hit.meetings] });
      }
    }
    return hits;
  }

  /** The best meeting of each document with one part. */
  #meet(alternatives: readonly Alternative[], words: readonly string[]): ReadonlyMap<string, TextHit> {
    const best = new Map<string, TextHit>();
    for (const { key, quality, typed, met, how } of alternatives) {
      const keys = how === 'beginning' ? words.filter((word) => word !== key && word.startsWith(key)) : [key];
      for (const each of keys) {
        for (const [ref, weight] of this.#postings.get(each) ?? []) {
          const score = weight * quality;
          if (score > (best.get(ref)?.score ?? 0))
            best.set(ref, { score, meetings: [{ typed, met: how === 'beginning' ? each : met, how }] });
        }
      }
    }
    return best;
  }
}
