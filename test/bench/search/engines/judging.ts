import type { Position } from '@ap/shared/domain/pupils/outcode';
import { bandsOf } from '@ap/shared/search/bands';
import type { ServiceDocument } from '@ap/shared/search/document';
import { type FacetName, facetNames } from '@ap/shared/search/facets';
import { centreOf, milesTo } from '@ap/shared/search/geography';
import { ownFilter, valuesOf } from '@ap/shared/search/plain-facets.fixture';
import { failedFilters } from '@ap/shared/search/plain-filters.fixture';
import type { DirectoryQuery } from '@ap/shared/search/query';
import { outcodes } from '../corpus.ts';
import type { Answer } from './engine.ts';

const owns = facetNames.map((name) => ownFilter[name]);

/**
 * Judges candidates one by one over whole documents, as somebody would who has an engine for the text alone: filters, facets each without its own filter,
 * and the first of an order.
 */
export const judge = (query: DirectoryQuery, candidates: Iterable<readonly [ServiceDocument, number]>): Answer => {
  const origin: Position | undefined = centreOf(query.near, outcodes);
  const facets = { lots: {}, keyStages: {}, needs: {}, modes: {}, units: {} } as Record<FacetName, Record<string, number>>;
  const bands = bandsOf(query);
  const places: Record<string, number> = {};
  const starts: Record<string, number> = {};
  const top = new Top<ServiceDocument>(query.pageSize);
  let total = 0;
  for (const [document, score] of candidates) {
    const miles = milesTo(document, origin, outcodes);
    const failed = failedFilters({ document, miles, text: undefined }, query, false);
    for (let at = 0; at < facetNames.length; at += 1) {
      if ((failed & ~(owns[at] as number)) !== 0) continue;
      const name = facetNames[at] as FacetName;
      const counts = facets[name];
      for (const value of valuesOf[name](document)) counts[value] = (counts[value] ?? 0) + 1;
    }
    const { placesFree = -1, earliestStart } = document;
    if ((failed & ~ownFilter.places) === 0)
      for (const least of bands.places) if (placesFree >= least) places[least] = (places[least] ?? 0) + 1;
    if ((failed & ~ownFilter.starts) === 0 && earliestStart !== undefined)
      for (const day of bands.starts) if (earliestStart <= day) starts[day] = (starts[day] ?? 0) + 1;
    if (failed !== 0) continue;
    total += 1;
    top.add(query.sort === 'price' ? document.price : query.sort === 'distance' ? (miles ?? 1e9) : -score, document);
  }
  return { total, facets: { ...facets, places, starts }, rows: top.rows() };
};

/** The first few of an order, kept by insertion. */
export class Top<T> {
  readonly #most: number;
  readonly #keys: number[] = [];
  readonly #rows: T[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(key: number, row: T): void {
    const keys = this.#keys;
    if (keys.length === this.#most && key >= (keys[keys.length - 1] as number)) return;
    let at = keys.length;
    while (at > 0 && (keys[at - 1] as number) > key) at -= 1;
    keys.splice(at, 0, key);
    this.#rows.splice(at, 0, row);
    if (keys.length > this.#most) {
      keys.pop();
      this.#rows.pop();
    }
  }

  rows(): readonly T[] {
    return this.#rows;
  }
}
