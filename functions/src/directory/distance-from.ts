import { distanceMiles, formatDistance } from '@ap/shared/domain/pupils/outcode';
import type { Directory } from '../ports/providers.ts';

/** How far a site is from a home, in words; undefined where one of them is not known. */
export const distanceFrom = (
  directory: Pick<Directory, 'centroid'>,
  home: string | undefined,
  site: string | undefined,
): string | undefined => {
  const from = home === undefined ? undefined : directory.centroid(home);
  const to = site === undefined ? undefined : directory.centroid(site);
  return from && to ? formatDistance(distanceMiles(from, to), home === site ? home : undefined) : undefined;
};
