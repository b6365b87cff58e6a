import type { ServiceDocument } from './document.ts';
import { type FacetName, type Facets, facetNames, facetsOf } from './facets.ts';
import { type FilterSet, filterSetOf } from './plain-filters.fixture.ts';
import type { DirectoryQuery } from './query.ts';

/** What a document has of each facet. */
export const valuesOf: Readonly<Record<FacetName, (document: ServiceDocument) => readonly string[]>> = {
  lots: ({ lotKey }) => [lotKey],
  keyStages: ({ keyStages }) => keyStages,
  needs: ({ needs }) => needs,
  modes: ({ deliveryMode }) => [deliveryMode],
  units: ({ unit }) => [unit],
};

/** The filter that each facet sets, which its own counts leave out. */
export const ownFilter: Readonly<Record<FacetName, FilterSet>> = {
  lots: filterSetOf('lots'),
  keyStages: filterSetOf('keyStages'),
  needs: filterSetOf('needs'),
  modes: filterSetOf('modes'),
  units: filterSetOf('unit'),
};

/**
 * Counts facets as documents pass by. Each value counts the results there would be with all filters but the facet's own, so that choosing
 * a second value shows what it adds. Every value of every document is listed, and every chosen one, even at nought: lists are never cut.
 */
export class FacetCounter {
  readonly #query: DirectoryQuery;
  readonly #counts: Readonly<Record<FacetName, Map<string, number>>> = {
    lots: new Map(),
    keyStages: new Map(),
    needs: new Map(),
    modes: new Map(),
    units: new Map(),
  };
  readonly #lotNames = new Map<string, string>();

  constructor(query: DirectoryQuery) {
    this.#query = query;
  }

  /** Takes in a document with the filters that it fails. */
  add(document: ServiceDocument, failed: FilterSet): void {
    const { lotKey, lotName } = document;
    const told = this.#lotNames.get(lotKey);
    // While a lot is renamed its services may bear both names: which one is shown must not depend on who came first.
    if (told === undefined || lotName < told) this.#lotNames.set(lotKey, lotName);
    for (const name of facetNames) {
      const counts = this.#counts[name];
      const one = (failed & ~ownFilter[name]) === 0 ? 1 : 0;
      const values = valuesOf[name](document);
      for (let index = 0; index < values.length; index += 1) {
        const value = values[index] as string;
        if (values.indexOf(value) !== index) continue;
        const count = counts.get(value);
        if (one === 1 || count === undefined) counts.set(value, (count ?? 0) + one);
      }
    }
  }

  result(): Facets {
    return facetsOf(this.#counts, this.#query, this.#lotNames);
  }
}
