import { daysBetween, type LocalDate, localDate } from '../../domain/days/local-date.ts';
import type { ServiceDocument } from '../document.ts';
import type { DirectoryQuery } from '../query.ts';
import { lowestBit, wordsFor } from './bits.ts';
import { meter } from './meter.ts';

/** Ages are told apart up to this. */
const OLDEST = 31;
const EPOCH = localDate('1900-01-01');

/**
 * One array a fact, a document at the same place in each:
 *
 *     prices      | 4500 | 8000 | ...      ex VAT, then a second array inc VAT
 *     placesFree  | 0 untold, else one more than told
 *     starts      | 0 unknown, else days since 1900 and one
 *
 * and of ages two bitsets for each year, so that a range of ages is two rows of bits laid over each other:
 *
 *     agesFrom    from <= 0 | from <= 1 | ... | from <= 31
 *     agesTo      to >= 0   | to >= 1   | ... | to >= 31
 */
export interface ColumnParts {
  readonly prices: Uint32Array;
  readonly pricesIncVat: Uint32Array;
  readonly placesFree: Uint16Array;
  readonly starts: Uint32Array;
  readonly hours: Float32Array;
  readonly agesFrom: Int32Array;
  readonly agesTo: Int32Array;
}

export const startNumber = (day: LocalDate | undefined): number => (day === undefined ? 0 : daysBetween(EPOCH, day) + 1);

export function layOutColumns(documents: readonly ServiceDocument[]): ColumnParts {
  const width = wordsFor(documents.length);
  const agesFrom = new Int32Array(width * (OLDEST + 1));
  const agesTo = new Int32Array(width * (OLDEST + 1));
  for (const [index, { ageFrom, ageTo }] of documents.entries()) {
    const word = index >>> 5;
    const bit = 1 << (index & 31);
    for (let age = 0; age <= OLDEST; age += 1) {
      const at = age * width + word;
      if (Math.min(ageFrom, OLDEST) <= age) agesFrom[at] = (agesFrom[at] as number) | bit;
      if (ageTo >= age) agesTo[at] = (agesTo[at] as number) | bit;
    }
  }
  return {
    prices: Uint32Array.from(documents, ({ price }) => price),
    pricesIncVat: Uint32Array.from(documents, ({ priceIncVat }) => priceIncVat),
    placesFree: Uint16Array.from(documents, ({ placesFree }) => (placesFree === undefined ? 0 : Math.min(placesFree, 65_534) + 1)),
    starts: Uint32Array.from(documents, ({ earliestStart }) => startNumber(earliestStart)),
    hours: Float32Array.from(documents, ({ hoursPerWeekMax }) => hoursPerWeekMax ?? Number.POSITIVE_INFINITY),
    agesFrom,
    agesTo,
  };
}

export class Columns {
  readonly #parts: ColumnParts;

  constructor(parts: ColumnParts) {
    this.#parts = parts;
  }

  price(document: number, vat: DirectoryQuery['vat']): number {
    return (vat === 'inc' ? this.#parts.pricesIncVat : this.#parts.prices)[document] as number;
  }

  start(document: number): number {
    return this.#parts.starts[document] as number;
  }

  /** The most hours a week for which a service is offered; without end where nothing was told. */
  hours(document: number): number {
    return this.#parts.hours[document] as number;
  }

  /** Narrows a set to what passes the filters of age, price, places and start. */
  narrow(bits: Int32Array, query: DirectoryQuery): void {
    const { age, ageTo = age, priceFrom, priceTo, vat, placesFree, startBy } = query;
    if (age !== undefined && ageTo !== undefined) this.#narrowByAge(bits, age, ageTo);
    if (priceFrom !== undefined || priceTo !== undefined) {
      const prices = vat === 'inc' ? this.#parts.pricesIncVat : this.#parts.prices;
      keep(bits, prices, priceFrom ?? 0, priceTo ?? Number.POSITIVE_INFINITY);
    }
    if (placesFree !== undefined) keep(bits, this.#parts.placesFree, Math.max(1, placesFree + 1), Number.POSITIVE_INFINITY);
    if (startBy !== undefined) keep(bits, this.#parts.starts, 1, startNumber(startBy));
  }

  #narrowByAge(bits: Int32Array, age: number, ageTo: number): void {
    const { agesFrom, agesTo } = this.#parts;
    if (age > OLDEST || ageTo < 0) {
      bits.fill(0);
      return;
    }
    const from = Math.min(Math.floor(ageTo), OLDEST) * bits.length;
    const to = Math.max(Math.ceil(age), 0) * bits.length;
    for (let word = 0; word < bits.length; word += 1) {
      const set = bits[word] as number;
      if (set === 0) continue;
      bits[word] = set & (agesFrom[from + word] as number) & (agesTo[to + word] as number);
      meter.bytes += 8;
    }
  }
}

/** Narrows a set to the documents whose value lies from `low` to `high`. */
function keep(bits: Int32Array, values: Uint32Array | Uint16Array, low: number, high: number): void {
  let read = 0;
  for (let word = 0; word < bits.length; word += 1) {
    let set = bits[word] as number;
    for (let rest = set; rest !== 0; rest &= rest - 1) {
      const bit = lowestBit(rest);
      const value = values[(word << 5) | bit] as number;
      if (value < low || value > high) set &= ~(1 << bit);
      read += 1;
    }
    bits[word] = set;
  }
  meter.bytes += read * values.BYTES_PER_ELEMENT;
}
