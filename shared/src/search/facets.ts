import { rateUnitLabels, rateUnits } from '../domain/money/rate-card.ts';
import { deliveryModes, keyStages, needs } from '../domain/register/service.ts';
import { deliveryModeNames, keyStageNames, needNames } from '../domain/register/service-names.ts';
import type { ServiceDocument } from './document.ts';
import { type FilterSet, filterSetOf } from './filters.ts';
import type { DirectoryQuery } from './query.ts';

export const facetNames = ['lots', 'keyStages', 'needs', 'modes', 'units'] as const;
export type FacetName = (typeof facetNames)[number];

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>;

interface Facet {
  /** The filter that this facet sets, which its own counts leave out. */
  readonly filter: FilterSet;
  readonly valuesOf: (document: ServiceDocument) => readonly string[];
  readonly chosenIn: (query: DirectoryQuery) => readonly string[];
  readonly order: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

const FACETS: Readonly<Record<FacetName, Facet>> = {
  lots: {
    filter: filterSetOf('lots'),
    valuesOf: ({ lotKey }) => [lotKey],
    chosenIn: ({ lots }) => lots ?? [],
    order: [],
    labels: {},
  },
  keyStages: {
    filter: filterSetOf('keyStages'),
    valuesOf: (document) => document.keyStages,
    chosenIn: (query) => query.keyStages ?? [],
    order: keyStages,
    labels: keyStageNames,
  },
  needs: {
    filter: filterSetOf('needs'),
    valuesOf: (document) => document.needs,
    chosenIn: (query) => query.needs ?? [],
    order: needs,
    labels: needNames,
  },
  modes: {
    filter: filterSetOf('modes'),
    valuesOf: ({ deliveryMode }) => [deliveryMode],
    chosenIn: ({ modes }) => modes ?? [],
    order: deliveryModes,
    labels: deliveryModeNames,
  },
  units: {
    filter: filterSetOf('unit'),
    valuesOf: ({ unit }) => [unit],
    chosenIn: ({ unit }) => (unit ? [unit] : []),
    order: rateUnits,
    labels: rateUnitLabels,
  },
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
      const { filter, valuesOf } = FACETS[name];
      const counts = this.#counts[name];
      const one = (failed & ~filter) === 0 ? 1 : 0;
      const values = valuesOf(document);
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

/** Facets as they are shown, from the counts of the values that documents have; what is chosen is listed even where no document has it. */
export function facetsOf(
  counts: Readonly<Record<FacetName, ReadonlyMap<string, number>>>,
  query: DirectoryQuery,
  lotNames: ReadonlyMap<string, string>,
): Facets {
  const list = (name: FacetName): readonly FacetValue[] => {
    const { order, labels, chosenIn } = FACETS[name];
    const chosen = chosenIn(query);
    const values: FacetValue[] = [];
    const add = (value: string): void => {
      const count = counts[name].get(value);
      if (count !== undefined || chosen.includes(value))
        values.push({ value, label: labels[value] ?? lotNames.get(value) ?? value, count: count ?? 0 });
    };
    for (const value of order) add(value);
    if (order.length === 0) for (const value of [...new Set([...counts[name].keys(), ...chosen])].sort()) add(value);
    return values;
  };
  return { lots: list('lots'), keyStages: list('keyStages'), needs: list('needs'), modes: list('modes'), units: list('units') };
}
