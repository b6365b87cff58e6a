import type { LocalDate } from '../days/local-date.ts';
import type { RateUnit } from '../money/rate-card.ts';
import type { VatBasis } from '../money/vat-basis.ts';
import type { DeliveryMode, KeyStage, Need } from '../register/service.ts';

/** What narrows a search of the directory. Filters narrow together; several values of one filter widen it. An empty list is no filter. */
export interface DirectoryFilters {
  readonly text?: string | undefined;
  readonly lots?: readonly string[] | undefined;
  /** An age that is served, in whole years. With `ageTo` the youngest of a group. */
  readonly age?: number | undefined;
  /** The oldest of a group: what serves any age of it matches. Says nothing without `age`. */
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
  /** Where the pupil is: an outcode, never a postcode (R40). Without one it is the area of the caller's school. */
  readonly near?: string | undefined;
  /** How far the pupil may travel, in miles. Services that come to the pupil match when they travel as far as the pupil is, online ones always. */
  readonly radius?: number | undefined;
  /** At least so many places free, as the provider told: what was not told is not claimed. */
  readonly placesFree?: number | undefined;
  /** A pupil can start on this day or before. Where the facts name no first day, none is claimed. */
  readonly startBy?: LocalDate | undefined;
}

/**
 * Orders of results. 'price' compares prices of one unit, 'package' what a whole planned timetable costs, 'earliest' the first day on which a pupil
 * could start near the place, 'fair' nothing at all: each provider has the same chance.
 */
export const directorySorts = ['best', 'distance', 'earliest', 'price', 'package', 'fair', 'name'] as const;
export type DirectorySort = (typeof directorySorts)[number];
