import { hashText } from '../content-hash.ts';
import { isOneEdit } from '../one-edit.ts';

/**
 * The words of a segment in order, one behind the other, and where each begins:
 *
 *     units   | b o x i n g | f a r m | f o r e s t | ...        one code unit each
 *     starts  0             6         10            16
 *
 * so that a word is found by halving, and the words with one beginning are neighbours. For slips each word is also kept under what is left of it
 * when any one letter is taken out ('oxing', 'bxing', ..., 'boxing' itself), as a hash: two words that are one slip apart share such a rest.
 *
 *     hashes  12 | 77 | 77 | 103 | ...       in order
 *     owners   4 |  0 |  9 |   2 | ...       the word that has this rest
 */
export interface VocabularyParts {
  readonly starts: Uint32Array;
  readonly units: Uint16Array;
  readonly hashes: Uint32Array;
  readonly owners: Uint32Array;
}

const restsOf = (word: string): readonly string[] => [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
const hashRest = (rest: string): number => hashText(rest, 0x811c9dc5);

/** Lays out words that are in order of their code units. Meanings ('#...') have no slips. */
export function layOutWords(words: readonly string[]): VocabularyParts {
  const starts = new Uint32Array(words.length + 1);
  for (const [id, word] of words.entries()) starts[id + 1] = (starts[id] as number) + word.length;
  const units = new Uint16Array(starts[words.length] as number);
  const rests: (readonly [number, number])[] = [];
  for (const [id, word] of words.entries()) {
    const start = starts[id] as number;
    for (let at = 0; at < word.length; at += 1) units[start + at] = word.charCodeAt(at);
    if (!word.startsWith('#') && word.length >= 4) for (const rest of new Set(restsOf(word))) rests.push([hashRest(rest), id]);
  }
  rests.sort(([a, first], [b, second]) => a - b || first - second);
  return { starts, units, hashes: Uint32Array.from(rests, ([hash]) => hash), owners: Uint32Array.from(rests, ([, owner]) => owner) };
}

export class SortedWords {
  readonly size: number;
  readonly #parts: VocabularyParts;

  constructor(parts: VocabularyParts) {
    this.#parts = parts;
    this.size = parts.starts.length - 1;
  }

  word(id: number): string {
    const { starts, units } = this.#parts;
    return String.fromCharCode(...units.subarray(starts[id], starts[id + 1]));
  }

  /** The number of a word; -1 when nobody writes it. */
  find(word: string): number {
    const at = this.#firstNotBefore(word);
    return at < this.size && this.#compare(at, word, false) === 0 ? at : -1;
  }

  /** The words that begin so: from the first number up to the second. */
  beginning(prefix: string): readonly [number, number] {
    const low = this.#firstNotBefore(prefix);
    let end = low;
    let step = 1;
    // Widening steps, then back by halves: a beginning has few words.
    while (end < this.size && this.#compare(end, prefix, true) === 0) {
      end += step;
      step *= 2;
    }
    let from = Math.max(low, end - step / 2);
    end = Math.min(end, this.size);
    while (from < end) {
      const middle = (from + end) >>> 1;
      if (this.#compare(middle, prefix, true) === 0) from = middle + 1;
      else end = middle;
    }
    return [low, from];
  }

  /** The words that are one slip from what was typed. */
  slipsOf(typed: string): readonly number[] {
    const { hashes, owners } = this.#parts;
    const found = new Set<number>();
    for (const rest of restsOf(typed)) {
      const hash = hashRest(rest);
      let low = 0;
      let high = hashes.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((hashes[middle] as number) < hash) low = middle + 1;
        else high = middle;
      }
      for (; low < hashes.length && hashes[low] === hash; low += 1) {
        const owner = owners[low] as number;
        if (isOneEdit(typed, this.word(owner))) found.add(owner);
      }
    }
    return [...found];
  }

  #firstNotBefore(word: string): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(middle, word, false) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Orders word `id` against a text; with `open` only as far as the text goes. */
  #compare(id: number, text: string, open: boolean): number {
    const { starts, units } = this.#parts;
    const start = starts[id] as number;
    const length = (starts[id + 1] as number) - start;
    const most = Math.min(length, text.length);
    for (let at = 0; at < most; at += 1) {
      const order = (units[start + at] as number) - text.charCodeAt(at);
      if (order !== 0) return order;
    }
    return open && length >= text.length ? 0 : length - text.length;
  }
}
