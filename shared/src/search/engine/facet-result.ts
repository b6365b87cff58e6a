import { type RateUnit, rateUnits } from '../../domain/money/rate-card.ts';
import { type Bands, placesFacet, startsFacet } from '../bands.ts';
import { type Facets, facetsOf } from '../facets.ts';
import type { DirectoryQuery } from '../query.ts';
import type { BandCounts } from './band-counts.ts';
import { FIRST_LOT, FIRST_OF } from './facet-values.ts';
import type { Room } from './room.ts';
import type { Searched } from './searched.ts';

/** How many results have a value, over all segments. */
function countOf(value: number, rooms: readonly Room[]): number {
  let count = 0;
  for (let index = 0; index < rooms.length; index += 1) count += (rooms[index] as Room).counts[value] as number;
  return count;
}

/** The unit of most results; the smaller one when two tie. */
export function commonest(rooms: readonly Room[]): RateUnit {
  let best = 0;
  for (let unit = 1; unit < rateUnits.length; unit += 1)
    if (countOf(FIRST_OF.units + unit, rooms) > countOf(FIRST_OF.units + best, rooms)) best = unit;
  return rateUnits[best] as RateUnit;
}

/** Facets from what is in the rooms. */
export function facetsFrom(query: DirectoryQuery, bands: Bands, inBands: BandCounts, { lots, totals, rooms }: Searched): Facets {
  const counted = lots.map(({ key, name, numbers }) => {
    let count = 0;
    for (let index = 0; index < rooms.length; index += 1) {
      const number = numbers[index] as number;
      if (number >= 0) count += (rooms[index] as Room).counts[FIRST_LOT + number] as number;
    }
    return { key, name, count };
  });
  return facetsOf(
    counted,
    (facet, at) => ((totals[FIRST_OF[facet] + at] as number) > 0 ? countOf(FIRST_OF[facet] + at, rooms) : undefined),
    query,
    { places: placesFacet(bands.places, inBands.places), starts: startsFacet(bands.starts, inBands.starts) },
  );
}
