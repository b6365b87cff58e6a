import { rateUnits } from '../../domain/money/rate-card.ts';
import { vatTreatments } from '../../domain/money/vat-treatment.ts';
import { deliveryModes, keyStages, needs } from '../../domain/register/service.ts';
import type { ServiceDocument } from '../document.ts';
import { lowestBit, popcount, wordsFor } from './bits.ts';
import { meter } from './meter.ts';

/** The facets, each with the place of its first value in a row of all values. Lots come last, for every directory has its own. */
export const VALUES = [
  { facet: 'needs', first: 0, values: needs },
  { facet: 'keyStages', first: needs.length, values: keyStages },
  { facet: 'modes', first: needs.length + keyStages.length, values: deliveryModes },
  { facet: 'units', first: needs.length + keyStages.length + deliveryModes.length, values: rateUnits },
] as const;
export const FIRST_LOT = needs.length + keyStages.length + deliveryModes.length + rateUnits.length;
/** The place of the first value of each facet. */
export const FIRST_OF = { needs: 0, keyStages: VALUES[1].first, modes: VALUES[2].first, units: VALUES[3].first } as const;
const FACETS = 5;
const FIRSTS = [...VALUES.map(({ first }) => first), FIRST_LOT];

/** A word of a set with no more documents than this is counted document by document. */
const FEW = 8;

/**
 * The values of facets, twice, for a set is counted in the cheaper way of two, word by word.
 *
 *     masks   document 0: | treatment | unit | mode | stages | needs |        one word each: what a document has, for few documents
 *                           3 bits      2      3      5        12
 *     lotOf   document 0: number of its lot
 *
 *     bits    documents 0 to 31:  | needs 0 | needs 1 | ... | lots 0 | lots 1 | ...        one bitset a value, the 32 documents of a word side by side,
 *             documents 32 to 63: | needs 0 | ...                                          so that many are counted by their bits in one go
 */
export interface FacetParts {
  readonly masks: Uint32Array;
  readonly lotOf: Uint16Array;
  readonly bits: Int32Array;
}

const STAGES = needs.length;
const MODE = STAGES + keyStages.length;
const UNIT = MODE + 3;
const TREATMENT = UNIT + 2;
const bitsOf = <T>(chosen: readonly T[], values: readonly T[]): number =>
  chosen.reduce((bits, value) => bits | (1 << values.indexOf(value)), 0);

export const modeOf = (mask: number): number => (mask >>> MODE) & 7;
export const unitOf = (mask: number): number => (mask >>> UNIT) & 3;
export const treatmentOf = (mask: number): number => (mask >>> TREATMENT) & 7;

export function layOutFacets(documents: readonly ServiceDocument[], lotKeys: readonly string[]): FacetParts {
  const width = FIRST_LOT + lotKeys.length;
  const masks = new Uint32Array(documents.length);
  const lotOf = new Uint16Array(documents.length);
  const bits = new Int32Array(wordsFor(documents.length) * width);
  const numbers = new Map(lotKeys.map((key, number) => [key, number]));
  for (const [index, document] of documents.entries()) {
    const lot = numbers.get(document.lotKey) as number;
    masks[index] =
      bitsOf(document.needs, needs) |
      (bitsOf(document.keyStages, keyStages) << STAGES) |
      (deliveryModes.indexOf(document.deliveryMode) << MODE) |
      (rateUnits.indexOf(document.unit) << UNIT) |
      (vatTreatments.indexOf(document.vatTreatment) << TREATMENT);
    lotOf[index] = lot;
    eachValue(masks[index] as number, lot, (value) => {
      const at = (index >>> 5) * width + value;
      bits[at] = (bits[at] as number) | (1 << (index & 31));
    });
  }
  return { masks, lotOf, bits };
}

function eachValue(mask: number, lot: number, met: (value: number) => void): void {
  // Needs and stages stand in the mask as they stand in the row of values.
  for (let rest = mask & ((1 << MODE) - 1); rest !== 0; rest &= rest - 1) met(lowestBit(rest));
  met(MODE + modeOf(mask));
  met(MODE + deliveryModes.length + unitOf(mask));
  met(FIRST_LOT + lot);
}

/** What is chosen of each facet, as the values of a segment: undefined where nothing is. */
export type Chosen = readonly (readonly number[] | undefined)[];

export class FacetTable {
  readonly #parts: FacetParts;
  readonly #width: number;

  constructor(parts: FacetParts, lots: number) {
    this.#parts = parts;
    this.#width = FIRST_LOT + lots;
  }

  mask(document: number): number {
    return this.#parts.masks[document] as number;
  }

