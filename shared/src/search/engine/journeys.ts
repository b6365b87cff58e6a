import { distanceBands } from '../../domain/directory/distance-bands.ts';
import type { Position } from '../../domain/pupils/outcode.ts';
import { meter } from './meter.ts';
import type { Places } from './places.ts';

/** The place of what is online, and of what has none that is known. */
export const NO_PLACE = 0xffff;
const UNMEASURED = -1;

/** How far the documents of a segment are from one origin. Many share a place: each place is measured once, when somebody asks. */
export class Journeys {
  readonly origin: Position;
  readonly #places: Places;
  readonly #placeOf: Uint16Array;
  readonly #reach: Float32Array;
  readonly #online: number;
  readonly #miles: Float64Array;

  constructor(origin: Position, places: Places, placeOf: Uint16Array, reach: Float32Array, online: number, room: Float64Array) {
    this.origin = origin;
    this.#places = places;
    this.#placeOf = placeOf;
    this.#reach = reach;
    this.#online = online;
    this.#miles = room.fill(UNMEASURED);
  }

  /** Miles; without end online and where no place is known. */
  miles(document: number): number {
    const place = this.#placeOf[document] as number;
    meter.bytes += 2;
    if (place === NO_PLACE) return Number.POSITIVE_INFINITY;
    const known = this.#miles[place] as number;
    if (known !== UNMEASURED) return known;
    const miles = this.#places.miles(place, this.origin);
    this.#miles[place] = miles;
    return miles;
  }

  /** The band of distance: 0 for what needs no journey of the pupil or a short one, the last for what is nobody knows where. */
  band(document: number): number {
    if (document < this.#online) return 0;
    const miles = this.miles(document);
    if (miles === Number.POSITIVE_INFINITY) return distanceBands.length + 1;
    const reach = this.#reach[document] as number;
    if (reach > 0 && miles <= reach) return 0;
    let band = 0;
    while (band < distanceBands.length && miles > (distanceBands[band] as number)) band += 1;
    return band;
  }

  isWithin(document: number, radius: number): boolean {
    if (document < this.#online) return true;
    return this.miles(document) <= (this.#places.isOfProviders(document) ? (this.#reach[document] as number) : radius);
  }
}
