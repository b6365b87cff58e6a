import { drawLot } from '../ranking.ts';
import type { Numbered } from './numbered.ts';

/** More results than this are no case for putting all of them in order. */
const SMALL = 256;
/** And so many are hardly worth a sort. */
const FEW = 16;
/** A lot has 32 bits and a place among so many 20: together they are one number that sorts by both. */
const PLACES = 2 ** 20;
let packed = new Float64Array(1_024);

/**
 * Equals in fair order: by the lots of their providers, each provider's first service before anybody's second. Only `wanted` are told.
 *
 *     sorted   | provider 12: a, d | provider 40: b | provider 77: c, e, f |
 *     told     a b c, then d e, then f
 */
export function fairOrder(ids: ArrayLike<number>, wanted: number, seed: number, all: Numbered): readonly number[] {
  const size = ids.length;
  if (size === 1) return [ids[0] as number];
  if (packed.length < size) packed = new Float64Array(size * 2);
  for (let at = 0; at < size; at += 1) packed[at] = drawLot(seed, all.providerHash(ids[at] as number)) * PLACES + at;
  const order = sorted(size);
  const told: number[] = [];
  let later: number[][] | undefined;
  for (let start = 0; start < size; ) {
    const lot = lotIn(order[start] as number);
    const id = (at: number) => ids[(order[at] as number) - lot * PLACES] as number;
    let end = start + 1;
    while (end < size && lotIn(order[end] as number) === lot) end += 1;
    if (end === start + 1) told.push(id(start));
    else {
      const own = Array.from({ length: end - start }, (_, at) => id(start + at)).sort((a, b) => byService(a, b, seed, all));
      told.push(own[0] as number);
      later ??= [];
      later.push(own);
    }
    start = end;
  }
  if (later !== undefined)
    for (let turn = 1; told.length < wanted && told.length < size; turn += 1)
      for (const own of later) if (turn < own.length) told.push(own[turn] as number);
  if (told.length > wanted) told.length = wanted;
  return told;
}

/** The first of `packed` in order. A few are put in their places by hand: a view of them costs more. */
function sorted(size: number): Float64Array {
  if (size > FEW) return packed.subarray(0, size).sort();
  for (let next = 1; next < size; next += 1) {
    const value = packed[next] as number;
    let at = next;
    for (; at > 0 && (packed[at - 1] as number) > value; at -= 1) packed[at] = packed[at - 1] as number;
    packed[at] = value;
  }
  return packed;
}

const lotIn = (both: number): number => Math.floor(both / PLACES);

/** Services of one provider by their own lots. */
export const byService = (a: number, b: number, seed: number, all: Numbered): number =>
  drawLot(seed, all.refHash(a)) - drawLot(seed, all.refHash(b)) || compare(all.serviceRef(a), all.serviceRef(b));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The first `wanted` of equals in fair order. Of many, only providers with one of the lowest lots are looked at twice:
 *
 *     lowest lots so far | 12 | 40 | 77 |      a provider with lot 90 is passed by; one with lot 30 takes its place and 77 falls out
 *
 * When all providers together have fewer than `wanted`, second turns are needed and everything is put in order.
 */
export function fairFirst(ids: Uint32Array, wanted: number, seed: number, all: Numbered): readonly number[] {
  if (ids.length <= SMALL || wanted * 2 > ids.length || wanted > 200) return fairOrder(ids, wanted, seed, all);
  const lots: number[] = [];
  const best: number[] = [];
  let highest = Number.POSITIVE_INFINITY;
  let at = 0;
  for (const { first, segment } of all.numbered) {
    const end = first + segment.head.count;
    const hashes = segment.providerHashes;
    for (; at < ids.length && (ids[at] as number) < end; at += 1) {
      const lot = drawLot(seed, hashes[(ids[at] as number) - first] as number);
      if (lot > highest) continue;
      place(ids[at] as number, lot);
      if (lots.length === wanted) highest = lots[wanted - 1] as number;
    }
  }
  return lots.length < wanted ? fairOrder(ids, wanted, seed, all) : best;

  function place(id: number, lot: number): void {
    let rank = lots.length;
    while (rank > 0 && (lots[rank - 1] as number) > lot) rank -= 1;
    if (rank > 0 && lots[rank - 1] === lot) {
      if (byService(id, best[rank - 1] as number, seed, all) < 0) best[rank - 1] = id;
      return;
    }
    if (lots.length === wanted) {
      lots.pop();
      best.pop();
    }
    lots.splice(rank, 0, lot);
    best.splice(rank, 0, id);
  }
}
