import type { RateUnit } from '../../domain/money/rate-card.ts';
import type { LocatedQuery } from '../query.ts';
import type { SegmentText } from './text-match.ts';

/** How a search is put in order. */
export interface Ranked {
  readonly query: LocatedQuery;
  /** That whose prices come first. */
  readonly unit: RateUnit;
  /** The text as each segment can meet it. */
  readonly texts: readonly (SegmentText | undefined)[];
  readonly seed: number;
}
