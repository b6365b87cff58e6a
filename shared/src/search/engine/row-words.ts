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
  const ids = new Map<string, number>();
  const words: string[] = [];
  const counts: number[] = [];
  /** The words of all rows as they come, by the order in which they came first; and where those of each row end. */
  const all: number[] = [];
  const rowEnds = texts.map((text) => {
    for (const word of text.match(WORD) ?? []) {
      let id = ids.get(word);
      if (id === undefined) {
        id = words.push(word) - 1;
        ids.set(word, id);
        counts.push(0);
      }
      counts[id] = (counts[id] as number) + 1;
      all.push(id);
    }
    return all.length;
  });
  if (words.length > MOST) throw new RangeError(`Rows of ${words.length} different words.`);
  const order = Array.from(words.keys()).sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  const ordered = order.map((id) => words[id] as string);
  const numberOf = new Uint32Array(words.length);
  for (const [number, id] of order.entries()) numberOf[id] = number;
  const starts = new Uint32Array(texts.length + 1);
  const numbers: number[] = [];
  let at = 0;
  for (const [row, rowEnd] of rowEnds.entries()) {
    for (; at < rowEnd; at += 1) {
      let rest = numberOf[all[at] as number] as number;
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
