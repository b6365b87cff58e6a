/**
 * Texts of rows, most of whose words come again and again: each word is kept once, with what parts it from the next, and a row is the numbers of its words.
 *
 *     row       ["S-7","Forest school","calm days outdoors near Ambrook"]
 *     words     `["` | `S-7","` | `Forest ` | `school","` | `calm ` | ...        the more often one comes, the lower its number
 *     numbers   0, 913, 12, 40, 5, ...                                            one byte below 128, two below 16,384, three else
 */
export interface RowParts {
  readonly words: Uint8Array;
  /** Where each word ends, in code units of the text that `words` are. */
  readonly ends: Uint32Array;
  /** Where the numbers of each row begin. */
  readonly starts: Uint32Array;
  readonly numbers: Uint8Array;
}

/** A word and what parts it from the next; their sequence is the text again. */
const WORD = /[^ ,"[\]]*[ ,"[\]]+|[^ ,"[\]]+$/g;
const MOST = 128 ** 3;

export function layOutRows(texts: readonly string[]): RowParts {
  const counts = new Map<string, number>();
  const split = texts.map((text) => text.match(WORD) ?? []);
  for (const words of split) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ordered = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([word]) => word);
  if (ordered.length > MOST) throw new RangeError(`Rows of ${ordered.length} different words.`);
  const numberOf = new Map(ordered.map((word, number) => [word, number]));
  const starts = new Uint32Array(texts.length + 1);
  const numbers: number[] = [];
  for (const [row, words] of split.entries()) {
    for (const word of words) {
      let rest = numberOf.get(word) as number;
      for (; rest >= 128; rest >>>= 7) numbers.push((rest & 127) | 128);
      numbers.push(rest);
    }
    starts[row + 1] = numbers.length;
  }
  const ends = new Uint32Array(ordered.length);
  let end = 0;
  for (const [number, word] of ordered.entries()) {
    end += word.length;
    ends[number] = end;
  }
  return { words: new TextEncoder().encode(ordered.join('')), ends, starts, numbers: Uint8Array.from(numbers) };
}

export class Rows {
  readonly #parts: RowParts;
  /** The words as one text: read when the first row is. */
  #words: string | undefined;

  constructor(parts: RowParts) {
    this.#parts = parts;
  }

  text(row: number): string {
    const { words, ends, starts, numbers } = this.#parts;
    this.#words ??= new TextDecoder(undefined, { ignoreBOM: true }).decode(words);
    let text = '';
    let number = 0;
    let shift = 0;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
      const byte = numbers[at] as number;
      number |= (byte & 127) << shift;
      shift += 7;
      if (byte >= 128) continue;
      text += this.#words.slice(number === 0 ? 0 : ends[number - 1], ends[number]);
      number = 0;
      shift = 0;
    }
    return text;
  }
}
