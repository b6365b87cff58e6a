import { isLocalDate, type LocalDate } from '../domain/days/local-date.ts';
import type { Place } from './place.ts';

/** A page about placements: one day of all of them, the list of them all, or those of the school census. Apart from `Place`, as those of commissioners. */
export type PlacementsPlace = { readonly at: 'day'; readonly date?: LocalDate } | { readonly at: 'all' } | { readonly at: 'census' };

/** The place in the tab. */
export const placementsPlace = (page: PlacementsPlace): Place => ({
  at: 'placements',
  path: page.at === 'day' ? (page.date ?? '') : page.at,
});

/** Reads the path of a place about placements; anything unknown is today. */
export const fromPlacementsPath = (path: string): PlacementsPlace => {
  const room = path.split('?', 1)[0] ?? '';
  if (room === 'all' || room === 'census') return { at: room };
  return isLocalDate(room) ? { at: 'day', date: room } : { at: 'day' };
};
