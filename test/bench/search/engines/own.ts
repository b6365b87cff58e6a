import { bandNames, facetNames } from '@ap/shared/search/facets';
import { fromSnapshot, liveDirectory } from '@ap/shared/search/live-directory';
import { outcodes } from '../corpus.ts';
import type { FacetCounts, MakeEngine } from './engine.ts';

/** The product's own. */
export const own: MakeEngine = async (documents) => {
  const directory = liveDirectory(documents, outcodes);
  return {
    name: 'own',
    search: (query) => {
      const { total, items, facets } = directory.search(query);
      return {
        total,
        rows: items,
        // Only for the comparison, and so not in its time.
        get facets() {
          return Object.fromEntries([...facetNames, ...bandNames].map((name) => [name, countsOf(facets[name])])) as FacetCounts;
        },
      };
    },
    get saved() {
      const bytes = directory.toSnapshot();
      return { bytes: bytes.length, load: () => void fromSnapshot(bytes, outcodes) };
    },
  };
};

const countsOf = (values: readonly { readonly value: string; readonly count: number }[]): Record<string, number> =>
  Object.fromEntries(values.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]));
