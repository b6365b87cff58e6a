import type { ServiceDocument } from '@ap/shared/search/document';
import { isOneEdit } from '@ap/shared/search/one-edit';
import { planText, type Vocabulary } from '@ap/shared/search/text-plan';
import { weightedKeys } from '@ap/shared/search/weighted-keys';
import { ColumnScan } from './column-scan.ts';
import type { MakeEngine } from './engine.ts';

/** A scan of all documents, written well: words as numbers, columns, and the first of an order only. It forgives no slip. */
export const naive: MakeEngine = async (documents: readonly ServiceDocument[]) => {
  const numbers = new Map<string, number>();
  const starts = new Uint32Array(documents.length + 1);
  const keys: number[] = [];
  const weights: number[] = [];
  for (const [at, document] of documents.entries()) {
    for (const [key, weight] of weightedKeys(document)) {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      keys.push(number);
      weights.push(weight);
    }
    starts[at + 1] = keys.length;
  }
  const all = Uint32Array.from(keys);
  const impact = Uint8Array.from(weights);
  const sorted = [...numbers.keys()].sort();
  const columns = new ColumnScan(documents);
  const vocabulary: Vocabulary = {
    has: (word) => numbers.has(word),
    hasLonger: (beginning) => sorted.some((word) => word.length > beginning.length && word.startsWith(beginning)),
    slipsOf: (typed) => sorted.filter((word) => isOneEdit(typed, word)),
  };
  return {
    name: 'naive scan',
    search: (query) => {
      const plan = planText(query.text ?? '', vocabulary);
      if (plan === undefined) return columns.judge(query);
      /** What each word is worth to each part. */
      const worth = plan.map((ways) => {
        const table = new Uint8Array(numbers.size);
        for (const { key, how, quality } of ways) {
          const met = how === 'beginning' ? sorted.filter((word) => word.length > key.length && word.startsWith(key)) : [key];
          for (const word of met) {
            const number = numbers.get(word);
            if (number !== undefined) table[number] = Math.max(table[number] as number, quality);
          }
        }
        return table;
      });
      const found: number[] = [];
      const scores: number[] = [];
      for (let at = 0; at < documents.length; at += 1) {
        let score = 0;
        let isMet = true;
        for (let part = 0; part < worth.length && isMet; part += 1) {
          const table = worth[part] as Uint8Array;
          let best = 0;
          for (let key = starts[at] as number; key < (starts[at + 1] as number); key += 1)
            best = Math.max(best, (table[all[key] as number] as number) * (impact[key] as number));
          isMet = best > 0;
          score += best;
        }
        if (!isMet) continue;
        found.push(at);
        scores.push(score);
      }
      return columns.judge(query, Uint32Array.from(found), Float64Array.from(scores));
    },
  };
};
