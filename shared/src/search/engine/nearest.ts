import { distanceBands } from '../../domain/directory/distance-bands.ts';
import type { Position } from '../../domain/pupils/outcode.ts';
import { gather, sizeOfBoth } from './bits.ts';
import type { Numbered } from './numbered.ts';
import { type Candidates, scratch } from './scratch.ts';

/**
 * The results of the nearest band of distance, all of them equal, when there are at least `end`: then nothing else can be on the page, and nobody's
 * distance was measured one by one. Undefined when there are fewer.
 */
export function nearest({ numbered }: Numbered, end: number, origin: Position): Candidates | undefined {
  let size = 0;
  for (const { segment, room } of numbered) {
    room.spare.fill(0);
    segment.places.markNearest(origin, distanceBands[0] as number, room.spare);
    size += sizeOfBoth(room.bits, room.spare);
  }
  if (size < end) return undefined;
  let to = 0;
  for (const { room, first } of numbered) {
    const { bits, spare } = room;
    for (let word = 0; word < bits.length; word += 1) spare[word] = (spare[word] as number) & (bits[word] as number);
    to = gather(spare, first, scratch.ids, to);
  }
  return { ids: scratch.ids.subarray(0, to), keys: undefined };
}
