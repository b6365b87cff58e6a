import type { LocalDate } from '../domain/days/local-date.ts';
import type { DirectoryFilters, DirectorySort } from '../domain/directory/directory-filters.ts';
import { type FilterName, filterNames } from '../domain/directory/filter-names.ts';
import type { PlannedTimetable } from '../domain/money/package-cost.ts';
import type { Position } from '../domain/pupils/outcode.ts';
import { tokenise } from './tokens.ts';

/** What a search asks: what narrows it, and how its results are shown. */
export interface DirectoryQuery extends DirectoryFilters {
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

/** A query at its place. It is written out, so that all queries are of one shape, whoever made them: the engine asks its fields thousands of times. */
export const located = (asked: DirectoryQuery, origin: Position | undefined): LocatedQuery =>
  ({
    text: asked.text,
    lots: asked.lots,
    age: asked.age,
    ageTo: asked.ageTo,
    keyStages: asked.keyStages,
    needs: asked.needs,
    modes: asked.modes,
    unit: asked.unit,
    priceFrom: asked.priceFrom,
    priceTo: asked.priceTo,
    vat: asked.vat,
    near: asked.near,
    radius: asked.radius,
    placesFree: asked.placesFree,
    startBy: asked.startBy,
    startDays: asked.startDays,
    timetable: asked.timetable,
    sort: asked.sort,
    page: asked.page,
    pageSize: asked.pageSize,
    seed: asked.seed,
    origin,
  }) satisfies Record<keyof LocatedQuery, unknown>;

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
