import { isDeepStrictEqual } from 'node:util';
import type { DirectoryQuery } from '@ap/shared/search/query';
import { corpusOf } from './corpus.ts';
import type { Compared } from './engines/engine.ts';
import { miniSearchWithColumns } from './engines/mini-search.ts';
import { own } from './engines/own.ts';
import { queryMix } from './query-mix.ts';

/** The queries to which two engines answer with different totals or facets. */
export const disagreements = (one: Compared, other: Compared, queries: readonly DirectoryQuery[]): readonly string[] =>
  queries.flatMap((query) => {
    const [first, second] = [one.search(query), other.search(query)];
    const same = first.total === second.total && isDeepStrictEqual(first.facets, second.facets);
    return same ? [] : [`${JSON.stringify(query)}: ${one.name} finds ${first.total}, ${other.name} ${second.total}`];
  });

/** Holds the engine against MiniSearch over so many services and queries: what they disagree about. */
export const oracleAgrees = async (services: number, queries: number, seed: number): Promise<readonly string[]> => {
  const documents = corpusOf(services, seed);
  const [engine, oracle] = [await own(documents), await miniSearchWithColumns(documents)];
  if (!engine || !oracle) throw new Error('Both engines run everywhere.');
  return disagreements(engine, oracle, queryMix(documents, queries, seed + 100));
};
