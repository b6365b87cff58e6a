import type { Room } from './room.ts';
import type { Segment } from './segment.ts';

/** A segment with the number of its first document among those of all segments. */
interface NumberedSegment {
  readonly segment: Segment;
  readonly room: Room;
  readonly first: number;
}

/**
 * Documents of all segments by one number each:
 *
 *     | segment 0: 0 ... 599 | segment 1: 600 ... 1199 | changes: 1200 ... |
 */
export class Numbered {
  readonly numbered: readonly NumberedSegment[];
  readonly size: number;

  constructor(segments: readonly Segment[], rooms: readonly Room[]) {
    let first = 0;
    this.numbered = segments.map((segment, index) => {
      const each = { segment, room: rooms[index] as Room, first };
      first += segment.head.count;
      return each;
    });
    this.size = first;
  }

  /** Segment and document. */
  at(id: number): readonly [number, number] {
    let index = this.numbered.length - 1;
    while ((this.numbered[index] as NumberedSegment).first > id) index -= 1;
    return [index, id - (this.numbered[index] as NumberedSegment).first];
  }

  providerHash(id: number): number {
    const { segment, first } = this.#of(id);
    return segment.providerHashes[id - first] as number;
  }

  refHash(id: number): number {
    const { segment, first } = this.#of(id);
    return segment.refHash(id - first);
  }

  serviceRef(id: number): string {
    const { segment, first } = this.#of(id);
    return segment.row(id - first).serviceRef;
  }

  #of(id: number): NumberedSegment {
    let index = this.numbered.length - 1;
    while ((this.numbered[index] as NumberedSegment).first > id) index -= 1;
    return this.numbered[index] as NumberedSegment;
  }
}
