import { unitsTaught } from '../../domain/days/weekly-pattern.ts';
import type { Pence } from '../../domain/money/money.ts';
import { type RateUnit, rateUnits } from '../../domain/money/rate-card.ts';
import { timesUnits, vatOf } from '../../domain/money/rounding.ts';
import type { VatBasis } from '../../domain/money/vat-basis.ts';
import { vatBasisPoints, vatTreatments } from '../../domain/money/vat-treatment.ts';
import type { LocatedQuery } from '../query.ts';
import { NEAR } from '../ranking.ts';
import { UNKNOWN } from './columns.ts';
import { treatmentOf, unitOf } from './facet-values.ts';
import type { Segment } from './segment.ts';

/** What a sort compares, as one number of a document, lower first. */
type SortKey = (document: number) => number;

/** Results of one segment: those from `from` up to `to` among all, whose numbers begin at `first`. */
interface Part {
  readonly ids: Uint32Array;
  readonly keys: Float64Array;
  readonly from: number;
  readonly to: number;
  readonly first: number;
}

/**
 * Fills in the keys of results; false when nothing is compared and all are equal. `scores` are those of the text, where there is one. `unit` is that
 * whose prices come first.
 */
export function fillKeys(segment: Segment, query: LocatedQuery, unit: RateUnit, scores: Uint32Array | undefined, part: Part): boolean {
  const { origin } = query;
  const journeys = origin && segment.journeysFrom(origin);
  const { ids, keys, from, to, first } = part;
  switch (query.sort) {
    case 'fair':
      return false;
    case 'best':
      if (scores === undefined && journeys === undefined) return false;
      for (let at = from; at < to; at += 1) {
        const document = (ids[at] as number) - first;
        keys[at] = (journeys === undefined ? 0 : journeys.band(document)) - (scores === undefined ? 0 : (scores[document] as number)) * 8;
      }
      return true;
    case 'distance':
      if (journeys === undefined) return false;
      for (let at = from; at < to; at += 1) keys[at] = journeys.miles((ids[at] as number) - first);
      return true;
    case 'earliest':
      for (let at = from; at < to; at += 1) {
        const document = (ids[at] as number) - first;
        const start = segment.columns.start(document);
        const far = journeys === undefined || journeys.isWithin(document, query.radius ?? NEAR) ? 0 : 1;
        keys[at] = far * 2 ** 32 + (start === UNKNOWN ? 2 ** 33 : start * 8) + (journeys === undefined ? 0 : journeys.band(document));
      }
      return true;
    case 'price':
      return fill(part, priceKey(segment, query.vat, unit));
    case 'package':
      return query.timetable !== undefined && fill(part, packageKey(segment, query.timetable, query.vat));
    case 'name':
      return fill(part, (document) => segment.nameRank(document));
  }
}

function fill({ ids, keys, from, to, first }: Part, key: SortKey): true {
  for (let at = from; at < to; at += 1) keys[at] = key((ids[at] as number) - first);
  return true;
}

/** The unit that comes first, then the others; within each the price. */
export function priceKey({ facets, columns }: Segment, vat: VatBasis | undefined, unit: RateUnit): SortKey {
  const first = rateUnits.indexOf(unit);
  return (document) => {
    const own = unitOf(facets.mask(document));
    return (own === first ? 0 : own + 1) * 2 ** 40 + columns.price(document, vat);
  };
}

function packageKey({ facets, columns }: Segment, timetable: NonNullable<LocatedQuery['timetable']>, vat: VatBasis | undefined): SortKey {
  const units = unitsTaught(timetable, timetable.daysPerWeek * timetable.weeks, timetable.weeks);
  const hours = timetable.daysPerWeek * timetable.hoursPerDay;
  return (document) => {
    if (hours > columns.hours(document)) return Number.POSITIVE_INFINITY;
    const mask = facets.mask(document);
    const net = timesUnits(columns.price(document, 'ex') as Pence, units[rateUnits[unitOf(mask)] as RateUnit]);
    return vat === 'inc' ? net + vatOf(net, POINTS[treatmentOf(mask)] as number) : net;
  };
}

const POINTS = vatTreatments.map(vatBasisPoints);
