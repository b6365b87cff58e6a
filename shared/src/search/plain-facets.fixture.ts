import { rateUnits } from '../domain/money/rate-card.ts';
import { deliveryModes, keyStages, needs } from '../domain/register/service.ts';
import { bandsOf, placesFacet, startsFacet } from './bands.ts';
import type { ServiceDocument } from './document.ts';
import { type BandName, type ClosedFacet, type FacetName, type Facets, facetNames, facetsOf } from './facets.ts';
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

const IN_ORDER: Readonly<Record<ClosedFacet, readonly string[]>> = { keyStages, needs, modes: deliveryModes, units: rateUnits };

/** The filter that each facet sets, which its own counts leave out. */
export const ownFilter: Readonly<Record<FacetName | BandName, FilterSet>> = {
  lots: filterSetOf('lots'),
  keyStages: filterSetOf('keyStages'),
  needs: filterSetOf('needs'),
  modes: filterSetOf('modes'),
  units: filterSetOf('unit'),
  places: filterSetOf('places'),
  starts: filterSetOf('start'),
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
  readonly #bands;
  readonly #within;

  constructor(query: DirectoryQuery) {
    this.#query = query;
    this.#bands = bandsOf(query);
    this.#within = { places: this.#bands.places.map(() => 0), starts: this.#bands.starts.map(() => 0) };
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
    this.#addToBands(document, failed);
  }

  #addToBands({ placesFree, earliestStart }: ServiceDocument, failed: FilterSet): void {
    const { places, starts } = this.#bands;
    if ((failed & ~ownFilter.places) === 0 && placesFree !== undefined)
      for (const [at, least] of places.entries())
        if (placesFree >= least) this.#within.places[at] = (this.#within.places[at] as number) + 1;
    if ((failed & ~ownFilter.starts) === 0 && earliestStart !== undefined)
      for (const [at, day] of starts.entries()) if (earliestStart <= day) this.#within.starts[at] = (this.#within.starts[at] as number) + 1;
  }

  result(): Facets {
    const lots = [...this.#counts.lots].sort(([a], [b]) => (a < b ? -1 : 1));
    const named = lots.map(([key, count]) => ({ key, name: this.#lotNames.get(key) ?? key, count }));
    const countOf = (facet: ClosedFacet, at: number) => this.#counts[facet].get(IN_ORDER[facet][at] as string);
    return facetsOf(named, countOf, this.#query, {
      places: placesFacet(this.#bands.places, this.#within.places),
      starts: startsFacet(this.#bands.starts, this.#within.starts),
    });
  }
}
