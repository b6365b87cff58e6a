import { formatDate, type LocalDate } from '../domain/days/local-date.ts';
import type { BandName, FacetValue } from './facets.ts';
import type { DirectoryQuery } from './query.ts';

/** Where a search counts. Bands lie within each other: who has five places free has two as well. */
export interface Bands {
  /** At least so many places free. */
  readonly places: readonly number[];
  /** A start on this day or before. */
  readonly starts: readonly LocalDate[];
}

const PLACES = [1, 2, 5];

/** The bands that a search counts, in order: those of every search, the days that the query names, and what it has chosen itself. */
export const bandsOf = ({ placesFree, startDays = [], startBy }: DirectoryQuery): Bands => ({
  places: placesFree === undefined ? PLACES : [...new Set([...PLACES, placesFree])].sort((a, b) => a - b),
  starts: startBy === undefined && startDays.length < 2 ? startDays : [...new Set([...startDays, ...(startBy ? [startBy] : [])])].sort(),
});

/** As they are shown, a count for each band. A value is what `placesFree` or `startBy` of a query says. */
export const bandFacets = (
  { places, starts }: Bands,
  counts: Readonly<Record<BandName, ArrayLike<number>>>,
): Readonly<Record<BandName, readonly FacetValue[]>> => ({
  places: places.map((least, at) => ({ value: String(least), label: placesLabel(least), count: counts.places[at] as number })),
  starts: starts.map((day, at) => ({ value: day, label: `By ${formatDate(day, 'plain')}`, count: counts.starts[at] as number })),
});

const placesLabel = (least: number): string => (least === 1 ? 'A place free' : `${least} or more places free`);
