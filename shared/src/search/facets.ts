import { rateUnitLabels, rateUnits } from '../domain/money/rate-card.ts';
import { deliveryModes, keyStages, needs } from '../domain/register/service.ts';
import { deliveryModeNames, keyStageNames, needNames } from '../domain/register/service-names.ts';
import type { DirectoryQuery } from './query.ts';

export const facetNames = ['lots', 'keyStages', 'needs', 'modes', 'units'] as const;
export type FacetName = (typeof facetNames)[number];
/** The facets whose values are the same in every directory. */
export type ClosedFacet = Exclude<FacetName, 'lots'>;

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

/** The values of a facet in the order in which they are shown, each with its label. */
const labelled = <V extends string>(values: readonly V[], labels: Readonly<Record<V, string>>) =>
  values.map((value) => ({ value: value as string, label: labels[value] }));

const CLOSED: Readonly<Record<ClosedFacet, readonly { readonly value: string; readonly label: string }[]>> = {
  keyStages: labelled(keyStages, keyStageNames),
  needs: labelled(needs, needNames),
  modes: labelled(deliveryModes, deliveryModeNames),
  units: labelled(rateUnits, rateUnitLabels),
};
const NONE: readonly string[] = [];

/** A lot of the directory with how many results are in it. */
export interface CountedLot {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

/**
 * Facets as they are shown. `countOf` tells of a value, by its place in the order of its facet, how many results have it; undefined where no document has it
 * at all. `lots` come in the order of their keys, and bands as they are. What is chosen is listed even where no document has it.
 */
export function facetsOf(
  lots: readonly CountedLot[],
  countOf: (facet: ClosedFacet, at: number) => number | undefined,
  query: DirectoryQuery,
  { places, starts }: Pick<Facets, BandName>,
): Facets {
  const list = (facet: ClosedFacet, chosen: readonly string[] = NONE): readonly FacetValue[] => {
    const values: FacetValue[] = [];
    const all = CLOSED[facet];
    for (let at = 0; at < all.length; at += 1) {
      const { value, label } = all[at] as (typeof all)[number];
      const count = countOf(facet, at);
      if (count !== undefined || chosen.includes(value)) values.push({ value, label, count: count ?? 0 });
    }
    return values;
  };
  return {
    lots: withChosen(lots, query.lots),
    keyStages: list('keyStages', query.keyStages),
    needs: list('needs', query.needs),
    modes: list('modes', query.modes),
    units: list('units', query.unit && [query.unit]),
    places,
    starts,
  };
}

function withChosen(lots: readonly CountedLot[], chosen: readonly string[] = NONE): readonly FacetValue[] {
  // Two frameworks that run at once may have a lot of the same name each.
  const isClear = new Set(lots.map(({ name }) => name)).size === lots.length;
  const isShared = (name: string): boolean => !isClear && lots.filter((lot) => lot.name === name).length > 1;
  const values: FacetValue[] = lots.map(({ key, name, count }) => ({
    value: key,
    label: isShared(name) ? `${name} (${key})` : name,
    count,
  }));
  const others = [...new Set(chosen)].filter((key) => lots.every((lot) => lot.key !== key));
  if (others.length === 0) return values;
  return [...values, ...others.map((key) => ({ value: key, label: key, count: 0 }))].sort((a, b) =>
    a.value < b.value ? -1 : a.value > b.value ? 1 : 0,
  );
}
