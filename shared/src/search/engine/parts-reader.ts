import type { RangeParts } from './ranges.ts';

/** Takes the parts of a segment one after the other, each as a view of its bytes. */
export class PartsReader {
  readonly #parts: readonly ArrayBufferView[];
  #at = 0;

  constructor(parts: readonly ArrayBufferView[]) {
    this.#parts = parts;
  }

  next<V>(View: { new (buffer: ArrayBufferLike, offset: number, length: number): V; readonly BYTES_PER_ELEMENT: number }): V {
    const part = this.#parts[this.#at] as ArrayBufferView;
    this.#at += 1;
    return new View(part.buffer, part.byteOffset, part.byteLength / View.BYTES_PER_ELEMENT);
  }

  ranges<V extends Uint16Array | Uint32Array>(View: Parameters<typeof this.next<V>>[0]): RangeParts<V> {
    return { values: this.next(View), steps: this.next(Uint32Array), bits: this.next(Int32Array) };
  }
}
