import type { Alternative } from '../text-plan.ts';
import type { Segment } from './segment.ts';

/** The words of a segment by which one way of meeting a part is met: from `low` up to `high`. */
interface Range {
  readonly low: number;
  readonly high: number;
  readonly way: Alternative;
}

/** A text as one segment can meet it: of each part the ranges of words that do. */
export type SegmentText = readonly (readonly Range[])[];

/** Looks a planned text up in a segment. */
export function lookUp(plan: readonly (readonly Alternative[])[], { words }: Segment): SegmentText {
  return plan.map((ways) => {
    const ranges: Range[] = [];
    for (const way of ways) {
      if (way.how === 'beginning') {
        const [low, high] = words.beginning(way.key);
        // The word itself comes first of those that begin so, and is a way of its own.
        const from = low < high && words.word(low) === way.key ? low + 1 : low;
        if (from < high) ranges.push({ low: from, high, way });
      } else {
        const id = words.find(way.key);
        if (id >= 0) ranges.push({ low: id, high: id + 1, way });
      }
    }
    return ranges;
  });
}

/**
 * Narrows a set to the documents that meet every part, using `room` for one part at a time. The rarest part comes first, for what is nought by then
 * needs no looking at. `isAll`: whether the set holds everything yet.
 */
export function narrowByText(text: SegmentText, { postings }: Segment, bits: Int32Array, room: Int32Array, isAll: boolean): void {
  const most = (ranges: SegmentText[number]) => ranges.reduce((sum, { low, high }) => sum + postings.most(low, high), 0);
  const parts = text.length === 1 ? text : [...text].sort((a, b) => most(a) - most(b));
  let within = isAll ? undefined : bits;
  for (const ranges of parts) {
    room.fill(0);
    for (const { low, high } of ranges) postings.mark(low, high, room, within);
    for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] as number) & (room[word] as number);
    within = bits;
  }
}

/** The word or the meaning by which a way was met. */
export const metBy = (way: Alternative, word: number, { words }: Segment): string => (way.how === 'beginning' ? words.word(word) : way.met);
