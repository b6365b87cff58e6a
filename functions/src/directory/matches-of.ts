import type { DirectoryFilters } from '@ap/shared/domain/directory/directory-filters';
import { type Matches, mostMatches } from '@ap/shared/domain/saved-searches/saved-search';
import type { Ports } from '../ports/ports.ts';
import { runSearch } from './run-search.ts';

/** As large as a page may be. */
const pageSize = 50;

const pageOf = async (ports: Pick<Ports, 'directory'>, filters: DirectoryFilters, home: string | undefined, page: number, size: number) =>
  (await runSearch(ports, { ...filters, vat: filters.vat ?? 'ex', sort: 'name', page, pageSize: size }, home)).found;

/** What saved filters match now, as far as anybody is told of it. Costs no Graph request. */
export const matchesOf = async (ports: Pick<Ports, 'directory'>, filters: DirectoryFilters, home: string | undefined): Promise<Matches> => {
  const refs: string[] = [];
  for (let page = 1; ; page += 1) {
    const found = await pageOf(ports, filters, home, page, pageSize);
    refs.push(...found.items.map(({ serviceRef }) => serviceRef));
    if (refs.length >= Math.min(found.total, mostMatches) || found.items.length === 0)
      return { total: found.total, refs: refs.slice(0, mostMatches) };
  }
};

/** How many they match. */
export const matchesToday = async (ports: Pick<Ports, 'directory'>, filters: DirectoryFilters, home: string | undefined): Promise<number> =>
  (await pageOf(ports, filters, home, 1, 1)).total;
