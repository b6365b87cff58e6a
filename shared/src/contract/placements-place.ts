import { isLocalDate, type LocalDate } from '../domain/local-date.ts';
import type { Place } from './place.ts';

/** A page about placements that run: one day of all of them. Apart from `Place`, as those of commissioners. */
export type PlacementsPlace = { readonly at: 'day'; readonly date?: LocalDate };

/** The place in the tab. */
export const placementsPlace = ({ date }: PlacementsPlace): Place => ({ at: 'placements', path: date ?? '' });

/** Reads the path of a place about placements; anything unknown is today. */
export const fromPlacementsPath = (path: string): PlacementsPlace => {
  const room = path.split('?', 1)[0] ?? '';
  return isLocalDate(room) ? { at: 'day', date: room } : { at: 'day' };
};
