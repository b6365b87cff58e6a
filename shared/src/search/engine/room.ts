import { FIRST_LOT } from './facet-values.ts';
import type { Segment } from './segment.ts';

/** Room to search a segment in, used again by every search: there is one search at a time. */
export class Room {
  /** The set of documents that is being narrowed, and another beside it. */
  readonly bits: Int32Array;
  readonly spare: Int32Array;
  /** What passed every filter but those of places, start and facets. */
  readonly before: Int32Array;
  /** How many results have each value of each facet. */
  readonly counts: Int32Array;
  /** All nought between searches. */
  readonly stamps: Uint8Array;
  readonly scores: Uint32Array;
  /** What was met of a list. */
  readonly met: Uint16Array;

  constructor({ head, wordCount }: Segment) {
    this.bits = new Int32Array(wordCount);
    this.spare = new Int32Array(wordCount);
    this.before = new Int32Array(wordCount);
    this.counts = new Int32Array(FIRST_LOT + head.lots.length);
    this.stamps = new Uint8Array(head.count);
    this.scores = new Uint32Array(head.count);
    this.met = new Uint16Array(head.count);
  }
}
