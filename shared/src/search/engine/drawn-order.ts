import { drawLot } from '../ranking.ts';
import { byService } from './fair-order.ts';
import { meter } from './meter.ts';
import type { Numbered } from './numbered.ts';
import type { Segment } from './segment.ts';

/** So many seeds are remembered: the areas from which a council's schools search, or its buyers of a day. */
const SEEDS = 32;

/**
 * The services of a segment by provider, and the order in which a seed draws the providers:
 *
 *     services    | a d | b | c e f |            starts 0, 2, 3, 6
 *     seed 17     2, 0, 1                        providers, the lowest lot first
 *
 * An order costs more than one search gains by it, so that it is made when a seed comes a second time.
 */
class DrawnOrder {
  readonly #hashes: Uint32Array;
  #services: Uint16Array | undefined;
  #starts: readonly number[] = [];
  /** Undefined: the seed came once. */
  readonly #orders = new Map<number, Uint16Array | undefined>();

  constructor(providerHashes: Uint32Array) {
    this.#hashes = providerHashes;
  }

  /** The first of a set in fair order, at most `wanted` and one of each provider, as pairs of lot and document; undefined for a seed that is new. */
  first(bits: Int32Array, wanted: number, seed: number, all: Numbered, from: number): readonly (readonly [number, number])[] | undefined {
    const order = this.#orderOf(seed);
    if (order === undefined) return undefined;
    const services = this.#services as Uint16Array;
    const found: (readonly [number, number])[] = [];
    let read = 0;
    for (let rank = 0; rank < order.length && found.length < wanted; rank += 1) {
      const provider = order[rank] as number;
      let best = -1;
      for (let at = this.#starts[provider] as number; at < (this.#starts[provider + 1] as number); at += 1) {
        const document = services[at] as number;
        read += 2;
        if (((bits[document >>> 5] as number) & (1 << (document & 31))) === 0) continue;
        if (best < 0 || byService(from + document, from + best, seed, all) < 0) best = document;
      }
      if (best >= 0) found.push([drawLot(seed, this.#hashes[best] as number), from + best]);
    }
    meter.bytes += read;
    return found;
  }

  #orderOf(seed: number): Uint16Array | undefined {
    const known = this.#orders.get(seed);
    if (known !== undefined) return known;
    const isNew = !this.#orders.has(seed);
    if (isNew && this.#orders.size >= SEEDS) this.#orders.delete(this.#orders.keys().next().value as number);
    const order = isNew ? undefined : this.#draw(seed);
    this.#orders.set(seed, order);
    return order;
  }

  #draw(seed: number): Uint16Array {
    if (this.#services === undefined) this.#group();
    const starts = this.#starts;
    const services = this.#services as unknown as Uint16Array;
    const lots = Float64Array.from(
      { length: starts.length - 1 },
      (_, provider) => drawLot(seed, this.#hashes[services[starts[provider] as number] as number] as number) * 65_536 + provider,
    ).sort();
    return Uint16Array.from(lots, (both) => both % 65_536);
  }

  #group(): void {
    const packed = Float64Array.from(this.#hashes, (hash, document) => hash * 65_536 + document).sort();
    this.#services = Uint16Array.from(packed, (both) => both % 65_536);
    const starts: number[] = [];
    for (let at = 0; at < packed.length; at += 1)
      if (at === 0 || Math.floor((packed[at] as number) / 65_536) !== Math.floor((packed[at - 1] as number) / 65_536)) starts.push(at);
    this.#starts = [...starts, packed.length];
  }
}

const drawnOf = new WeakMap<Segment, DrawnOrder>();

function drawn(segment: Segment): DrawnOrder {
  const known = drawnOf.get(segment) ?? new DrawnOrder(segment.providerHashes);
  drawnOf.set(segment, known);
  return known;
}

/** The first `wanted` of all results in fair order, where the seed was drawn before and there are so many providers; else undefined. */
export function drawnFirst(all: Numbered, wanted: number, seed: number): readonly number[] | undefined {
  const found: (readonly [number, number])[] = [];
  for (const { segment, room, first } of all.numbered) {
    const own = drawn(segment).first(room.bits, wanted, seed, all, first);
    if (own === undefined) return undefined;
    found.push(...own);
  }
  if (all.numbered.length > 1) found.sort(([lot, id], [other, otherId]) => lot - other || byService(id, otherId, seed, all));
  const ids: number[] = [];
  for (let at = 0; at < found.length && ids.length < wanted; at += 1)
    if (at === 0 || found[at]?.[0] !== found[at - 1]?.[0]) ids.push((found[at] as readonly [number, number])[1]);
  return ids.length < wanted ? undefined : ids;
}
