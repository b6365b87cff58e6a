import { lowestBit } from './bits.ts';

/**
 * Counts the bits of many masks, all values at once: a number of each value, written downwards.
 *
 *     ones    0 1 1 0      a mask is added as numbers are, with a carry to the row below
 *     twos    0 0 1 1      value 2 was met 1 + 2 = 3 times
 *     fours   ...
 */
export class ColumnCounter {
  #ones = 0;
  #twos = 0;
  #fours = 0;
  #eights = 0;
  #sixteens = 0;
  #added = 0;

  add(mask: number, counts: Int32Array): void {
    let carry = this.#ones & mask;
    this.#ones ^= mask;
    let next = this.#twos & carry;
    this.#twos ^= carry;
    carry = this.#fours & next;
    this.#fours ^= next;
    next = this.#eights & carry;
    this.#eights ^= carry;
    this.#sixteens ^= next;
    this.#added += 1;
    if (this.#added === MOST) this.empty(counts);
  }

  /** Adds to `counts` what was counted, a value at the place of its bit, and begins anew. */
  empty(counts: Int32Array): void {
    if (this.#added === 0) return;
    const met = this.#ones | this.#twos | this.#fours | this.#eights | this.#sixteens;
    for (let rest = met; rest !== 0; rest &= rest - 1) {
      const value = lowestBit(rest);
      counts[value] =
        (counts[value] as number) +
        ((this.#ones >>> value) & 1) +
        2 * ((this.#twos >>> value) & 1) +
        4 * ((this.#fours >>> value) & 1) +
        8 * ((this.#eights >>> value) & 1) +
        16 * ((this.#sixteens >>> value) & 1);
    }
    this.#ones = 0;
    this.#twos = 0;
    this.#fours = 0;
    this.#eights = 0;
    this.#sixteens = 0;
    this.#added = 0;
  }
}

/** Five rows count so far. */
const MOST = 31;