  eachValueOf(document: number, met: (value: number) => void): void {
    eachValue(this.#parts.masks[document] as number, this.#parts.lotOf[document] as number, met);
  }

  /**
   * Of a set of documents that pass all filters but those of facets: narrows `bits` to what passes these too, adds to `counts` what each value
   * has when the filter of its own facet is left out, and tells how many passed.
   */
  count(bits: Int32Array, chosen: Chosen, counts: Int32Array): number {
    const passes = new Passes(chosen);
    let total = 0;
    let few = 0;
    let many = 0;
    for (let word = 0; word < bits.length; word += 1) {
      const set = bits[word] as number;
      if (set === 0) continue;
      const documents = popcount(set);
      if (documents <= FEW) {
        few += documents;
        bits[word] = this.#countFew(word, set, passes, counts);
      } else {
        many += 1;
        bits[word] = passes.isOpen ? this.#countAll(word, set, counts) : this.#countMany(word, set, chosen, counts);
      }
      total += popcount(bits[word] as number);
    }
    meter.bytes += few * 6 + many * this.#width * 4;
    return total;
  }

  /** Narrows a set to what passes the filters of facets. */
  narrow(set: Int32Array, chosen: Chosen): void {
    const { bits } = this.#parts;
    for (const values of chosen) {
      if (values === undefined) continue;
      for (let word = 0; word < set.length; word += 1) {
        if (set[word] === 0) continue;
        let passed = 0;
        for (const value of values) passed |= bits[word * this.#width + value] as number;
        set[word] = (set[word] as number) & passed;
        meter.bytes += values.length * 4;
      }
    }
  }

  #countFew(word: number, set: number, passes: Passes, counts: Int32Array): number {
    const { masks, lotOf } = this.#parts;
    let passed = 0;
    for (let rest = set; rest !== 0; rest &= rest - 1) {
      const bit = lowestBit(rest);
      const document = (word << 5) | bit;
      const mask = masks[document] as number;
      const lot = lotOf[document] as number;
      const failed = passes.failedBy(mask, lot);
      if ((failed & (failed - 1)) !== 0) continue;
      if (failed === 0) passed |= 1 << bit;
      if (failed === 0 || failed === 1) for (let own = mask & 0xfff; own !== 0; own &= own - 1) raise(counts, lowestBit(own));
      if (failed === 0 || failed === 2) for (let own = mask & 0x1f000; own !== 0; own &= own - 1) raise(counts, lowestBit(own));
      if (failed === 0 || failed === 4) raise(counts, MODE + modeOf(mask));
      if (failed === 0 || failed === 8) raise(counts, MODE + deliveryModes.length + unitOf(mask));
      if (failed === 0 || failed === 16) raise(counts, FIRST_LOT + lot);
    }
    return passed;
  }

  #countAll(word: number, set: number, counts: Int32Array): number {
    const { bits } = this.#parts;
    const row = word * this.#width;
    for (let value = 0; value < this.#width; value += 1)
      counts[value] = (counts[value] as number) + popcount((bits[row + value] as number) & set);
    return set;
  }

  #countMany(word: number, set: number, chosen: Chosen, counts: Int32Array): number {
    const { bits } = this.#parts;
    const row = word * this.#width;
    /** What passes the filter of each facet. */
    const open = PASSED;
    let all = set;
    for (let facet = 0; facet < FACETS; facet += 1) {
      const values = chosen[facet];
      let passed = -1;
      if (values !== undefined) {
        passed = 0;
        for (const value of values) passed |= bits[row + value] as number;
      }
      open[facet] = passed;
      all &= passed;
    }
    for (let facet = 0; facet < FACETS; facet += 1) {
      let set1 = all;
      if (chosen[facet] !== undefined) {
        set1 = set;
        for (let other = 0; other < FACETS; other += 1) if (other !== facet) set1 &= open[other] as number;
      }
      if (set1 === 0) continue;
      const end = facet + 1 < FACETS ? (FIRSTS[facet + 1] as number) : this.#width;
      for (let value = FIRSTS[facet] as number; value < end; value += 1) {
        const met = (bits[row + value] as number) & set1;
        if (met !== 0) counts[value] = (counts[value] as number) + popcount(met);
      }
    }
    return all;
  }
}

const PASSED = new Int32Array(FACETS);

const raise = (counts: Int32Array, value: number): void => {
  counts[value] = (counts[value] as number) + 1;
};

/** The filters of facets as a document is asked by them. */
class Passes {
  readonly isOpen: boolean;
  readonly #needs: number;
  readonly #stages: number;
  readonly #modes: number;
  readonly #units: number;
  readonly #lots: ReadonlySet<number> | undefined;

  constructor(chosen: Chosen) {
    const bitsFrom = (facet: number) =>
      chosen[facet] === undefined ? -1 : chosen[facet].reduce((bits, value) => bits | (1 << (value - (FIRSTS[facet] as number))), 0);
    this.isOpen = chosen.every((values) => values === undefined);
    this.#needs = bitsFrom(0);
    this.#stages = bitsFrom(1);
    this.#modes = bitsFrom(2);
    this.#units = bitsFrom(3);
    this.#lots = chosen[4] && new Set(chosen[4].map((value) => value - FIRST_LOT));
  }

  /** The facets whose filters a document fails, as bits. */
  failedBy(mask: number, lot: number): number {
    if (this.isOpen) return 0;
    return (
      (this.#needs === -1 || (mask & this.#needs & 0xfff) !== 0 ? 0 : 1) |
      (this.#stages === -1 || ((mask >>> STAGES) & this.#stages & 0x1f) !== 0 ? 0 : 2) |
      ((this.#modes >>> modeOf(mask)) & 1 ? 0 : 4) |
      ((this.#units >>> unitOf(mask)) & 1 ? 0 : 8) |
      (this.#lots === undefined || this.#lots.has(lot) ? 0 : 16)
    );
  }
}
