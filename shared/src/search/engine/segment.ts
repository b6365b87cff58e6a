import { type RateUnit, rateUnits } from '../../domain/money/rate-card.ts';
import type { VatBasis } from '../../domain/money/vat-basis.ts';
import type { Position } from '../../domain/pupils/outcode.ts';
import type { ServiceDocument } from '../document.ts';
import type { Outcodes } from '../geography.ts';
import { lotHash } from '../ranking.ts';
import { wordsFor } from './bits.ts';
import { Columns } from './columns.ts';
import { FacetTable } from './facet-table.ts';
import { unitOf } from './facet-values.ts';
import { Journeys } from './journeys.ts';
import { layOutSegment, type SegmentHead } from './layout.ts';
import { PartsReader } from './parts-reader.ts';
import { Places } from './places.ts';
import { Postings } from './postings.ts';
import { readRow, rowText } from './row-text.ts';
import { Rows } from './row-words.ts';
import { SortedWords } from './vocabulary.ts';

const encoder = new TextEncoder();

/** How many parts a segment has in a snapshot. */
export const SEGMENT_PARTS = 40;

/**
 * Up to 65,536 documents that do not change: what is taken out later is marked in `dead`.
 *
 *     text -> words -> postings \
 *     place -> places            > a set of documents -> facets (counts) -> columns (keys to sort by) -> rows
 *     age, price, ... -> columns/
 */
export class Segment {
  readonly head: SegmentHead;
  readonly words: SortedWords;
  readonly postings: Postings;
  readonly facets: FacetTable;
  readonly columns: Columns;
  readonly places: Places;
  readonly parts: readonly ArrayBufferView[];
  /** A hash of each document's provider. */
  readonly providerHashes: Uint32Array;
  /** Documents that were taken out since; undefined while there are none. */
  dead: Int32Array | undefined;
  deadCount = 0;
  readonly #reach: Float32Array;
  readonly #placeOf: Uint16Array;
  readonly #refHashes: Uint32Array;
  readonly #refOrder: Uint16Array;
  readonly #nameRanks: Uint16Array;
  readonly #rowTexts: Rows;
  /** Rows that were asked for before. */
  readonly #rows: ServiceDocument[] = [];
  #journeys: Journeys | undefined;
  readonly #miles: Float64Array;
  /** Documents of each unit by their price, by basis of VAT: made when somebody asks. */
  readonly #byPrice = new Map<string, Uint16Array>();

