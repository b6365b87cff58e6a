import { distanceBands } from '../domain/directory/distance-bands.ts';
import { packageCost } from '../domain/money/package-cost.ts';
import { type RateUnit, rateUnits } from '../domain/money/rate-card.ts';
import type { ServiceDocument } from './document.ts';
import { isWithinReach, travelOf } from './geography.ts';
import type { JudgedDocument } from './judged-document.ts';
import { comparedPrice } from './plain-filters.fixture.ts';
import type { DirectoryQuery, LocatedQuery } from './query.ts';
import { drawLot, lotHash, NEAR, nameKeys } from './ranking.ts';

/**
 * Puts results in order. 'best' is how well the text is met, then the band of distance; 'price' is within one unit and on one
 * basis of VAT (R39), other units after; 'package' is the cost of the whole timetable, which has one measure in every unit; 'earliest' is the first
 * day of a start, what is near before what is not; 'distance' and 'name' are what they say; to 'fair' all are equal. What is not known comes last.
 * Among equals the order is fair: seeded, stable for a seed, and each provider's
 * first service comes before anybody's second, so that many rows do not buy a place at the top.
 */
export function rank(candidates: readonly JudgedDocument[], query: LocatedQuery): readonly JudgedDocument[] {
  const keys = sortKeys(query, comparedUnit(candidates, query));
  const seed = lotHash(query.seed ?? query.near ?? '');
  const rows = candidates
    .map((candidate) => ({
      candidate,
      keys: keys(candidate),
      providerLot: drawLot(seed, lotHash(candidate.document.providerRef)),
      serviceLot: drawLot(seed, lotHash(candidate.document.serviceRef)),
      equals: 0,
      turn: 0,
    }))
    .sort((a, b) => compareKeys(a.keys, b.keys) || byLot(a, b));
  let turns = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1];
    const isEqual = above !== undefined && compareKeys(above.keys, row.keys) === 0;
    if (!isEqual) turns = new Map();
    const provider = row.candidate.document.providerRef;
    row.equals = isEqual ? above.equals : index;
    row.turn = turns.get(provider) ?? 0;
    turns.set(provider, row.turn + 1);
  }
  rows.sort((a, b) => a.equals - b.equals || a.turn - b.turn || byLot(a, b));
  return rows.map(({ candidate }) => candidate);
}

interface Drawn {
  readonly candidate: JudgedDocument;
  readonly providerLot: number;
  readonly serviceLot: number;
}

function byLot(a: Drawn, b: Drawn): number {
  return (
    a.providerLot - b.providerLot ||
    a.serviceLot - b.serviceLot ||
    compare(a.candidate.document.serviceRef, b.candidate.document.serviceRef)
  );
}

/**
 * The unit whose prices are compared first: the one asked for, else the one of most results (the smaller unit when two tie).
 * Prices of different units are never converted: an hour in a group and a day alone have no common measure.
 */
export function comparedUnit(candidates: readonly JudgedDocument[], query: DirectoryQuery): RateUnit {
  if (query.unit !== undefined) return query.unit;
  const counts = new Map<RateUnit, number>();
  for (const { document } of candidates) counts.set(document.unit, (counts.get(document.unit) ?? 0) + 1);
  return rateUnits.reduce((best, unit) => ((counts.get(unit) ?? 0) > (counts.get(best) ?? 0) ? unit : best));
}

type Key = number | string;

function sortKeys(query: LocatedQuery, unit: RateUnit): (candidate: JudgedDocument) => readonly Key[] {
  switch (query.sort) {
    case 'price':
      return ({ document }) => [document.unit === unit ? -1 : rateUnits.indexOf(document.unit), comparedPrice(document, query.vat)];
    case 'package':
      return ({ document }) => [totalOf(document, query)];
    case 'earliest':
      return (candidate) => {
        const { earliestStart } = candidate.document;
        return [earliestStart === undefined ? 1 : 0, isNear(candidate, query) ? 0 : 1, earliestStart ?? '', bandOf(candidate, query)];
      };
    case 'fair':
      return () => [];
    case 'distance':
      return ({ miles }) => [miles ?? Number.POSITIVE_INFINITY];
    case 'name':
      return ({ document }) => nameKeys(document);
    case 'best':
      return (candidate) => [-(candidate.text?.score ?? 0), bandOf(candidate, query)];
  }
}

/** R39: the cost of the planned timetable on the basis on which prices are compared; without end where none can be told. */
function totalOf(document: ServiceDocument, { timetable, vat }: LocatedQuery): number {
  const cost = timetable && packageCost(timetable, document);
  return cost === undefined ? Number.POSITIVE_INFINITY : vat === 'inc' ? cost.gross : cost.net;
}

const isNear = ({ document, miles }: JudgedDocument, { origin, radius = NEAR }: LocatedQuery): boolean =>
  origin === undefined || isWithinReach(document, miles, radius);

const bandOf = (candidate: JudgedDocument, { origin }: LocatedQuery): number => (origin ? distanceBand(candidate) : 0);

/** 0 for what needs no journey of the pupil, or a short one; an unknown place is the farthest. */
function distanceBand({ document, miles }: JudgedDocument): number {
  const travel = travelOf(document);
  if (travel === 'nobody') return 0;
  if (miles === undefined) return distanceBands.length + 1;
  if (travel === 'provider' && miles <= (document.travelRadiusMiles ?? 0)) return 0;
  const band = distanceBands.findIndex((end) => miles <= end);
  return band < 0 ? distanceBands.length : band;
}

function compareKeys(a: readonly Key[], b: readonly Key[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const order = compare(a[index] as Key, b[index] as Key);
    if (order !== 0) return order;
  }
  return 0;
}

function compare(a: Key, b: Key): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
