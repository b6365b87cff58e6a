import type { Alternative } from '../text-plan.ts';
import { lowestBit } from './bits.ts';
import type { Numbered } from './numbered.ts';
import { CLASSES } from './postings.ts';
import type { Ranked } from './ranked.ts';
import type { Room } from './room.ts';
import { type Candidates, scratch } from './scratch.ts';
import type { Segment } from './segment.ts';
import { fillKeys } from './sort-key.ts';
import type { SegmentText } from './text-match.ts';

/** The lists of one way and one weight: those of the words from `low` up to `high`, at `at` of four each. */
interface Lists {
  readonly low: number;
  readonly high: number;
  readonly at: number;
  readonly score: number;
  readonly way: Alternative;
}

/** The lists by which a part is met, those of the highest score first, so that the first meeting is the best. */
function listsOf(ranges: SegmentText[number]): readonly Lists[] {
  const lists: Lists[] = [];
  for (const { low, high, way } of ranges)
    for (let at = 0; at < CLASSES.length; at += 1) lists.push({ low, high, at, way, score: (CLASSES[at] as number) * way.quality });
  // Those of one way are in order as they are.
  return ranges.length === 1 ? lists : lists.sort((a, b) => b.score - a.score);
}

/** Adds to `scores` how well each of the `count` documents of the room's set meets the text. */
export function addScores(text: SegmentText, { postings }: Segment, { bits, scores, stamps, met }: Room, count: number): void {
  if (count === 0) return;
  for (const [part, ranges] of text.entries()) {
    for (const { low, high, at, score } of listsOf(ranges)) {
      for (let word = low; word < high; word += 1) {
        const size = postings.meeting(word * 4 + at, bits, count, met);
        for (let index = 0; index < size; index += 1) {
          const document = met[index] as number;
          if (stamps[document] === part + 1) continue;
          stamps[document] = part + 1;
          scores[document] = (scores[document] as number) + score;
        }
      }
    }
  }
  clear(stamps, bits);
}

function clear(stamps: Uint8Array, bits: Int32Array): void {
  for (let word = 0; word < bits.length; word += 1)
    for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) stamps[(word << 5) | lowestBit(rest)] = 0;
}

/**
 * Of a text of one part the results that meet it best, at least `end` of each segment; undefined when it has several parts.
 *
 *     name: 1000  x x x x        the lists are read from the highest score on, and no further than to the score that fills the page:
 *     code:  500    x x x        what is met by a lower one alone cannot be on it
 *     ...
 */
export function bestTiers(
  { numbered }: Numbered,
  end: number,
  counts: readonly number[],
  { query, unit, texts }: Ranked,
): Candidates | undefined {
  if (texts.some((text) => text === undefined || text.length !== 1)) return undefined;
  const { ids, keys } = scratch;
  let size = 0;
  for (const [index, { segment, room, first }] of numbered.entries()) {
    const from = size;
    const count = counts[index] as number;
    if (count === 0) continue;
    const { bits, scores, stamps, met } = room;
    let tier = Number.POSITIVE_INFINITY;
    for (const { low, high, at, score } of listsOf((texts[index] as SegmentText)[0] as SegmentText[number])) {
      if (score < tier && size - from >= end) break;
      tier = score;
      for (let word = low; word < high; word += 1) {
        const meeting = segment.postings.meeting(word * 4 + at, bits, count, met);
        for (let each = 0; each < meeting; each += 1) {
          const document = met[each] as number;
          if (stamps[document] !== 0) continue;
          stamps[document] = 1;
          scores[document] = score;
          ids[size] = first + document;
          size += 1;
        }
      }
    }
    fillKeys(segment, query, unit, scores, { ids, keys, from, to: size, first });
    for (let at = from; at < size; at += 1) {
      const document = (ids[at] as number) - first;
      stamps[document] = 0;
      scores[document] = 0;
    }
  }
  return { ids: ids.subarray(0, size), keys: keys.subarray(0, size) };
}

/** Tells of each of a few documents how it meets each part best. `room.bits` holds them, and they are `count`. */
export function eachMeeting(
  text: SegmentText,
  { postings }: Segment,
  { bits, stamps, met }: Room,
  count: number,
  tell: (document: number, score: number, word: number, way: Alternative) => void,
): void {
  for (const [part, ranges] of text.entries()) {
    let left = count;
    for (const { low, high, at, score, way } of listsOf(ranges)) {
      for (let word = low; word < high && left > 0; word += 1) {
        const size = postings.meeting(word * 4 + at, bits, count, met);
        for (let index = 0; index < size; index += 1) {
          const document = met[index] as number;
          if (stamps[document] === part + 1) continue;
          stamps[document] = part + 1;
          left -= 1;
          tell(document, score, word, way);
        }
      }
    }
  }
  clear(stamps, bits);
}
