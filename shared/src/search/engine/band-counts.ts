import type { Bands } from '../bands.ts';
import type { BandName } from '../facets.ts';
import type { DirectoryQuery } from '../query.ts';
import { popcount } from './bits.ts';
import type { Chosen } from './facet-table.ts';
import type { Room } from './room.ts';
import type { Segment } from './segment.ts';

/**
 * How many results lie in each band of places and of starts, each counted without its own filter:
 *
 *     before   passes all but places, start and facets         places counted over: before -> start -> facets
 *     bits     passes all                                       starts counted over: before -> places -> facets
 *
 * Where a filter is not used, what it is counted over are the results themselves.
 */
export class BandCounts implements Readonly<Record<BandName, Int32Array>> {
  readonly #bands: Bands;
  readonly #query: DirectoryQuery;
  readonly places: Int32Array;
  readonly starts: Int32Array;

  constructor(bands: Bands, query: DirectoryQuery) {
    this.#bands = bands;
    this.#query = query;
    this.places = new Int32Array(bands.places.length);
    this.starts = new Int32Array(bands.starts.length);
  }

  /** Whether what passes before these filters must be kept. */
  get looksBack(): boolean {
    return this.#query.placesFree !== undefined || this.#query.startBy !== undefined;
  }

  add(segment: Segment, { bits, spare, before }: Room, chosen: Chosen): void {
    const { placesFree, startBy } = this.#query;
    const over = (used: boolean, narrow: (set: Int32Array) => void): Int32Array => {
      if (!used) return bits;
      spare.set(before);
      narrow(spare);
      segment.facets.narrow(spare, chosen);
      return spare;
    };
    const { places, starts } = this.#bands;
    if (places.length > 0) {
      const set = over(placesFree !== undefined, (all) => segment.columns.narrowByStart(all, this.#query));
      const fewer = segment.columns.fewerPlaces(set, places);
      const all = sizeOf(set);
      for (let at = 0; at < places.length; at += 1) this.places[at] = (this.places[at] as number) + all - (fewer[at] as number);
    }
    if (starts.length > 0) {
      const set = over(startBy !== undefined, (all) => segment.columns.narrowByPlaces(all, this.#query));
      const [none = 0, ...by] = segment.columns.startsBy(set, starts);
      for (let at = 0; at < starts.length; at += 1) this.starts[at] = (this.starts[at] as number) + (by[at] as number) - none;
    }
  }
}

function sizeOf(bits: Int32Array): number {
  let size = 0;
  for (let word = 0; word < bits.length; word += 1) size += popcount(bits[word] as number);
  return size;
}
