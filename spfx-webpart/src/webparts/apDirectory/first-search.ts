import { emptySearch, fromSearch, toSearch } from '@ap/shared/ui/directory/search-state';
import type { IApDirectoryProperties } from './settings';

/** The search that the directory opens with: the lot and the distance that the page's editor chose. What is not understood is left out. */
export const firstSearch = ({ lot, radius }: Partial<Pick<IApDirectoryProperties, 'lot' | 'radius'>>): string => {
  const query = new URLSearchParams();
  if (lot) query.set('lots', lot);
  if (radius) query.set('radius', radius);
  return toSearch({ ...emptySearch, ...fromSearch(query.toString()) });
};
