import { distanceMiles, type Position } from '../../domain/pupils/outcode.ts';
import { setRange } from './bits.ts';
import { meter } from './meter.ts';

/**
 * Where the documents of a segment are. A document knows its place by an outcode only, so that many share one. Places follow a Hilbert curve, and
 * documents follow their places: neighbours on the map are neighbours in every array.
 *
 *     documents  | online |  pupil travels or no reach told  |  provider travels so far  | no place |
 *                           | place 0 | place 1 | place 2 ...   | place 0 | place 1 ...
 *     pupilRuns               0         17        23            reach falls within a place: whoever travels far enough is a run too
 *
 *     spheres    ( place 0 ... 15 )( 16 ... 31 ) ...            a centre and a radius: most are all within a distance, or all beyond it
 */
export interface PlaceParts {
  /** Latitude and longitude of each place, in degrees. */
  readonly degrees: Float64Array;
  /** The same as points of a globe of radius 1: near enough, for what lies at an edge is measured by its degrees. */
  readonly points: Float32Array;
  /** Centre and radius of each sixteen places, on the same globe. */
  readonly spheres: Float32Array;
  /** Where the documents of each place begin, by who travels. */
  readonly pupilRuns: Uint32Array;
  readonly providerRuns: Uint32Array;
  /** How far each document's provider travels, in miles; nought where nothing was told. */
  readonly reach: Float32Array;
}

const EARTH_RADIUS_MILES = 3958.7613;
const PER_SPHERE = 16;
/** What lies so near to an edge, in parts of the globe's radius (80 metres), is measured as `distanceMiles` does. */
const EDGE = 1.3e-5;

const chordOf = (miles: number): number => 2 * Math.sin(Math.min(miles / (2 * EARTH_RADIUS_MILES), Math.PI / 2));

const pointOf = ({ lat, lon }: Position): readonly [number, number, number] => {
  const radians = Math.PI / 180;
  const around = Math.cos(lat * radians);
  return [around * Math.cos(lon * radians), around * Math.sin(lon * radians), Math.sin(lat * radians)];
};

/** Where a position lies along a Hilbert curve over the British Isles, on a grid of 1,024 by 1,024. */
export function hilbertOf({ lat, lon }: Position): number {
  const onGrid = (value: number, from: number, to: number) =>
    Math.max(0, Math.min(1023, Math.floor(((value - from) / (to - from)) * 1024)));
  let x = onGrid(lon, -8.7, 2);
  let y = onGrid(lat, 49.8, 61);
  let along = 0;
  for (let size = 512; size > 0; size >>>= 1) {
    const right = (x & size) > 0 ? 1 : 0;
    const up = (y & size) > 0 ? 1 : 0;
    along += size * size * ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) {
        x = 1023 - x;
        y = 1023 - y;
      }
      [x, y] = [y, x];
    }
  }
  return along;
}

export function layOutPlaces(positions: readonly Position[]): Pick<PlaceParts, 'degrees' | 'points' | 'spheres'> {
  const degrees = Float64Array.from(positions.flatMap(({ lat, lon }) => [lat, lon]));
  const points = Float32Array.from(positions.flatMap((position) => [...pointOf(position)]));
  const spheres: number[] = [];
  for (let first = 0; first < positions.length; first += PER_SPHERE) {
    const members = Array.from({ length: Math.min(PER_SPHERE, positions.length - first) }, (_, at) =>
      points.subarray((first + at) * 3, (first + at) * 3 + 3),
    );
    const centre = [0, 1, 2].map((axis) => members.reduce((sum, point) => sum + (point[axis] as number), 0) / members.length);
    const radius = Math.max(...members.map((point) => Math.hypot(...centre.map((value, axis) => value - (point[axis] as number)))));
    spheres.push(...centre, radius);
  }
  return { degrees, points, spheres: Float32Array.from(spheres) };
}

export class Places {
  readonly #parts: PlaceParts;
  readonly count: number;
  readonly #online: number;
  /** The farthest that any provider travels. */
  readonly #farthest: number;

