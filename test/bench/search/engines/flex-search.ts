import { planText, type Vocabulary } from '@ap/shared/search/text-plan';
import { weightedKeys } from '@ap/shared/search/weighted-keys';
import { Index } from 'flexsearch';
import { ColumnScan } from './column-scan.ts';
import type { MakeEngine } from './engine.ts';

/** FlexSearch for words and their beginnings, and columns for all else. It forgives no slip. */
export const flexSearch: MakeEngine = async (documents) => {
  const spaced = (key: string) => key.replaceAll(' ', '_');
  const encode = (text: string) => text.split(' ');
  const whole = new Index({ tokenize: 'strict', encode });
  const begun = new Index({ tokenize: 'forward', encode });
  const known = new Set<string>();
  for (const [at, document] of documents.entries()) {
    const keys = [...weightedKeys(document).keys()];
    for (const key of keys) known.add(key);
    whole.add(at, keys.map(spaced).join(' '));
    begun.add(at, keys.filter((key) => !key.startsWith('#')).join(' '));
  }
  const columns = new ColumnScan(documents);
  const limit = documents.length;
  const vocabulary: Vocabulary = {
    has: (word) => known.has(word),
    // What begins so is asked for in any case: then nothing is found where nothing begins so.
    hasLonger: () => true,
    slipsOf: () => [],
  };
  return {
    name: 'FlexSearch + columns',
    search: (query) => {
      const plan = planText(query.text ?? '', vocabulary);
      if (plan === undefined) return columns.judge(query);
      const met = new Uint8Array(documents.length);
      let found: number[] = [];
      for (const [part, ways] of plan.entries()) {
        const next: number[] = [];
        for (const { key, how } of ways) {
          const ids = how === 'beginning' ? begun.search(key, { limit }) : whole.search(spaced(key), { limit });
          for (const id of ids as number[]) {
            if (met[id] !== part) continue;
            met[id] = part + 1;
            next.push(id);
          }
        }
        found = next;
      }
      return columns.judge(query, Uint32Array.from(found));
    },
  };
};
