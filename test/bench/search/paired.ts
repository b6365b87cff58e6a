import { performance } from 'node:perf_hooks';
import type { DirectoryQuery } from '@ap/shared/search/query';
import type { Compared } from './engines/engine.ts';

/** Times of one run, in milliseconds, and how many times as long the other takes. */
export interface Paired {
  readonly queries: number;
  readonly ownMean: number;
  readonly ownP95: number;
  readonly mean: number;
  readonly p95: number;
  readonly ratioOfMeans: number;
  readonly medianRatio: number;
  readonly medianRatioOfText: number;
  readonly medianRatioOfFacets: number;
}

const timeOf = (engine: Compared, query: DirectoryQuery): number => {
  const start = performance.now();
  engine.search(query);
  return performance.now() - start;
};
const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** On a shared machine a query now and then waits for others: the least of so many times is what it takes. */
const ROUNDS = 3;

/** Asks every query three times of both, in alternating order, after a hundred to get warm; of each the least counts. */
export const comparePaired = (own: Compared, other: Compared, queries: readonly DirectoryQuery[]): Paired => {
  for (const query of queries.slice(0, 100)) {
    own.search(query);
    other.search(query);
  }
  const times = queries.map((query) => ({ query, own: Number.POSITIVE_INFINITY, other: Number.POSITIVE_INFINITY }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, time] of times.entries()) {
      const ask = {
        own: () => {
          time.own = Math.min(time.own, timeOf(own, time.query));
        },
        other: () => {
          time.other = Math.min(time.other, timeOf(other, time.query));
        },
      };
      for (const turn of (index + round) % 2 === 0 ? (['own', 'other'] as const) : (['other', 'own'] as const)) ask[turn]();
    }
  }
  const owns = times.map((time) => time.own);
  const others = times.map((time) => time.other);
  const ratios = (chosen: typeof times) =>
    at(
      chosen.map((time) => time.other / time.own),
      0.5,
    );
  return {
    queries: times.length,
    ownMean: mean(owns),
    ownP95: at(owns, 0.95),
    mean: mean(others),
    p95: at(others, 0.95),
    ratioOfMeans: mean(others) / mean(owns),
    medianRatio: ratios(times),
    medianRatioOfText: ratios(times.filter(({ query }) => query.text !== undefined)),
    medianRatioOfFacets: ratios(times.filter(({ query }) => query.text === undefined)),
  };
};
