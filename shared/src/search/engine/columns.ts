import { daysBetween, type LocalDate, localDate } from '../../domain/days/local-date.ts';
import type { ServiceDocument } from '../document.ts';
import type { DirectoryQuery } from '../query.ts';
import { wordsFor } from './bits.ts';
import { meter } from './meter.ts';
import { evenSteps, layOutRanges, type RangeParts, Ranges } from './ranges.ts';

/** Ages are told apart up to this. */
const OLDEST = 31;
const EPOCH = localDate('1900-01-01');

/** The start of what names none. */
export const UNKNOWN = 0xffffffff;
/** A price in pence may be anything: so many steps are enough to look at few values. */
const PRICE_STEPS = 16;
const PLACES_STEPS = 16;
/** Half a year of Mondays. */
const START_STEPS = 32;

/**
 * Numbers of documents, each with its steps (see `RangeParts`):
 *
 *     prices      4500 | 8000 | ...      ex VAT; then the same inc VAT
 *     placesFree  0 untold, else one more than told
 *     starts      days since 1900; its steps are Mondays. What is unknown is later than any day
 *     hours       the most a week, as they are
 *
 * and of ages two bitsets for each year, so that a range of ages is two rows of bits laid over each other:
 *
 *     agesFrom    from <= 0 | from <= 1 | ... | from <= 31
 *     agesTo      to >= 0   | to >= 1   | ... | to >= 31
 */
export interface ColumnParts {
  readonly prices: RangeParts<Uint32Array>;
  readonly pricesIncVat: RangeParts<Uint32Array>;
  readonly placesFree: RangeParts<Uint16Array>;
  readonly starts: RangeParts<Uint32Array>;
  readonly hours: Float32Array;
  readonly agesFrom: Int32Array;
  readonly agesTo: Int32Array;
}

export const startNumber = (day: LocalDate | undefined): number => (day === undefined ? UNKNOWN : daysBetween(EPOCH, day));

/** Numbers of days that were asked for before: the same few for weeks. */
const numbers = new Map<LocalDate, number>();
const NUMBERS_MOST = 1_000;

function numberOf(day: LocalDate): number {
  let number = numbers.get(day);
  if (number === undefined) {
    if (numbers.size >= NUMBERS_MOST) numbers.clear();
    number = startNumber(day);
    numbers.set(day, number);
  }
  return number;
}

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
  const placesFree = Uint16Array.from(documents, ({ placesFree: told }) => (told === undefined ? 0 : Math.min(told, 65_534) + 1));
  const starts = Uint32Array.from(documents, ({ earliestStart }) => startNumber(earliestStart));
  const inSteps = (values: Uint32Array) => layOutRanges(values, evenSteps(values, PRICE_STEPS));
  return {
    prices: inSteps(Uint32Array.from(documents, ({ price }) => price)),
    pricesIncVat: inSteps(Uint32Array.from(documents, ({ priceIncVat }) => priceIncVat)),
    placesFree: layOutRanges(placesFree, evenSteps(placesFree, PLACES_STEPS)),
    starts: layOutRanges(starts, mondays(starts)),
    hours: Float32Array.from(documents, ({ hoursPerWeekMax }) => hoursPerWeekMax ?? Number.POSITIVE_INFINITY),
    agesFrom,
    agesTo,
  };
}

/** Each Monday from the first start on, the last start, and 'unknown'. 1 January 1900 was a Monday. */
function mondays(starts: Uint32Array): readonly number[] {
  const known = starts.filter((start) => start !== UNKNOWN).sort();
  const [first = 0, last = 0] = [known[0], known.at(-1)];
  const steps: number[] = [];
  for (let day = Math.ceil(first / 7) * 7; day < last && steps.length < START_STEPS; day += 7) steps.push(day);
  return known.length === 0 ? [UNKNOWN] : [...steps, last, UNKNOWN];
}

export class Columns {
  readonly #parts: ColumnParts;
  readonly #prices: Ranges;
  readonly #pricesIncVat: Ranges;
  readonly #placesFree: Ranges;
  readonly #starts: Ranges;

  constructor(parts: ColumnParts) {
    this.#parts = parts;
    this.#prices = new Ranges(parts.prices);
    this.#pricesIncVat = new Ranges(parts.pricesIncVat);
    this.#placesFree = new Ranges(parts.placesFree);
    this.#starts = new Ranges(parts.starts);
  }

  price(document: number, vat: DirectoryQuery['vat']): number {
    return (vat === 'inc' ? this.#pricesIncVat : this.#prices).value(document);
  }

  start(document: number): number {
    return this.#starts.value(document);
  }

  /** The most hours a week for which a service is offered; without end where nothing was told. */
  hours(document: number): number {
    return this.#parts.hours[document] as number;
  }

  /** Narrows a set to what passes the filters of age and price. */
  narrow(bits: Int32Array, query: DirectoryQuery): void {
    const { age, ageTo = age, priceFrom = 0, priceTo = Number.POSITIVE_INFINITY, vat } = query;
    if (age !== undefined && ageTo !== undefined) this.#narrowByAge(bits, age, ageTo);
    (vat === 'inc' ? this.#pricesIncVat : this.#prices).narrow(bits, priceFrom, priceTo);
  }

  narrowByPlaces(bits: Int32Array, { placesFree }: DirectoryQuery): void {
    if (placesFree !== undefined) this.#placesFree.narrow(bits, Math.max(1, placesFree + 1), Number.POSITIVE_INFINITY);
  }

  narrowByStart(bits: Int32Array, { startBy }: DirectoryQuery): void {
    if (startBy !== undefined) this.#starts.narrow(bits, 0, numberOf(startBy));
  }

  /** How many of a set of `size` have fewer places free than each of some, or told none. */
  fewerPlaces(bits: Int32Array, size: number, places: readonly number[]): readonly number[] {
    return this.#placesFree.countUpTo(bits, size, places);
  }

  /** How many of a set of `size` start by each of some days. */
  startsBy(bits: Int32Array, size: number, days: readonly LocalDate[]): readonly number[] {
    return this.#starts.countUpTo(bits, size, days.map(numberOf));
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
