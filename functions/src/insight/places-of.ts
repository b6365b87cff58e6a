import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { listUnmetNeeds } from '@ap/shared/contract/unmet-needs';
import type { Directory } from '../ports/providers.ts';

type Told = Pick<ReplyOf<typeof listUnmetNeeds>, 'places' | 'towns'>;

/** Towns are shown so many degrees beyond the outermost areas, about five miles. */
const beyond = 0.08;

/** 'Lyme Regis' of the map's 'lyme regis'. */
const asNamed = (town: string): string => town.replace(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());

/** Where outcodes lie, and the towns in and between them. What the map does not know is left out. */
export const placesOf = (outcodes: readonly string[], { centroid, towns }: Pick<Directory, 'centroid' | 'towns'>): Told => {
  // A town may have two names: the longer one is the whole.
  const townIn = new Map<string, string>();
  for (const [town, outcode] of towns) if (town.length > (townIn.get(outcode)?.length ?? 0)) townIn.set(outcode, asNamed(town));
  const places = [...outcodes].sort().flatMap((outcode) => {
    const at = centroid(outcode);
    const town = townIn.get(outcode);
    return at ? [{ outcode, ...(town === undefined ? {} : { town }), lat: at.lat, lon: at.lon }] : [];
  });
  const lats = places.map(({ lat }) => lat);
  const lons = places.map(({ lon }) => lon);
  const isNear = ({ lat, lon }: { readonly lat: number; readonly lon: number }): boolean =>
    lat >= Math.min(...lats) - beyond &&
    lat <= Math.max(...lats) + beyond &&
    lon >= Math.min(...lons) - beyond &&
    lon <= Math.max(...lons) + beyond;
  const known = new Set(places.map(({ outcode }) => outcode));
  return {
    places,
    towns: [...townIn]
      .filter(([outcode]) => !known.has(outcode))
      .flatMap(([outcode, name]) => {
        const at = centroid(outcode);
        return at && isNear(at) ? [{ name, lat: at.lat, lon: at.lon }] : [];
      })
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
};
