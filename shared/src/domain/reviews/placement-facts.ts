import type { CallOff } from '../call-off/call-off.ts';
import { orderIsOver } from '../orders/order.ts';
import type { EndReason } from '../orders/order-end.ts';

/** Row 61: fewer finished placements than this say nothing of a service, and could tell a school of another's pupil. The product's own rule. */
export const fewestPlacements = 5;

/** So many of so many: 'ended early 1 of 9'. */
export interface CountedFact {
  readonly count: number;
  readonly of: number;
}

/** What is known of how placements in one service went. Facts, never a score. */
export interface PlacementFacts {
  readonly finished: number;
  readonly ranToTheirEnd: CountedFact;
  /** By the provider: it could not go on, or was paused for new orders. */
  readonly endedByProvider: CountedFact;
  /** Of those whose objectives were recorded. Absent where these are too few. */
  readonly objectivesMet?: CountedFact | undefined;
  /** Of those whose destination was recorded and is known. Absent where these are too few. */
  readonly backInSchool?: CountedFact | undefined;
}

const byProvider: readonly EndReason[] = ['provider-withdrew', 'provider-held'];

/**
 * Row 61: counts over the placements of one service that began and are over, of every buyer. `undefined` where these are fewer than `fewestPlacements`, or all
 * of one buyer, which would read as that school's own record.
 */
export const placementFacts = (callOffs: readonly CallOff[]): PlacementFacts | undefined => {
  const finished = callOffs.flatMap(({ request: { buyerRef }, order }) =>
    order?.startedOn !== undefined && order.end !== undefined && orderIsOver(order.state) ? [{ buyerRef, end: order.end }] : [],
  );
  if (finished.length < fewestPlacements || new Set(finished.map(({ buyerRef }) => buyerRef)).size < 2) return undefined;
  const ends = finished.map(({ end }) => end);
  const counted = <T>(all: readonly T[], holds: (each: T) => boolean): CountedFact => ({ count: all.filter(holds).length, of: all.length });
  const ifEnough = (fact: CountedFact): CountedFact | undefined => (fact.of < fewestPlacements ? undefined : fact);
  return {
    finished: finished.length,
    ranToTheirEnd: counted(ends, ({ reason }) => reason === 'ran-to-its-end'),
    endedByProvider: counted(ends, ({ reason }) => byProvider.includes(reason)),
    objectivesMet: ifEnough(
      counted(
        ends.filter(({ objectives }) => objectives !== undefined),
        ({ objectives }) => objectives === 'met',
      ),
    ),
    backInSchool: ifEnough(
      counted(
        ends.filter(({ destination }) => destination !== undefined && destination !== 'not-known'),
        ({ destination }) => destination === 'back-in-school',
      ),
    ),
  };
};
