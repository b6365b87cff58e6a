import { lowestBit, popcount, wordsFor } from './bits.ts';
import { meter } from './meter.ts';

/**
 * One number of each document, of which it is asked who has at most so much. Bitsets at some steps answer for nearly all of them:
 *
 *     values   | 45 | 80 | 61 | ...
 *     steps    50 | 70 | 90
 *     bits     | who has <= 50 | who has <= 70 | who has <= 90 |       'at most 65': all of the first, and of the second whoever's value is looked at
 */
export interface RangeParts<V extends Uint16Array | Uint32Array> {
  readonly values: V;
  readonly steps: Uint32Array;
  readonly bits: Int32Array;
}

/** Where a number falls among the steps: who is `inside` has at most so much, who is beyond `outside` has more; -1 stands for nobody and for all. */
interface Cut {
  readonly value: number;
  readonly inside: number;
  readonly outside: number;
}

export function layOutRanges<V extends Uint16Array | Uint32Array>(values: V, steps: readonly number[]): RangeParts<V> {
  const width = wordsFor(values.length);
  const bits = new Int32Array(width * steps.length);
  for (const [index, value] of values.entries()) {
    for (let step = steps.length - 1; step >= 0 && value <= (steps[step] as number); step -= 1) {
      const at = step * width + (index >>> 5);
      bits[at] = (bits[at] as number) | (1 << (index & 31));
    }
  }
  return { values, steps: Uint32Array.from(steps), bits };
}

/** So many steps that equally many documents lie between two of them; each value of its own where there are few. */
export function evenSteps(values: Uint16Array | Uint32Array, most: number): readonly number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  if (sorted.length <= most) return sorted;
  const all = values.slice().sort();
  return [...new Set(Array.from({ length: most }, (_, step) => all[Math.floor(((step + 1) * (all.length - 1)) / most)] as number))];
}

export class Ranges {
  readonly #values: Uint16Array | Uint32Array;
  readonly #steps: Uint32Array;
  readonly #bits: Int32Array;

  constructor({ values, steps, bits }: RangeParts<Uint16Array | Uint32Array>) {
    this.#values = values;
    this.#steps = steps;
    this.#bits = bits;
  }

  value(document: number): number {
    return this.#values[document] as number;
  }

  /** Narrows a set to the documents whose value lies from `low` to `high`. */
  narrow(bits: Int32Array, low: number, high: number): void {
    const below = low > 0 ? this.#cut(low - 1, bits.length) : undefined;
    const upTo = high < Number.POSITIVE_INFINITY ? this.#cut(high, bits.length) : undefined;
    for (let word = 0; word < bits.length; word += 1) {
      let set = bits[word] as number;
      if (set === 0) continue;
      if (upTo !== undefined) set = this.#within(upTo, word, set);
      if (below !== undefined && set !== 0) set &= ~this.#within(below, word, set);
      bits[word] = set;
    }
  }

  /** How many of a set of `size` documents have at most each of some values, which are in order. */
  countUpTo(bits: Int32Array, size: number, atMost: readonly number[]): number[] {
    if (size <= bits.length * 2) return this.#countOneByOne(bits, size, atMost);
    return atMost.map((value) => this.#countWithin(this.#cut(value, bits.length), bits));
  }

  #countOneByOne(bits: Int32Array, size: number, atMost: readonly number[]): number[] {
    const counts = atMost.map(() => 0);
    for (let word = 0; word < bits.length; word += 1) {
      for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
        const value = this.#values[(word << 5) | lowestBit(rest)] as number;
        for (let at = counts.length - 1; at >= 0 && value <= (atMost[at] as number); at -= 1) counts[at] = (counts[at] as number) + 1;
      }
    }
    meter.bytes += size * this.#values.BYTES_PER_ELEMENT;
    return counts;
  }

  #countWithin(cut: Cut, bits: Int32Array): number {
    const { inside, outside } = cut;
    const own = this.#bits;
    let count = 0;
    let read = 0;
    for (let word = 0; word < bits.length; word += 1) {
      const set = bits[word] as number;
      if (set === 0) continue;
      if (inside === outside) count += popcount(set & (own[inside + word] as number));
      else count += popcount(this.#within(cut, word, set));
      read += 4;
    }
    if (inside === outside) meter.bytes += read;
    return count;
  }

  #cut(value: number, width: number): Cut {
    let inside = this.#steps.length - 1;
    while (inside >= 0 && (this.#steps[inside] as number) > value) inside -= 1;
    // Nobody lies between a step and the number itself; and the last step is the highest value.
    if (inside === this.#steps.length - 1 || this.#steps[inside] === value)
      return { value, inside: inside * width, outside: inside * width };
    return { value, inside: inside < 0 ? -1 : inside * width, outside: (inside + 1) * width };
  }

  /** Those of 32 documents that have at most so much. */
  #within({ value, inside, outside }: Cut, word: number, set: number): number {
    let met = inside < 0 ? 0 : set & (this.#bits[inside + word] as number);
    meter.bytes += 4;
    if (outside === inside) return met;
    meter.bytes += 4;
    for (let rest = set & ~met & (this.#bits[outside + word] as number); rest !== 0; rest &= rest - 1) {
      const bit = lowestBit(rest);
      meter.bytes += this.#values.BYTES_PER_ELEMENT;
      if ((this.#values[(word << 5) | bit] as number) <= value) met |= 1 << bit;
    }
    return met;
  }
}
