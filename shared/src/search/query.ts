import type { LocalDate } from '../domain/days/local-date.ts';
import type { PlannedTimetable } from '../domain/money/package-cost.ts';
import type { RateUnit } from '../domain/money/rate-card.ts';
import type { VatBasis } from '../domain/money/vat-basis.ts';
import type { Position } from '../domain/pupils/outcode.ts';
import type { DeliveryMode, KeyStage, Need } from '../domain/register/service.ts';
import { tokenise } from './tokens.ts';

/**
 * 'price' compares prices of one unit, 'package' what the whole `timetable` costs, 'earliest' the first day on which a pupil could start near
 * `near`, 'fair' nothing at all: each provider has the same chance, drawn by `seed`.
 */
export type DirectorySort = 'best' | 'price' | 'package' | 'distance' | 'earliest' | 'name' | 'fair';

/** What a search asks. Filters narrow together; several values of one filter widen it. An empty list is no filter. */
export interface DirectoryQuery {
  readonly text?: string | undefined;
  readonly lots?: readonly string[] | undefined;
  /** An age that is served. With `ageTo` the ages of a group from the one to the other: what serves any of them matches. */
  readonly age?: number | undefined;
  readonly ageTo?: number | undefined;
  readonly keyStages?: readonly KeyStage[] | undefined;
  readonly needs?: readonly Need[] | undefined;
  readonly modes?: readonly DeliveryMode[] | undefined;
  readonly unit?: RateUnit | undefined;
  /** Pence on the basis of `vat`, each price in its own unit: give `unit` too for a range that compares like with like. */
  readonly priceFrom?: number | undefined;
  readonly priceTo?: number | undefined;
  /** Whether prices are compared without VAT, as they are when this is absent, or with it (R39). */
  readonly vat?: VatBasis | undefined;
  /** Where the pupil is: an outcode, never a postcode (R40). */
  readonly near?: string | undefined;
  /** How far the pupil may travel, in miles. Services that come to the pupil match when they travel as far as the pupil is, online ones always. */
  readonly radius?: number | undefined;
  /** At least so many places free, as the provider told: what was not told is not claimed. */
  readonly placesFree?: number | undefined;
  /** A pupil can start on this day or before. Where the facts name no first day, none is claimed. */
  readonly startBy?: LocalDate | undefined;
  /** Days for each of which it is counted how many could start by then. Mondays are counted fastest. */
  readonly startDays?: readonly LocalDate[] | undefined;
  /** What is planned: each result then tells what the whole of it costs. */
  readonly timetable?: PlannedTimetable | undefined;
  readonly sort: DirectorySort;
  /** From 1. */
  readonly page: number;
  /** 1 to 50. */
  readonly pageSize: number;
  /** Decides the order among equals; the same seed gives the same order, so that a buyer and a day make a good one. Absent, `near` does. */
  readonly seed?: string | undefined;
}

/** A query with the centre of its `near`, where the index knows it. */
export interface LocatedQuery extends DirectoryQuery {
  readonly origin: Position | undefined;
}

/** What can narrow a search, by the names that facets and the 'without' counts bear. */
export const filterNames = ['text', 'lots', 'age', 'keyStages', 'needs', 'modes', 'unit', 'price', 'distance', 'places', 'start'] as const;
export type FilterName = (typeof filterNames)[number];

/** What each filter is called where leaving it out is offered. */
export const FILTER_LABELS: Readonly<Record<FilterName, string>> = {
  text: 'the words',
  lots: 'the lot',
  age: 'the age',
  keyStages: 'the key stage',
  needs: 'the need',
  modes: 'where it takes place',
  unit: 'the unit of price',
  price: 'the price range',
  distance: 'the distance',
  places: 'the places free',
  start: 'the day of the start',
};

const chosen = (values: readonly string[] | undefined) => values !== undefined && values.length > 0;

/** The filters that a query uses, in a fixed order. */
export function activeFilters(query: DirectoryQuery): readonly FilterName[] {
  const active: Record<FilterName, boolean> = {
    text: tokenise(query.text ?? '').length > 0,
    lots: chosen(query.lots),
    age: query.age !== undefined,
    keyStages: chosen(query.keyStages),
    needs: chosen(query.needs),
    modes: chosen(query.modes),
    unit: query.unit !== undefined,
    price: query.priceFrom !== undefined || query.priceTo !== undefined,
    places: query.placesFree !== undefined,
    start: query.startBy !== undefined,
    distance: query.radius !== undefined && query.near !== undefined,
  };
  return filterNames.filter((name) => active[name]);
}

/** Throws RangeError for a page below 1 and a page size outside 1 to 50. */
export function refuseOddPage({ page, pageSize }: Pick<DirectoryQuery, 'page' | 'pageSize'>): void {
  if (!Number.isInteger(page) || page < 1) throw new RangeError('Pages count from 1.');
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 50) throw new RangeError('A page holds 1 to 50 results.');
}
