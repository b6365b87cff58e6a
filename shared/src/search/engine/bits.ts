/**
 * Sets of documents as bits, 32 a word: document 70 is bit 6 of word 2.
 *
 *     word 0      word 1      word 2
 *     |31 ... 0|  |63 ... 32| |95 ... 64|
 */
export const wordsFor = (count: number): number => (count + 31) >>> 5;

/** How many bits of a word are set. */
export function popcount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The place of the lowest bit of a word that is not nought. */
export const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);

/** Sets the bits from `start` up to `end`. */
export function setRange(bits: Int32Array, start: number, end: number): void {
  if (start >= end) return;
  const first = start >>> 5;
  const last = (end - 1) >>> 5;
  const head = -1 << (start & 31);
  const tail = -1 >>> (31 - ((end - 1) & 31));
  if (first === last) {
    bits[first] = (bits[first] as number) | (head & tail);
    return;
  }
  bits[first] = (bits[first] as number) | head;
  bits.fill(-1, first + 1, last);
  bits[last] = (bits[last] as number) | tail;
}

/** Writes the places of all bits, `first` added to each, into `ids` from `from` on; tells where they end. */
export function gather(bits: Int32Array, first: number, ids: Uint32Array, from: number): number {
  let size = from;
  for (let word = 0; word < bits.length; word += 1) {
    for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
      ids[size] = first + ((word << 5) | lowestBit(rest));
      size += 1;
    }
  }
  return size;
}

/** How many bits of a set are set. */
export function sizeOf(bits: Int32Array): number {
  let size = 0;
  for (let word = 0; word < bits.length; word += 1) size += popcount(bits[word] as number);
  return size;
}

/** How many bits two sets have in common. */
export function sizeOfBoth(one: Int32Array, other: Int32Array): number {
  let size = 0;
  for (let word = 0; word < one.length; word += 1) {
    const both = (one[word] as number) & (other[word] as number);
    if (both !== 0) size += popcount(both);
  }
  return size;
}
