import type { ServiceDocument } from './document.ts';

/** The fields of a document in one order, so that it reads the same however it was put together. */
const canonicalJson = (document: ServiceDocument): string => JSON.stringify(document, Object.keys(document).sort());

/**
 * What a set of documents comes to, kept up as they come and go:
 *
 *     hash = number of documents : sum of low(document) : sum of high(document)      each sum modulo 2^32
 *
 * A sum does not ask in which order its parts came, so two instances that hold the same documents have the same hash whatever happened on the way.
 * It tells accidents apart, not forgeries.
 */
export class ContentHash {
  #count = 0;
  #low = 0;
  #high = 0;

  /** Goes on from what `text` told. */
  static from(text: string): ContentHash {
    const contents = new ContentHash();
    const [count = 0, low = 0, high = 0] = text.split('-').map((part) => Number.parseInt(part, 16));
    contents.#count = count;
    contents.#low = low;
    contents.#high = high;
    return contents;
  }

  put(document: ServiceDocument): void {
    this.#shift(document, 1);
  }

  remove(document: ServiceDocument): void {
    this.#shift(document, -1);
  }

  text(): string {
    return [this.#count, this.#low, this.#high].map((part) => part.toString(16).padStart(8, '0')).join('-');
  }

  #shift(document: ServiceDocument, sign: 1 | -1): void {
    const text = canonicalJson(document);
    this.#count += sign;
    this.#low = (this.#low + sign * hashText(text, 0x811c9dc5)) >>> 0;
    this.#high = (this.#high + sign * hashText(text, 0x9747b28c)) >>> 0;
  }
}

/** A text in 32 bits (FNV-1a with a final mix); another `basis` gives an independent one. */
export function hashText(text: string, basis: number): number {
  let hash = basis;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash);
}

/** Spreads every bit of a number over all of its 32 (the end of MurmurHash3). */
export function mix(bits: number): number {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
