import type { RateUnit } from '../domain/money/rate-card.ts';
import type { VatBasis } from '../domain/money/vat-basis.ts';
import type { Position } from '../domain/pupils/outcode.ts';
import type { DeliveryMode, KeyStage, Need } from '../domain/register/service.ts';
import { tokenise } from './tokens.ts';

export type DirectorySort = 'best' | 'price' | 'distance' | 'name';

/** What a search asks. Filters narrow together; several values of one filter widen it. An empty list is no filter. */
export interface DirectoryQuery {
  readonly text?: string | undefined;
  readonly lotKeys?: readonly string[] | undefined;
  readonly age?: number | undefined;
  readonly keyStages?: readonly KeyStage[] | undefined;
  readonly needs?: readonly Need[] | undefined;
  readonly deliveryModes?: readonly DeliveryMode[] | undefined;
  readonly unit?: RateUnit | undefined;
  /** Pence on the basis of `vat`, each price in its own unit: give `unit` too for a range that compares like with like. */
  readonly priceFromPence?: number | undefined;
  readonly priceToPence?: number | undefined;
  /** Whether prices are compared without VAT, as they are when this is absent, or with it (R39). */
  readonly vat?: VatBasis | undefined;
  /** Where the pupil is: an outcode, never a postcode (R40). `origin` is its centre; absent, the index looks it up. */
  readonly outcode?: string | undefined;
  readonly origin?: Position | undefined;
  /** How far the pupil may travel. Services that come to the pupil match when they travel as far as the pupil is, online ones always. */
  readonly radiusMiles?: number | undefined;
  readonly sort: DirectorySort;
  /** From 1. */
  readonly page: number;
  /** 1 to 50. */
  readonly pageSize: number;
  /** Decides the order among equals; the same seed gives the same order. Absent, the outcode does. */
  readonly seed?: string | undefined;
}

/** What can narrow a search, by the names that facets and the 'without' counts bear. */
export const filterNames = ['text', 'lots', 'age', 'keyStages', 'needs', 'modes', 'unit', 'price', 'distance'] as const;
export type FilterName = (typeof filterNames)[number];

const chosen = (values: readonly string[] | undefined) => values !== undefined && values.length > 0;

/** The filters that a query uses, in a fixed order. */
export function activeFilters(query: DirectoryQuery): readonly FilterName[] {
  const active: Record<FilterName, boolean> = {
    text: tokenise(query.text ?? '').length > 0,
    lots: chosen(query.lotKeys),
    age: query.age !== undefined,
    keyStages: chosen(query.keyStages),
    needs: chosen(query.needs),
    modes: chosen(query.deliveryModes),
    unit: query.unit !== undefined,
    price: query.priceFromPence !== undefined || query.priceToPence !== undefined,
    distance: query.radiusMiles !== undefined && (query.origin !== undefined || query.outcode !== undefined),
  };
  return filterNames.filter((name) => active[name]);
}
