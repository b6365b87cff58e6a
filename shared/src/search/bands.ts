import { formatDate, type LocalDate } from '../domain/days/local-date.ts';
import type { FacetValue } from './facets.ts';
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
export const bandsOf = ({ placesFree, startDays = NO_DAYS, startBy }: DirectoryQuery): Bands => ({
  places: placesFree === undefined || PLACES.includes(placesFree) ? PLACES : [...PLACES, placesFree].sort((a, b) => a - b),
  starts: inOrder(startBy === undefined || startDays.includes(startBy) ? startDays : [...startDays, startBy]),
});

const NO_DAYS: readonly LocalDate[] = [];

const inOrder = (days: readonly LocalDate[]): readonly LocalDate[] =>
  days.every((day, at) => at === 0 || (days[at - 1] as LocalDate) < day) ? days : [...new Set(days)].sort();

/** How many results have at least so many places free. A value is what `placesFree` of a query says. */
export const placesFacet = (places: Bands['places'], counts: readonly number[]): readonly FacetValue[] =>
  places.map((least, at) => ({ value: String(least), label: placesLabel(least), count: counts[at] as number }));

/** How many could start by a day. A value is what `startBy` of a query says. */
export const startsFacet = (days: Bands['starts'], counts: readonly number[]): readonly FacetValue[] =>
  days.map((day, at) => ({ value: day, label: startLabel(day), count: counts[at] as number }));

const placesLabel = (least: number): string => (least === 1 ? 'A place free' : `${least} or more places free`);

/** Labels of days that were counted before: the same few for a week. */
const startLabels = new Map<LocalDate, string>();
const LABELS_MOST = 1_000;

function startLabel(day: LocalDate): string {
  let label = startLabels.get(day);
  if (label === undefined) {
    if (startLabels.size >= LABELS_MOST) startLabels.clear();
    label = `By ${formatDate(day, 'plain')}`;
    startLabels.set(day, label);
  }
  return label;
}
