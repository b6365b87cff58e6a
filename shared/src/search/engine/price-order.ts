import { type RateUnit, rateUnits } from '../../domain/money/rate-card.ts';
import type { VatBasis } from '../../domain/money/vat-basis.ts';
import { meter } from './meter.ts';
import type { Numbered } from './numbered.ts';
import type { Room } from './room.ts';
import { type Candidates, scratch } from './scratch.ts';
import type { Segment } from './segment.ts';
import { priceKey } from './sort-key.ts';

/**
 * The cheapest results: of each segment all that could be among the first `end`.
 *
 *     order    | hours, by price | sessions, by price | days, by price |       walked from the unit that comes first, and of it from the cheapest on,
 *     results    .  x  .  .  x  x                                              until enough of those that are met are results
 */
export function cheapest({ numbered }: Numbered, end: number, vat: VatBasis | undefined, unit: RateUnit): Candidates {
  let size = 0;
  for (const { segment, room, first } of numbered) size = walk(segment, room, first, end, vat, unit, size);
  return { ids: scratch.ids.subarray(0, size), keys: scratch.keys.subarray(0, size) };
}

function walk(
  segment: Segment,
  { bits }: Room,
  first: number,
  end: number,
  vat: VatBasis | undefined,
  unit: RateUnit,
  from: number,
): number {
  const { ids, keys } = scratch;
  const key = priceKey(segment, vat, unit);
  let size = from;
  let last = Number.POSITIVE_INFINITY;
  let read = 0;
  for (const each of [unit, ...rateUnits.filter((other) => other !== unit)]) {
    for (const document of segment.byPrice(each, vat)) {
      read += 1;
      if (((bits[document >>> 5] as number) & (1 << (document & 31))) === 0) continue;
      const own = key(document);
      if (own > last) {
        meter.bytes += read * 2;
        return size;
      }
      ids[size] = first + document;
      keys[size] = own;
      size += 1;
      if (size - from === end) last = own;
    }
  }
  meter.bytes += read * 2;
  return size;
}