  constructor(parts: PlaceParts, online: number, farthest: number) {
    this.#parts = parts;
    this.count = parts.pupilRuns.length - 1;
    this.#online = online;
    this.#farthest = farthest;
  }

  isOfProviders(document: number): boolean {
    const { providerRuns } = this.#parts;
    return document >= (providerRuns[0] as number) && document < (providerRuns[this.count] as number);
  }

  miles(place: number, origin: Position): number {
    const { degrees } = this.#parts;
    meter.bytes += 16;
    return distanceMiles(origin, { lat: degrees[place * 2] as number, lon: degrees[place * 2 + 1] as number });
  }

  /** Sets the bits of what can be had within a radius of `origin`; where that is not on the map, of what is online alone. */
  markWithin(origin: Position | undefined, radius: number, bits: Int32Array): void {
    setRange(bits, 0, this.#online);
    if (origin !== undefined) this.#mark(origin, radius, bits, false);
  }

  /** The same, and whoever is within the radius but does not travel as far. */
  markNearest(origin: Position, radius: number, bits: Int32Array): void {
    setRange(bits, 0, this.#online);
    this.#mark(origin, radius, bits, true);
  }

  #mark(origin: Position, radius: number, bits: Int32Array, everybody: boolean): void {
    const { spheres, pupilRuns, providerRuns } = this.#parts;
    const [x, y, z] = pointOf(origin);
    const near = chordOf(radius);
    const far = Math.max(near, chordOf(this.#farthest));
    for (let sphere = 0, first = 0; first < this.count; sphere += 4, first += PER_SPHERE) {
      const apart = Math.sqrt(
        ((spheres[sphere] as number) - x) ** 2 + ((spheres[sphere + 1] as number) - y) ** 2 + ((spheres[sphere + 2] as number) - z) ** 2,
      );
      const wide = spheres[sphere + 3] as number;
      if (apart - wide > far + EDGE) continue;
      const end = Math.min(first + PER_SPHERE, this.count);
      const all = apart + wide < near - EDGE;
      if (all) setRange(bits, pupilRuns[first] as number, pupilRuns[end] as number);
      if (all && everybody) setRange(bits, providerRuns[first] as number, providerRuns[end] as number);
      else if (!all || providerRuns[first] !== providerRuns[end])
        this.#markPlaces(first, end, origin, [x, y, z], all ? -1 : radius, near, bits, everybody);
    }
    meter.bytes += spheres.byteLength;
  }

  #markPlaces(
    first: number,
    end: number,
    origin: Position,
    [x, y, z]: readonly [number, number, number],
    radius: number,
    near: number,
    bits: Int32Array,
    everybody: boolean,
  ): void {
    const { points, pupilRuns, providerRuns, reach } = this.#parts;
    let read = (end - first) * 16;
    for (let place = first; place < end; place += 1) {
      const apart = Math.sqrt(
        ((points[place * 3] as number) - x) ** 2 +
          ((points[place * 3 + 1] as number) - y) ** 2 +
          ((points[place * 3 + 2] as number) - z) ** 2,
      );
      const within = Math.abs(apart - near) > EDGE ? apart < near : this.miles(place, origin) <= radius;
      if (radius >= 0 && within) {
        read += 4;
        setRange(bits, pupilRuns[place] as number, pupilRuns[place + 1] as number);
      }
      const start = providerRuns[place] as number;
      let stop = providerRuns[place + 1] as number;
      if (within && everybody) {
        setRange(bits, start, stop);
        continue;
      }
      if (start === stop || apart > chordOf(reach[start] as number) + EDGE) continue;
      const miles = this.miles(place, origin);
      // The first of a place travels farthest: it was asked already.
      read += 8;
      for (; stop > start && (reach[stop - 1] as number) < miles; read += 4) stop -= 1;
      setRange(bits, start, stop);
    }
    meter.bytes += read;
  }
}
