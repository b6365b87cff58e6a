import { nameKeys } from '../ranking.ts';
import { gather } from './bits.ts';
import { drawnFirst } from './drawn-order.ts';
import { fairFirst, fairOrder } from './fair-order.ts';
import { highestOfLowest } from './lowest.ts';
import { meter } from './meter.ts';
import { nearest } from './nearest.ts';
import { Numbered } from './numbered.ts';
import { cheapest } from './price-order.ts';
import type { Ranked } from './ranked.ts';
import type { Room } from './room.ts';
import { type Candidates, makeRoom, scratch } from './scratch.ts';
import type { Segment } from './segment.ts';
import { fillKeys } from './sort-key.ts';
import { addScores, bestTiers } from './text-score.ts';

/**
 * The results from `from` up to `to`, as segment and document; `counts` tells how many each segment has. What lies past the page is never put in order:
 *
 *     keys    | -900 -900 | -700 ... -700 | -450 ... |      one number a result, lower first; equal ones are a group
 *                     page: from ... to                     what is below the page's last key is in order by key, at most a page of it;
 *                                                           of the last group only as many as the page needs are drawn (`fairFirst`)
 */
export function pageOf(
  from: number,
  to: number,
  counts: readonly number[],
  { segments, rooms }: { readonly segments: readonly Segment[]; readonly rooms: readonly Room[] },
  ranked: Ranked,
): readonly (readonly [number, number])[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const end = Math.min(to, total);
  if (from >= end) return [];
  makeRoom(total);
  const all = new Numbered(segments, rooms);
  return firstOf(end, counts, total, all, ranked)
    .slice(from)
    .map((id) => all.at(id));
}

function firstOf(end: number, counts: readonly number[], total: number, all: Numbered, ranked: Ranked): readonly number[] {
  const { query, texts, seed } = ranked;
  const isEqual =
    query.sort === 'fair' || (query.sort === 'best' && query.origin === undefined && texts.every((text) => text === undefined));
  const drawn = isEqual && total * total > end * all.size * 4 ? drawnFirst(all, end, seed) : undefined;
  return drawn ?? inOrder(candidatesFor(end, counts, total, all, ranked), end, seed, all);
}

/** The fewest that are easily found to be all that can be on the page; else every result. */
function candidatesFor(end: number, counts: readonly number[], total: number, all: Numbered, ranked: Ranked): Candidates {
  const { query, texts, unit } = ranked;
  const hasText = texts.some((text) => text !== undefined);
  switch (query.sort) {
    case 'name':
      if (all.numbered.length > 1) return byName(all, end);
      break;
    case 'price':
      // A walk along the prices meets every Nth document; reading the keys of all results is cheaper where there are few.
      if (total * total > end * all.size * 4) return cheapest(all, end, query.vat, unit);
      break;
    case 'best':
      if (hasText) {
        const best = bestTiers(all, end, counts, ranked);
        if (best) return best;
      } else {
        const near = query.origin && total > 128 ? nearest(all, end, query.origin) : undefined;
        if (near) return near;
      }
      break;
  }
  return everything(total, all, ranked);
}

function everything(total: number, { numbered }: Numbered, { query, unit, texts }: Ranked): Candidates {
  const ids = scratch.ids.subarray(0, total);
  const keys = scratch.keys.subarray(0, total);
  let from = 0;
  let equal = true;
  for (const [index, { segment, room, first }] of numbered.entries()) {
    const text = query.sort === 'best' ? texts[index] : undefined;
    const to = gather(room.bits, first, ids, from);
    if (text) addScores(text, segment, room, to - from);
    if (fillKeys(segment, query, unit, text && room.scores, { ids, keys, from, to, first })) equal = false;
    if (text) for (let at = from; at < to; at += 1) room.scores[(ids[at] as number) - first] = 0;
    from = to;
  }
  return { ids, keys: equal ? undefined : keys };
}

/** The first `end` of candidates. */
function inOrder({ ids, keys }: Candidates, end: number, seed: number, all: Numbered): readonly number[] {
  if (keys === undefined) {
    meter.bytes += ids.length * 4;
    return fairFirst(ids, end, seed, all);
  }
  const last = highestOfLowest(keys, end);
  const before: { readonly id: number; readonly key: number }[] = [];
  let size = 0;
  const group = scratch.group;
  for (let index = 0; index < ids.length; index += 1) {
    const key = keys[index] as number;
    if (key < last) before.push({ id: ids[index] as number, key });
    else if (key === last) {
      group[size] = ids[index] as number;
      size += 1;
    }
  }
  meter.bytes += size * 4;
  const drawn = fairFirst(group.subarray(0, size), end - before.length, seed, all);
  return before.length === 0 ? drawn : [...inGroups(before, seed, all), ...drawn];
}

/** Ranks of names hold within a segment: of each segment what could be on the page is compared by its names themselves. */
function byName({ numbered }: Numbered, end: number): Candidates {
  const found: { readonly id: number; readonly name: string }[] = [];
  for (const { segment, room, first } of numbered) {
    const ids = scratch.ids.subarray(0, gather(room.bits, first, scratch.ids, 0));
    const last = highestOfLowest(
      Float64Array.from(ids, (id) => segment.nameRank(id - first)),
      end,
    );
    for (const id of ids)
      if (segment.nameRank(id - first) <= last) found.push({ id, name: nameKeys(segment.row(id - first)).join('\u0000') });
  }
  const ranks = new Map([...new Set(found.map(({ name }) => name))].sort().map((name, rank) => [name, rank]));
  return { ids: Uint32Array.from(found, ({ id }) => id), keys: Float64Array.from(found, ({ name }) => ranks.get(name) as number) };
}

/** What comes before the last group, by key, each group in fair order. */
function inGroups(rows: { readonly id: number; readonly key: number }[], seed: number, all: Numbered): readonly number[] {
  rows.sort((a, b) => a.key - b.key);
  const ordered: number[] = [];
  for (let start = 0; start < rows.length; ) {
    const group: number[] = [];
    let end = start;
    for (; end < rows.length && rows[end]?.key === rows[start]?.key; end += 1) group.push((rows[end] as (typeof rows)[number]).id);
    for (const id of fairOrder(group, group.length, seed, all)) ordered.push(id);
    start = end;
  }
  return ordered;
}
