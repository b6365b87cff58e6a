import { BitCounter } from './bit-counter.ts';
import { lowestBit, popcount } from './bits.ts';
import { ColumnCounter } from './column-counter.ts';
import { eachValue, FACETS, type FacetParts, FIRST_LOT, FIRSTS, lotIn } from './facet-values.ts';
import { meter } from './meter.ts';

/** So many of 32 documents are rather counted one by one. */
const FEW = 12;

/** What is chosen of each facet, as the values of a segment: undefined where nothing is. */
export type Chosen = readonly (readonly number[] | undefined)[];

/** Facets that are counted over one set. */
interface Counted {
  /** Their values: from the first up to the second, from the third up to the fourth, ... */
  readonly ranges: readonly number[];
  /** How many values these are. */
  readonly size: number;
  /** Those of them that stand in masks, as bits. */
  readonly values: number;
  readonly lots: boolean;
}

/** A facet of which something is chosen. */
interface Filter {
  readonly values: readonly number[];
  readonly own: Counted;
}

/** What passes each filter, of 32 documents. */
const passed = new Int32Array(FACETS);

export class FacetTable {
  readonly #parts: FacetParts;
  readonly #width: number;
  /** By which of the facets are counted, as bits. */
  readonly #counted: readonly Counted[];
  /** Counts where many documents of a word are meant: first over what passes all filters, then over what passes all but each. */
  #dense: BitCounter | undefined;
  /** Counts the few. */
  readonly #few = new ColumnCounter();
  #read = 0;

  constructor(parts: FacetParts, lots: number) {
    this.#parts = parts;
    this.#width = FIRST_LOT + lots;
    this.#counted = Array.from({ length: 1 << FACETS }, (_, facets) => countedOf(facets, this.#width));
  }

  mask(document: number): number {
    return this.#parts.masks[document] as number;
  }

  eachValueOf(document: number, met: (value: number) => void): void {
    eachValue(this.#parts.masks[document] as number, lotIn(this.#parts, document), met);
  }

  /**
   * Of a set of documents that pass all filters but those of facets: narrows `bits` to what passes these too, adds to `counts` what each value has when
   * the filter of its own facet is left out, and tells how many passed.
   *
   *     set              needs chosen: SEMH      units chosen: day
   *     1111 1111   ->   passes 0110 0010        passes 1010 1011     ->   all 0010 0010: counts stages, modes, lots
   *                      and is left out: needs counted over 1010 1011; units over 0110 0010
   */
  count(bits: Int32Array, chosen: Chosen, counts: Int32Array): number {
    const filters = this.#filtersOf(chosen);
    const open = this.#counted[
      chosen.reduce((facets, values, facet) => (values === undefined ? facets | (1 << facet) : facets), 0)
    ] as Counted;
    this.#dense ??= new BitCounter(this.#parts.bits, this.#width, FACETS + 1);
    for (let region = 0; region <= filters.length; region += 1) this.#dense.clear(region);
    this.#read = 0;
    let total = 0;
    for (let word = 0; word < bits.length; word += 1) {
      const set = bits[word] as number;
      if (set === 0) continue;
      const all = filters.length === 0 ? set : this.#pass(word, set, filters);
      bits[word] = all;
      if (all !== 0) total += this.#countIn(0, word, all, open, counts);
      for (let own = 0; own < filters.length; own += 1) {
        let others = set;
        for (let other = 0; other < filters.length; other += 1) if (other !== own) others &= passed[other] as number;
        if (others !== 0) this.#countIn(own + 1, word, others, (filters[own] as Filter).own, counts);
      }
    }
    this.#few.empty(counts);
    for (let region = 0; region <= filters.length; region += 1) {
      const { ranges } = region === 0 ? open : (filters[region - 1] as Filter).own;
      for (let range = 0; range < ranges.length; range += 2)
        this.#dense.count(region, ranges[range] as number, ranges[range + 1] as number, counts);
    }
    meter.bytes += this.#read;
    return total;
  }

  /** Narrows a set to what passes the filters of facets. */
  narrow(bits: Int32Array, chosen: Chosen): void {
    const filters = this.#filtersOf(chosen);
    if (filters.length === 0) return;
    this.#read = 0;
    for (let word = 0; word < bits.length; word += 1) if (bits[word] !== 0) bits[word] = this.#pass(word, bits[word] as number, filters);
    meter.bytes += this.#read;
  }

  /** Which of a set pass all filters; what passes each is left in `passed`. */
  #pass(word: number, set: number, filters: readonly Filter[]): number {
    const { bits } = this.#parts;
    const row = word * this.#width;
    let all = set;
    for (let filter = 0; filter < filters.length; filter += 1) {
      const { values } = filters[filter] as Filter;
      let some = 0;
      for (let at = 0; at < values.length; at += 1) some |= bits[row + (values[at] as number)] as number;
      passed[filter] = some;
      all &= some;
      this.#read += values.length * 4;
    }
    return all;
  }

  #filtersOf(chosen: Chosen): readonly Filter[] {
    const filters: Filter[] = [];
    for (let facet = 0; facet < FACETS; facet += 1) {
      const values = chosen[facet];
      if (values !== undefined) filters.push({ values, own: this.#counted[1 << facet] as Counted });
    }
    return filters;
  }

  /** Counts some facets over a set of 32 documents, now or with all others of its region; tells how many these are. */
  #countIn(region: number, word: number, set: number, counted: Counted, counts: Int32Array): number {
    const size = popcount(set);
    if (size <= FEW) this.#countFew(word, set, counted, counts);
    else this.#dense?.put(region, word, set);
    this.#read += size <= FEW ? size * (counted.lots && this.#parts.lotOf.length > 0 ? 6 : 4) : counted.size * 4;
    return size;
  }

  #countFew(word: number, set: number, { values, lots }: Counted, counts: Int32Array): void {
    const parts = this.#parts;
    for (let rest = set; rest !== 0; rest &= rest - 1) {
      const document = (word << 5) | lowestBit(rest);
      // A value is counted over one set only, so that one counter will do for all of them.
      if (values !== 0) this.#few.add((parts.masks[document] as number) & values, counts);
      if (lots) {
        const lot = FIRST_LOT + lotIn(parts, document);
        counts[lot] = (counts[lot] as number) + 1;
      }
    }
  }
}

function countedOf(facets: number, width: number): Counted {
  const ranges: number[] = [];
  for (let facet = 0; facet < FACETS; facet += 1) {
    if ((facets & (1 << facet)) === 0) continue;
    const from = FIRSTS[facet] as number;
    // Neighbours are counted in one go.
    if (ranges.at(-1) === from) ranges.pop();
    else ranges.push(from);
    ranges.push(FIRSTS[facet + 1] ?? width);
  }
  const size = ranges.reduce((sum, end, at) => (at % 2 === 0 ? sum - end : sum + end), 0);
  let values = 0;
  for (let range = 0; range < ranges.length; range += 2)
    for (let value = ranges[range] as number; value < (ranges[range + 1] as number); value += 1)
      if (value < FIRST_LOT) values |= 1 << value;
  return { ranges, size, values, lots: (facets & 16) !== 0 };
}
