/**
 * The lowest numbers of many, in a heap whose root is the highest of them:
 *
 *              9            a number above 9 is passed by;
 *            7   4          a lower one takes the root's place and sinks
 */
export class Lowest {
  readonly #most: number;
  readonly #heap: number[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(value: number): void {
    const heap = this.#heap;
    if (heap.length < this.#most) {
      let at = heap.length;
      heap.push(value);
      while (at > 0) {
        const above = (at - 1) >>> 1;
        if ((heap[above] as number) >= value) break;
        heap[at] = heap[above] as number;
        at = above;
      }
      heap[at] = value;
    } else if (value < (heap[0] as number)) {
      let at = 0;
      for (;;) {
        let below = at * 2 + 1;
        if (below >= heap.length) break;
        if (below + 1 < heap.length && (heap[below + 1] as number) > (heap[below] as number)) below += 1;
        if ((heap[below] as number) <= value) break;
        heap[at] = heap[below] as number;
        at = below;
      }
      heap[at] = value;
    }
  }

  /** In order. */
  values(): readonly number[] {
    return [...this.#heap].sort((a, b) => a - b);
  }
}
