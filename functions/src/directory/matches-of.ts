import { type Matches, mostMatches, type SavedFilters } from '@ap/shared/domain/saved-searches/saved-search';
import type { Ports } from '../ports/ports.ts';
import { type AskedSearch, runSearch } from './run-search.ts';

/** As large as a page may be. */
const pageSize = 50;

/** What saved filters match now, as far as anybody is told of it. Costs no Graph request. */
export const matchesOf = async (ports: Pick<Ports, 'directory'>, filters: SavedFilters, home: string | undefined): Promise<Matches> => {
  const asked = { ...filters, vat: filters.vat ?? 'ex', sort: 'name', pageSize } satisfies Omit<AskedSearch, 'page'>;
  const refs: string[] = [];
  for (let page = 1; ; page += 1) {
    const { found } = await runSearch(ports, { ...asked, page }, home);
    refs.push(...found.items.map(({ serviceRef }) => serviceRef));
    if (refs.length >= Math.min(found.total, mostMatches) || found.items.length === 0)
      return { total: found.total, refs: refs.slice(0, mostMatches) };
  }
};
