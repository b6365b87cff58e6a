import type { Outcodes } from '../geography.ts';
import type { Vocabulary } from '../text-plan.ts';
import type { LiveLot } from './live-counts.ts';
import type { Room } from './room.ts';
import type { Segment } from './segment.ts';

/** Segments that are searched as one directory. */
export interface Searched {
  readonly segments: readonly Segment[];
  readonly rooms: readonly Room[];
  readonly vocabulary: Vocabulary;
  readonly lots: readonly LiveLot[];
  /** How many documents have each value of the facets that every directory has. */
  readonly totals: Int32Array;
  readonly outcodes: Outcodes;
}
