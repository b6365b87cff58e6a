import { lowestBit, popcount, wordsFor } from './bits.ts';
import { meter } from './meter.ts';

/** The weights of fields from the weightiest on. Each word has one list of documents for each. */
export const CLASSES = [10, 6, 5, 2] as const;

/**
 * Which documents write a word, in four lists by the weight of the field, so that a posting needs no impact of its own:
 *
 *     starts    | 10 | 6 | 5 | 2 | 10 | 6 | 5 | 2 | ...         list = word * 4 + class
 *                 |    |
 *     postings  | 3 9 17 | 4 | ...                              documents of a segment, 16 bits each, in order
 *
 * A list as long as the bitset of a whole segment is kept as that bitset instead. It begins at an even place, which is why it may be one longer.
 */
export interface PostingParts {
  readonly starts: Uint32Array;
  readonly postings: Uint16Array;
}

/** Lays out lists of documents in order, `lists[word * 4 + class]`. */
export function layOutPostings(lists: readonly (readonly number[])[], count: number): PostingParts {
  const bitset = wordsFor(count) * 2;
  const starts = new Uint32Array(lists.length + 1);
  let at = 0;
  for (const [index, list] of lists.entries()) {
    starts[index] = at;
    at += list.length < bitset ? list.length : bitset + (at & 1);
  }
  starts[lists.length] = at;
  const postings = new Uint16Array(at + (at & 1));
  for (const [index, list] of lists.entries()) {
    const start = starts[index] as number;
    if (list.length < bitset) postings.set(list, start);
    else {
      const from = start + (start & 1);
      for (const document of list) {
        const unit = from + (document >>> 4);
        postings[unit] = (postings[unit] as number) | (1 << (document & 15));
      }
    }
  }
  return { starts, postings };
}

export class Postings {
  readonly #starts: Uint32Array;
  readonly #postings: Uint16Array;
  readonly #words: Int32Array;
  readonly #bitset: number;

  constructor({ starts, postings }: PostingParts, count: number) {
    this.#starts = starts;
    this.#postings = postings;
    this.#words = new Int32Array(postings.buffer, postings.byteOffset, postings.length >>> 1);
    this.#bitset = wordsFor(count) * 2;
  }

  /** How many documents write a word. */
  count(word: number): number {
    let count = 0;
    for (let list = word * 4; list < word * 4 + 4; list += 1) {
      const start = this.#starts[list] as number;
      const end = this.#starts[list + 1] as number;
      if (end - start < this.#bitset) count += end - start;
      else for (let at = 0; at < this.#bitset >>> 1; at += 1) count += popcount(this.#words[((start + 1) >>> 1) + at] as number);
    }
    return count;
  }

  /** An upper bound of how many documents write any of the words from `low` up to `high`. */
  most(low: number, high: number): number {
    return (this.#starts[high * 4] as number) - (this.#starts[low * 4] as number);
  }

  /** Sets the bits of all documents that write any of the words from `low` up to `high`; of whole words of `within` that are nought it may leave out any. */
  mark(low: number, high: number, bits: Int32Array, within: Int32Array | undefined): void {
    const starts = this.#starts;
    const postings = this.#postings;
    const bitset = this.#bitset;
    let read = ((high - low) * 4 + 1) * 4;
    for (let list = low * 4; list < high * 4; list += 1) {
      const start = starts[list] as number;
      const end = starts[list + 1] as number;
      if (end - start >= bitset) {
        const from = (start + 1) >>> 1;
        const words = this.#words;
        for (let word = 0; word < bits.length; word += 1) {
          if (within !== undefined && within[word] === 0) continue;
          bits[word] = (bits[word] as number) | (words[from + word] as number);
          read += 4;
        }
      } else {
        for (let at = start; at < end; at += 1) {
          const document = postings[at] as number;
          bits[document >>> 5] = (bits[document >>> 5] as number) | (1 << (document & 31));
        }
        read += (end - start) * 2;
      }
    }
    meter.bytes += read;
  }

  /**
   * Writes the documents of a list that are in the set `among`, of which there are `count`, into `met`; tells how many they are. In `met` there is room
   * for `count`.
   */
  meeting(list: number, among: Int32Array, count: number, met: Uint16Array): number {
    const start = this.#starts[list] as number;
    const end = this.#starts[list + 1] as number;
    if (start === end) return 0;
    if (end - start >= this.#bitset) return this.#meetingBitset((start + 1) >>> 1, among, met);
    if (count * 16 < end - start) return this.#meetingProbed(start, end, among, met);
    const postings = this.#postings;
    let size = 0;
    for (let at = start; at < end; at += 1) {
      const document = postings[at] as number;
      if (((among[document >>> 5] as number) & (1 << (document & 31))) === 0) continue;
      met[size] = document;
      size += 1;
    }
    meter.bytes += (end - start) * 2;
    return size;
  }

  #meetingBitset(from: number, among: Int32Array, met: Uint16Array): number {
    let size = 0;
    let read = 0;
    for (let word = 0; word < among.length; word += 1) {
      const wanted = among[word] as number;
      if (wanted === 0) continue;
      read += 4;
      for (let rest = (this.#words[from + word] as number) & wanted; rest !== 0; rest &= rest - 1) {
        met[size] = (word << 5) | lowestBit(rest);
        size += 1;
      }
    }
    meter.bytes += read;
    return size;
  }

  /** Of a few documents each is looked for by halving what is left of the list. */
  #meetingProbed(start: number, end: number, among: Int32Array, met: Uint16Array): number {
    const postings = this.#postings;
    let from = start;
    let size = 0;
    let read = 0;
    for (let word = 0; word < among.length && from < end; word += 1) {
      for (let rest = among[word] as number; rest !== 0; rest &= rest - 1) {
        const document = (word << 5) | lowestBit(rest);
        let high = end;
        while (from < high) {
          const middle = (from + high) >>> 1;
          if ((postings[middle] as number) < document) from = middle + 1;
          else high = middle;
          read += 2;
        }
        if (from === end || postings[from] !== document) continue;
        met[size] = document;
        size += 1;
      }
    }
    meter.bytes += read;
    return size;
  }
}
