import { type FilterName, filterNames } from '../domain/directory/filter-names.ts';
import type { Pence } from '../domain/money/money.ts';
import type { VatBasis } from '../domain/money/vat-basis.ts';
import type { ServiceDocument } from './document.ts';
import { isWithinReach } from './geography.ts';
import type { JudgedDocument } from './judged-document.ts';
import type { DirectoryQuery } from './query.ts';

/** R39: the price by which a service is compared. */
export const comparedPrice = ({ price, priceIncVat }: ServiceDocument, vat: VatBasis | undefined): Pence =>
  vat === 'inc' ? priceIncVat : price;

const includes = (chosen: readonly string[] | undefined, value: string) => !chosen?.length || chosen.includes(value);
const overlaps = (chosen: readonly string[] | undefined, values: readonly string[]) =>
  !chosen?.length || values.some((value) => chosen.includes(value));

/** Each filter by itself; one that the query does not use lets everything pass. */
const PASSES: Readonly<Record<FilterName, (candidate: JudgedDocument, query: DirectoryQuery, hasText: boolean) => boolean>> = {
  text: ({ text }, _query, hasText) => !hasText || text !== undefined,
  lots: ({ document }, { lots }) => includes(lots, document.lotKey),
  age: ({ document }, { age, ageTo = age }) =>
    age === undefined || ageTo === undefined || (document.ageFrom <= ageTo && age <= document.ageTo),
  keyStages: ({ document }, { keyStages }) => overlaps(keyStages, document.keyStages),
  needs: ({ document }, { needs }) => overlaps(needs, document.needs),
  modes: ({ document }, { modes }) => includes(modes, document.deliveryMode),
  unit: ({ document }, { unit }) => unit === undefined || document.unit === unit,
  price: ({ document }, { priceFrom = 0, priceTo = Number.POSITIVE_INFINITY, vat }) => {
    const compared = comparedPrice(document, vat);
    return compared >= priceFrom && compared <= priceTo;
  },
  distance: ({ document, miles }, { radius, near }) => radius === undefined || near === undefined || isWithinReach(document, miles, radius),
  places: ({ document }, { placesFree }) => placesFree === undefined || (document.placesFree ?? -1) >= placesFree,
  start: ({ document }, { startBy }) =>
    startBy === undefined || (document.earliestStart !== undefined && document.earliestStart <= startBy),
};

/** A set of filters as bits, in the order of `filterNames`: this is asked once for each document of each search. */
export type FilterSet = number;

export function filterSetOf(name: FilterName): FilterSet {
  return 1 << filterNames.indexOf(name);
}

/** A filter with what is left out together with it: a range of prices goes with its unit. */
export const leftOutWith = (name: FilterName): FilterSet => filterSetOf(name) | (name === 'unit' ? filterSetOf('price') : 0);

/** The filters that a candidate fails. None (0): it is a result. One: it would be, without that filter. */
export function failedFilters(candidate: JudgedDocument, query: DirectoryQuery, hasText: boolean): FilterSet {
  let failed = 0;
  for (let bit = 0; bit < filterNames.length; bit += 1)
    if (!PASSES[filterNames[bit] as FilterName](candidate, query, hasText)) failed |= 1 << bit;
  return failed;
}
