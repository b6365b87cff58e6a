import { meter } from '@ap/shared/search/engine/meter';
import { liveDirectory } from '@ap/shared/search/live-directory';
import { corpusOf, outcodes } from '../bench/search/corpus.ts';
import { miniSearch } from '../bench/search/engines/mini-search.ts';
import { queryMix } from '../bench/search/query-mix.ts';

const documents = corpusOf(50_000, 1);
const directory = liveDirectory(documents, outcodes);

test('50,000 services: a search of the mix reads no more than 110 kB of the index on average', () => {
  const queries = queryMix(documents, 300, 101);
  meter.bytes = 0;
  for (const query of queries) directory.search(query);
  expect(meter.bytes / queries.length).toBeLessThan(110_000);
});

test('50,000 services: the snapshot, with the rows of all services in it, is smaller than twice the JSON of MiniSearch, which has none', async () => {
  const mini = await miniSearch(documents);
  expect(directory.toSnapshot().length).toBeLessThan((mini?.saved?.bytes ?? 0) * 2);
});
