import type { Bands } from '../bands.ts';
import type { BandName } from '../facets.ts';
import type { DirectoryQuery } from '../query.ts';
import { sizeOf } from './bits.ts';
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
export class BandCounts implements Readonly<Record<BandName, readonly number[]>> {
  readonly #bands: Bands;
  readonly #query: DirectoryQuery;
  readonly places: number[];
  readonly starts: number[];

  constructor(bands: Bands, query: DirectoryQuery) {
    this.#bands = bands;
    this.#query = query;
    this.places = bands.places.map(() => 0);
    this.starts = bands.starts.map(() => 0);
  }

  /** Whether what passes before these filters must be kept. */
  get looksBack(): boolean {
    return this.#query.placesFree !== undefined || this.#query.startBy !== undefined;
  }

  /** Adds the results of a segment, of which there are `total`. */
  add(segment: Segment, { bits, spare, before }: Room, chosen: Chosen, total: number): void {
    const { placesFree, startBy } = this.#query;
    const { places, starts } = this.#bands;
    if (places.length > 0 && (total > 0 || placesFree !== undefined)) {
      let set = bits;
      if (placesFree !== undefined) {
        set = spare;
        set.set(before);
        segment.columns.narrowByStart(set, this.#query);
        segment.facets.narrow(set, chosen);
      }
      const all = placesFree === undefined ? total : sizeOf(set);
      const fewer = segment.columns.fewerPlaces(set, all, places);
      for (let at = 0; at < places.length; at += 1) this.places[at] = (this.places[at] as number) + all - (fewer[at] as number);
    }
    if (starts.length > 0 && (total > 0 || startBy !== undefined)) {
      let set = bits;
      if (startBy !== undefined) {
        set = spare;
        set.set(before);
        segment.columns.narrowByPlaces(set, this.#query);
        segment.facets.narrow(set, chosen);
      }
      const by = segment.columns.startsBy(set, startBy === undefined ? total : sizeOf(set), starts);
      for (let at = 0; at < starts.length; at += 1) this.starts[at] = (this.starts[at] as number) + (by[at] as number);
    }
  }
}
