import type { RateUnit } from '../../domain/money/rate-card.ts';
import type { LocatedQuery } from '../query.ts';
import { nameKeys } from '../ranking.ts';
import { lowestBit } from './bits.ts';
import { type Drawing, fairFirst, fairOrder } from './fair-order.ts';
import { Lowest } from './lowest.ts';
import { meter } from './meter.ts';
import type { Room } from './room.ts';
import type { Segment } from './segment.ts';
import { sortKey } from './sort-key.ts';
import { eachMeeting, type SegmentText } from './text-match.ts';

/** How a search is put in order. */
export interface Ranked {
  readonly query: LocatedQuery;
  readonly unit: RateUnit;
  readonly texts: readonly (SegmentText | undefined)[];
  readonly seed: number;
}

/** Numbers of documents over all segments: the first of a segment is the sum of those before. */
interface Numbered {
  readonly segment: Segment;
  readonly room: Room;
  readonly first: number;
}

/**
 * The results from `from` up to `to`, as segment and document. What lies past the page is never put in order:
 *
 *     keys    | -900 -900 | -700 ... -700 | -450 ... |      one number a result, lower first (`sortKey`); equal ones are a group
 *                     page: from ... to                     what is below the page's last key is in order by key, at most a page of it;
 *                                                           of the last group only as many as the page needs are drawn (`fairFirst`)
 */
export function pageOf(
  from: number,
  to: number,
  total: number,
  { segments, rooms }: { readonly segments: readonly Segment[]; readonly rooms: readonly Room[] },
  ranked: Ranked,
): readonly (readonly [number, number])[] {
  const end = Math.min(to, total);
  if (from >= end) return [];
  if (scratch.keys.length < total) {
    scratch.ids = new Uint32Array(total * 2);
    scratch.group = new Uint32Array(total * 2);
    scratch.keys = new Float64Array(total * 2);
  }
  let first = 0;
  const numbered = segments.map((segment, index): Numbered => {
    const each = { segment, room: rooms[index] as Room, first };
    first += segment.head.count;
    return each;
  });
  const indexOf = (id: number): number => {
    let index = numbered.length - 1;
    while ((numbered[index] as Numbered).first > id) index -= 1;
    return index;
  };
  const at = (id: number): readonly [number, number] => [indexOf(id), id - (numbered[indexOf(id)] as Numbered).first];
  const of = <T>(ask: (segment: Segment, document: number) => T): ((id: number) => T) => {
    const [only] = segments;
    if (segments.length === 1) return (id) => ask(only as Segment, id);
    return (id) => {
      const { segment, first: start } = numbered[indexOf(id)] as Numbered;
      return ask(segment, id - start);
    };
  };
  const drawing: Drawing = {
    seed: ranked.seed,
    providerHash: of((segment, document) => segment.providerHash(document)),
    refHash: of((segment, document) => segment.refHash(document)),
    serviceRef: of((segment, document) => segment.row(document).serviceRef),
  };
  const { ids, keys } = keyed(numbered, total, end, ranked);
  if (keys === undefined) return fairFirst(ids, end, drawing).slice(from).map(at);
  const lowest = new Lowest(end);
  for (let index = 0; index < ids.length; index += 1) lowest.add(keys[index] as number);
  const last = lowest.values().at(-1) as number;
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
  const drawn = fairFirst(group.subarray(0, size), end - before.length, drawing);
  return [...inGroups(before, drawing), ...drawn].slice(from, end).map(at);
}

/** Room for all results of a search: made once, for there is one search at a time. */
const scratch = { ids: new Uint32Array(1_024), group: new Uint32Array(1_024), keys: new Float64Array(1_024) };

/** Every result with the key by which it is sorted; without keys where all are equal. */
function keyed(numbered: readonly Numbered[], total: number, end: number, ranked: Ranked) {
  if (ranked.query.sort === 'name' && numbered.length > 1) return byName(numbered, end);
  const ids = scratch.ids.subarray(0, total);
  const keys = scratch.keys.subarray(0, total);
  meter.bytes += total * 8;
  let size = 0;
  let equal = true;
  for (const [index, { segment, room, first }] of numbered.entries()) {
    const scores = scoresOf(segment, room, total, ranked.texts[index], ranked.query);
    const key = sortKey(segment, ranked.query, ranked.unit, scores);
    eachIn(room.bits, (document) => {
      ids[size] = first + document;
      if (key) keys[size] = key(document);
      size += 1;
    });
    if (key) equal = false;
    if (scores) eachIn(room.bits, (document) => (scores[document] = 0));
  }
  return { ids, keys: equal ? undefined : keys };
}

/** How well each result of a segment meets the text, where that is what is sorted by. */
function scoresOf(segment: Segment, { bits, scores, stamps }: Room, most: number, text: SegmentText | undefined, { sort }: LocatedQuery) {
  if (text === undefined || sort !== 'best') return undefined;
  eachMeeting(text, segment, bits, most, stamps, (document, score) => {
    scores[document] = (scores[document] as number) + score;
  });
  eachIn(bits, (document) => {
    stamps[document] = 0;
  });
  return scores;
}

/** Ranks of names hold within a segment: of each segment what could be on the page is compared by its names themselves. */
function byName(numbered: readonly Numbered[], end: number) {
  const found: { readonly id: number; readonly name: string }[] = [];
  for (const { segment, room, first } of numbered) {
    const lowest = new Lowest(end);
    eachIn(room.bits, (document) => lowest.add(segment.nameRank(document)));
    const last = lowest.values().at(-1) ?? -1;
    eachIn(room.bits, (document) => {
      if (segment.nameRank(document) <= last) found.push({ id: first + document, name: nameKeys(segment.row(document)).join('\u0000') });
    });
  }
  const ranks = new Map([...new Set(found.map(({ name }) => name))].sort().map((name, rank) => [name, rank]));
  return { ids: Uint32Array.from(found, ({ id }) => id), keys: Float64Array.from(found, ({ name }) => ranks.get(name) as number) };
}

/** What comes before the last group, by key, each group in fair order. */
function inGroups(rows: { readonly id: number; readonly key: number }[], drawing: Drawing): readonly number[] {
  rows.sort((a, b) => a.key - b.key);
  const ordered: number[] = [];
  for (let start = 0; start < rows.length; ) {
    let end = start + 1;
    while (end < rows.length && rows[end]?.key === rows[start]?.key) end += 1;
    const group = rows.slice(start, end).map(({ id }) => id);
    ordered.push(...(group.length === 1 ? group : fairOrder(group, drawing)));
    start = end;
  }
  return ordered;
}

function eachIn(bits: Int32Array, met: (document: number) => void): void {
  for (let word = 0; word < bits.length; word += 1)
    for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) met((word << 5) | lowestBit(rest));
}
