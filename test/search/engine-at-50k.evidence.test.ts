import { meter } from '@ap/shared/search/engine/meter';
import { corpusOf } from '../bench/search/corpus.ts';
import { miniSearchWithColumns } from '../bench/search/engines/mini-search.ts';
import { own } from '../bench/search/engines/own.ts';
import { disagreements } from '../bench/search/oracle.ts';
import { queryMix } from '../bench/search/query-mix.ts';

const documents = corpusOf(50_000, 2);
const queries = queryMix(documents, 150, 102);

test('50,000 services: MiniSearch finds as many with the same facets, a search reads little of the index, and its snapshot stays small', async () => {
  const [engine, oracle] = [await own(documents), await miniSearchWithColumns(documents)];
  if (!engine || !oracle) throw new Error('Both engines run everywhere.');
  expect(disagreements(engine, oracle, queries)).toEqual([]);

  meter.bytes = 0;
  for (const query of queries) engine.search(query);
  // 61 kB when this was written.
  expect(meter.bytes / queries.length).toBeLessThan(64_000);

  // With the rows of all services in it, 14.2 MB when this was written: half of MiniSearch's JSON, which has none.
  expect((engine.saved?.bytes ?? 0) / documents.length).toBeLessThan(300);
});
