import type { RateUnit } from '../domain/money/rate-card.ts';
import type { VatBasis } from '../domain/money/vat-basis.ts';
import type { Position } from '../domain/pupils/outcode.ts';
import type { DeliveryMode, KeyStage, Need } from '../domain/register/service.ts';
import { tokenise } from './tokens.ts';

export type DirectorySort = 'best' | 'price' | 'distance' | 'name';

/** What a search asks. Filters narrow together; several values of one filter widen it. An empty list is no filter. */
export interface DirectoryQuery {
  readonly text?: string | undefined;
  readonly lots?: readonly string[] | undefined;
  readonly age?: number | undefined;
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
  readonly sort: DirectorySort;
  /** From 1. */
  readonly page: number;
  /** 1 to 50. */
  readonly pageSize: number;
  /** Decides the order among equals; the same seed gives the same order. Absent, `near` does. */
  readonly seed?: string | undefined;
}

/** A query with the centre of its `near`, where the index knows it. */
export interface LocatedQuery extends DirectoryQuery {
  readonly origin: Position | undefined;
}

/** What can narrow a search, by the names that facets and the 'without' counts bear. */
export const filterNames = ['text', 'lots', 'age', 'keyStages', 'needs', 'modes', 'unit', 'price', 'distance'] as const;
export type FilterName = (typeof filterNames)[number];

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
    distance: query.radius !== undefined && query.near !== undefined,
  };
  return filterNames.filter((name) => active[name]);
}