  constructor(parts: readonly ArrayBufferView[]) {
    this.parts = parts;
    const from = new PartsReader(parts);
    this.head = JSON.parse(new TextDecoder().decode(from.next(Uint8Array))) as SegmentHead;
    const { count, online, farthest, lots } = this.head;
    this.words = new SortedWords({
      starts: from.next(Uint32Array),
      units: from.next(Uint16Array),
      hashes: from.next(Uint32Array),
      owners: from.next(Uint32Array),
    });
    this.postings = new Postings({ starts: from.next(Uint32Array), postings: from.next(Uint16Array) }, count);
    this.facets = new FacetTable(
      { masks: from.next(Uint32Array), lotOf: from.next(Uint16Array), bits: from.next(Int32Array) },
      lots.length,
    );
    this.columns = new Columns({
      prices: from.ranges(Uint32Array),
      pricesIncVat: from.ranges(Uint32Array),
      placesFree: from.ranges(Uint16Array),
      starts: from.ranges(Uint32Array),
      hours: from.next(Float32Array),
      agesFrom: from.next(Int32Array),
      agesTo: from.next(Int32Array),
    });
    const placeParts = {
      degrees: from.next(Float64Array),
      points: from.next(Float32Array),
      spheres: from.next(Float32Array),
      pupilRuns: from.next(Uint32Array),
      providerRuns: from.next(Uint32Array),
      reach: from.next(Float32Array),
    };
    this.places = new Places(placeParts, online, farthest);
    this.#reach = placeParts.reach;
    this.#placeOf = from.next(Uint16Array);
    this.#refHashes = from.next(Uint32Array);
    this.#refOrder = from.next(Uint16Array);
    this.providerHashes = from.next(Uint32Array);
    this.#nameRanks = from.next(Uint16Array);
    this.#rowTexts = new Rows({
      words: from.next(Uint8Array),
      ends: from.next(Uint32Array),
      starts: from.next(Uint32Array),
      numbers: from.next(Uint8Array),
    });
    this.#miles = new Float64Array(this.places.count);
  }

  static over(documents: readonly ServiceDocument[], outcodes: Outcodes): Segment {
    return new Segment(layOutSegment(documents, outcodes));
  }

  get wordCount(): number {
    return wordsFor(this.head.count);
  }

  row(document: number): ServiceDocument {
    let row = this.#rows[document];
    if (row === undefined) {
      row = readRow(this.#rowTexts.text(document));
      this.#rows[document] = row;
    }
    return row;
  }

  /** The bytes of a row, as `packRows` takes them. */
  rowBytes(document: number): Uint8Array {
    return encoder.encode(this.#rowTexts.text(document));
  }

  isDead(document: number): boolean {
    return this.dead !== undefined && ((this.dead[document >>> 5] as number) & (1 << (document & 31))) !== 0;
  }

  /** The place of the document with a reference that is still in; -1 when there is none. */
  find(serviceRef: string): number {
    return this.#firstOf(serviceRef, (document) => this.row(document).serviceRef === serviceRef);
  }

  /** Whether a document is still in as it is told here, to the letter. No row is read for it. */
  holds(document: ServiceDocument): boolean {
    const told = rowText(document);
    return this.#firstOf(document.serviceRef, (at) => this.#rowTexts.text(at) === told) >= 0;
  }

  /** The first place of those whose reference may be this one, by its hash, of which something holds. */
  #firstOf(serviceRef: string, isMeant: (document: number) => boolean): number {
    const hash = lotHash(serviceRef);
    let low = 0;
    let high = this.#refOrder.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#refHashes[this.#refOrder[middle] as number] as number) < hash) low = middle + 1;
      else high = middle;
    }
    for (; low < this.#refOrder.length; low += 1) {
      const document = this.#refOrder[low] as number;
      if (this.#refHashes[document] !== hash) return -1;
      if (!this.isDead(document) && isMeant(document)) return document;
    }
    return -1;
  }

  /** The places of what is still in, and of what was taken out. */
  *living(): Iterable<number> {
    for (let document = 0; document < this.head.count; document += 1) if (!this.isDead(document)) yield document;
  }

  *buried(): Iterable<number> {
    if (this.deadCount === 0) return;
    for (let document = 0; document < this.head.count; document += 1) if (this.isDead(document)) yield document;
  }

  bury(document: number): void {
    this.dead ??= new Int32Array(this.wordCount);
    this.dead[document >>> 5] = (this.dead[document >>> 5] as number) | (1 << (document & 31));
    this.deadCount += 1;
  }

  /** The journeys from an origin: measured anew only for another one. */
  journeysFrom(origin: Position): Journeys {
    if (this.#journeys?.origin !== origin)
      this.#journeys = new Journeys(origin, this.places, this.#placeOf, this.#reach, this.head.online, this.#miles);
    return this.#journeys;
  }

  /** The documents that are priced in a unit, the cheapest first. */
  byPrice(unit: RateUnit, vat: VatBasis | undefined): Uint16Array {
    const key = `${unit} ${vat ?? 'ex'}`;
    let order = this.#byPrice.get(key);
    if (order === undefined) {
      const number = rateUnits.indexOf(unit);
      const own = Array.from({ length: this.head.count }, (_, document) => document).filter(
        (document) => unitOf(this.facets.mask(document)) === number,
      );
      order = Uint16Array.from(own.sort((a, b) => this.columns.price(a, vat) - this.columns.price(b, vat)));
      this.#byPrice.set(key, order);
    }
    return order;
  }

  refHash(document: number): number {
    return this.#refHashes[document] as number;
  }

  nameRank(document: number): number {
    return this.#nameRanks[document] as number;
  }
}
