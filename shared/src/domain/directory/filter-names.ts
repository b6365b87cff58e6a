import type { DirectoryFilters } from './directory-filters.ts';

/** What can narrow a search, by the names that its facets and the 'without' counts bear. */
export const filterNames = ['text', 'lots', 'age', 'keyStages', 'needs', 'modes', 'unit', 'price', 'distance', 'places', 'start'] as const;
export type FilterName = (typeof filterNames)[number];

/**
 * What leaving each filter out changes in a search: what a person is told to come to is what they come to. A range of prices goes with its unit, for a price
 * of an hour does not compare with one of a day.
 */
export const leftOut = {
  text: { text: '' },
  lots: { lots: [] },
  age: { age: undefined, ageTo: undefined },
  keyStages: { keyStages: [] },
  needs: { needs: [] },
  modes: { modes: [] },
  unit: { unit: undefined, priceFrom: undefined, priceTo: undefined },
  price: { priceFrom: undefined, priceTo: undefined },
  distance: { radius: undefined },
  places: { placesFree: undefined },
  start: { startBy: undefined },
} as const satisfies Readonly<Record<FilterName, DirectoryFilters>>;
