import { unitsTaught } from '../../domain/days/weekly-pattern.ts';
import { distanceBands } from '../../domain/directory/distance-bands.ts';
import type { Pence } from '../../domain/money/money.ts';
import { type RateUnit, rateUnits } from '../../domain/money/rate-card.ts';
import { timesUnits, vatOf } from '../../domain/money/rounding.ts';
import { vatBasisPoints, vatTreatments } from '../../domain/money/vat-treatment.ts';
import type { LocatedQuery } from '../query.ts';
import { NEAR } from '../ranking.ts';
import { treatmentOf, unitOf } from './facet-table.ts';
import type { Segment } from './segment.ts';

/** What a sort compares, as one number of a document, lower first; undefined when it compares nothing and all are equal. */
export type SortKey = (document: number) => number;

/** `scores` are those of the text, where there is one. `unit` is that whose prices come first. */
export function sortKey(segment: Segment, query: LocatedQuery, unit: RateUnit, scores: Uint32Array | undefined): SortKey | undefined {
  const { origin } = query;
  switch (query.sort) {
    case 'fair':
      return undefined;
    case 'best':
      if (scores === undefined) return origin && ((document) => bandOf(segment, document, query));
      return (document) => (origin ? bandOf(segment, document, query) : 0) - (scores[document] as number) * 8;
    case 'price': {
      const first = rateUnits.indexOf(unit);
      return (document) => {
        const own = unitOf(segment.facets.mask(document));
        return (own === first ? 0 : own + 1) * 2 ** 40 + segment.columns.price(document, query.vat);
      };
    }
    case 'package':
      return packageKey(segment, query);
    case 'distance':
      return origin && ((document) => segment.miles(document, origin) ?? Number.POSITIVE_INFINITY);
    case 'earliest':
      return (document) => {
        const start = segment.columns.start(document);
        const far = origin === undefined || isNear(segment, document, query) ? 0 : 1;
        const band = origin === undefined ? 0 : bandOf(segment, document, query);
        return ((start === 0 ? 2 : 0) + far) * 2 ** 32 + start * 8 + band;
      };
    case 'name':
      return (document) => segment.nameRank(document);
  }
}

function packageKey({ facets, columns }: Segment, { timetable, vat }: LocatedQuery): SortKey | undefined {
  if (timetable === undefined) return undefined;
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

const bandOf = (segment: Segment, document: number, { origin }: LocatedQuery): number => {
  if (segment.isOnline(document)) return 0;
  const miles = origin && segment.miles(document, origin);
  if (miles === undefined) return distanceBands.length + 1;
  const reach = segment.reach(document);
  if (reach > 0 && miles <= reach) return 0;
  for (let band = 0; band < distanceBands.length; band += 1) if (miles <= (distanceBands[band] as number)) return band;
  return distanceBands.length;
};

const isNear = (segment: Segment, document: number, { origin, radius = NEAR }: LocatedQuery): boolean => {
  if (segment.isOnline(document)) return true;
  const miles = origin && segment.miles(document, origin);
  return miles !== undefined && miles <= (segment.hasReach(document) ? segment.reach(document) : radius);
};
