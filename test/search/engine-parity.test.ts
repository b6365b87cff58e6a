import { liveDirectory } from '@ap/shared/search/live-directory';
import { plainIndex } from '@ap/shared/search/plain-scan.fixture';
import type { DirectoryQuery } from '@ap/shared/search/query';
import { corpusOf, outcodes } from '../bench/search/corpus.ts';
import { queryMix } from '../bench/search/query-mix.ts';

const plan = { daysPerWeek: 2, sessions: 'both', hoursPerDay: 5, weeks: 12 } as const;

/** What the mix leaves out: deep pages, every other sort, a timetable, VAT, swapped letters and texts that say little. */
const others = (query: DirectoryQuery, at: number): DirectoryQuery => ({
  ...query,
  sort: (['fair', 'name', 'package', 'earliest', 'best', 'distance', 'price'] as const)[at % 7] as DirectoryQuery['sort'],
  page: 1 + (at % 3) * 4,
  pageSize: 50,
  vat: at % 2 === 0 ? 'inc' : undefined,
  timetable: at % 3 === 0 ? undefined : plan,
  seed: `buyer ${at}`,
  ...(at % 5 === 0 ? { text: ['semh', 'the', 'froest school', 'ma', 'speech and language', 'key stage 3 maths'][at % 6] } : {}),
});

const documents = corpusOf(1_500, 1);
const plain = plainIndex(documents, outcodes);

describe('the engine answers as the plain scan does: totals, facets, order, and why', () => {
  const queries = queryMix(documents, 70, 7);

  test.each([
    ['in one segment', 65_536],
    ['in segments of 600', 600],
  ])('%s', (_how, largest) => {
    const engine = liveDirectory(documents, outcodes, undefined, largest);
    for (const query of [...queries, ...queries.map(others)])
      expect({ query, ...engine.search(query) }).toEqual({ query, ...plain.search(query) });
  });

  test('with changes beside the base', () => {
    const engine = liveDirectory(documents.slice(0, 1_400), outcodes, undefined, 600);
    engine.changed(corpusOf(60, 2), []);
    engine.changed([...documents.slice(0, 60).reverse(), ...documents.slice(1_400)], ['S-7', 'S-none']);
    engine.changed(documents.slice(7, 8), []);
    for (const query of [...queries, ...queries.map(others)].filter((_, at) => at % 3 === 0))
      expect({ query, ...engine.search(query) }).toEqual({ query, ...plain.search(query) });
  });
});
