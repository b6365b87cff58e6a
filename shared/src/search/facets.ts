import { rateUnitLabels, rateUnits } from '../domain/money/rate-card.ts';
import { deliveryModes, keyStages, needs } from '../domain/register/service.ts';
import { deliveryModeNames, keyStageNames, needNames } from '../domain/register/service-names.ts';
import type { DirectoryQuery } from './query.ts';

export const facetNames = ['lots', 'keyStages', 'needs', 'modes', 'units'] as const;
export type FacetName = (typeof facetNames)[number];

/** Counts of who could take a pupil: by places that are free, and by the day on which a pupil could start. See `Bands`. */
export const bandNames = ['places', 'starts'] as const;
export type BandName = (typeof bandNames)[number];

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** Each value with how many results there would be with all filters but the facet's own. */
export type Facets = Readonly<Record<FacetName | BandName, readonly FacetValue[]>>;

interface Facet {
  readonly chosenIn: (query: DirectoryQuery) => readonly string[];
  readonly order: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

const FACETS: Readonly<Record<FacetName, Facet>> = {
  lots: {
    chosenIn: ({ lots }) => lots ?? [],
    order: [],
    labels: {},
  },
  keyStages: {
    chosenIn: (query) => query.keyStages ?? [],
    order: keyStages,
    labels: keyStageNames,
  },
  needs: {
    chosenIn: (query) => query.needs ?? [],
    order: needs,
    labels: needNames,
  },
  modes: {
    chosenIn: ({ modes }) => modes ?? [],
    order: deliveryModes,
    labels: deliveryModeNames,
  },
  units: {
    chosenIn: ({ unit }) => (unit ? [unit] : []),
    order: rateUnits,
    labels: rateUnitLabels,
  },
};

/** Facets as they are shown, from the counts of the values that documents have; what is chosen is listed even where no document has it. */
export function facetsOf(
  counts: Readonly<Record<FacetName, ReadonlyMap<string, number>>>,
  query: DirectoryQuery,
  lotNames: ReadonlyMap<string, string>,
): Omit<Facets, BandName> {
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
