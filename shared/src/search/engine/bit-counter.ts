import { popcount } from './bits.ts';

/**
 * Counts over many values at once. A row has one word a value, and a set says which of its 32 documents are meant:
 *
 *     rows    | v0 | v1 | v2 | v3 | v4 ... |     counts[v] += bits that v's word and the set have in common
 *     sets    | s                          |
 *             four values a step, by the processor's own instruction for counting bits
 *
 * The same as a loop of `popcount`, ten times as fast. Where there is little to count, or no such instruction, it is that loop.
 */
export class BitCounter {
  readonly #rows: Int32Array;
  readonly #width: number;
  readonly #words: number;
  readonly #sets: Int32Array;
  readonly #simd: { readonly count: Kernel; readonly rows: number; readonly sets: number; readonly counts: Int32Array } | undefined;

  /** `regions`: how many sets are held side by side. */
  constructor(rows: Int32Array, width: number, regions: number) {
    const words = width === 0 ? 0 : rows.length / width;
    this.#width = width;
    this.#words = words;
    const room = Math.ceil(width / VECTOR) * VECTOR;
    if (words < ENOUGH || program === undefined) {
      this.#rows = rows;
      this.#sets = new Int32Array(words * regions);
      return;
    }
    // The last vector of the last row reaches beyond it.
    const [rowsAt, setsAt, end] = [room, room + rows.length + VECTOR, room + rows.length + VECTOR + words * regions];
    const memory = new WebAssembly.Memory({ initial: Math.ceil((end * 4) / 65_536) });
    const all = new Int32Array(memory.buffer);
    all.set(rows, rowsAt);
    this.#rows = all.subarray(rowsAt, rowsAt + rows.length);
    this.#sets = all.subarray(setsAt, end);
    const { count } = new WebAssembly.Instance(program, { e: { m: memory } }).exports as unknown as { readonly count: Kernel };
    this.#simd = { count, rows: rowsAt * 4, sets: setsAt * 4, counts: all.subarray(0, room) };
  }

  clear(region: number): void {
    this.#sets.fill(0, region * this.#words, (region + 1) * this.#words);
  }

  put(region: number, word: number, set: number): void {
    this.#sets[region * this.#words + word] = set;
  }

  /** Adds how many of a region's sets have each of the values from `from` up to `to`. */
  count(region: number, from: number, to: number, counts: Int32Array): void {
    const width = this.#width;
    if (this.#simd === undefined) {
      for (let word = 0; word < this.#words; word += 1) {
        const set = this.#sets[region * this.#words + word] as number;
        if (set === 0) continue;
        for (let value = from; value < to; value += 1)
          counts[value] = (counts[value] as number) + popcount((this.#rows[word * width + value] as number) & set);
      }
      return;
    }
    const { count, rows, sets, counts: met } = this.#simd;
    const first = sets + region * this.#words * 4;
    met.fill(0);
    count(rows + from * 4, width * 4, Math.ceil((to - from) / VECTOR), first, first + this.#words * 4, met.byteOffset);
    for (let value = from; value < to; value += 1) counts[value] = (counts[value] as number) + (met[value - from] as number);
  }
}

/** So many words of 32 documents are worth a memory of their own. */
const ENOUGH = 32;
const VECTOR = 4;

/** Where the first row begins, bytes from row to row, vectors of a row; where sets begin and end; where counts are. */
type Kernel = (row: number, stride: number, vectors: number, set: number, end: number, counts: number) => void;

/**
 * As WebAssembly text:
 *
 *     (func (export "count") (param $row i32) (param $stride i32) (param $vectors i32) (param $set i32) (param $end i32) (param $counts i32)
 *       (local $mask v128) (local $v i32) (local $at i32) (local $to i32)
 *       (block $done (loop $words
 *         (br_if $done (i32.ge_u (local.get $set) (local.get $end)))
 *         (if (i32.load (local.get $set)) (then
 *           (local.set $mask (v128.load32_splat (local.get $set)))
 *           (local.set $at (local.get $row)) (local.set $to (local.get $counts)) (local.set $v (local.get $vectors))
 *           (loop $values
 *             (v128.store (local.get $to) (i32x4.add (v128.load (local.get $to)) (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u
 *               (i8x16.popcnt (v128.and (local.get $mask) (v128.load (local.get $at))))))))
 *             (local.set $at (i32.add (local.get $at) (i32.const 16))) (local.set $to (i32.add (local.get $to) (i32.const 16)))
 *             (br_if $values (local.tee $v (i32.sub (local.get $v) (i32.const 1)))))))
 *         (local.set $set (i32.add (local.get $set) (i32.const 4))) (local.set $row (i32.add (local.get $row) (local.get $stride)))
 *         (br $words))))
 */
const CODE = `AGFzbQEAAAABCgFgBn9/f39/fwACCAEBZQFtAgABAwIBAAcJAQVjb3VudAAACnoBeAIBewN/AkADQCADIARPDQEgAygCAARAIAP9CQIAIQYgACEIIAUhCSACIQcDQCAJ
IAn9AAQAIAYgCP0ABAD9Tv1i/X39f/2uAf0LBAAgCEEQaiEIIAlBEGohCSAHQQFrIgcNAAsLIANBBGohAyAAIAFqIQAMAAsLCw==`;

const program = compiled();

function compiled(): WebAssembly.Module | undefined {
  const bytes = Uint8Array.from(atob(CODE.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
  return typeof WebAssembly !== 'undefined' && WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : undefined;
}
