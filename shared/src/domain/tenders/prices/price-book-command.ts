import type { LocalDate } from '../../days/local-date.ts';
import type { TenderCommand, TenderFacts } from '../decider.ts';
import type { PriceLine } from './price-line.ts';
import type { FrameworkPriceTerms, PricePeriod } from './price-period.ts';

/** The prices of an award, from the first day on which its agreement may be called off to the end of the newest price period. */
export interface ReservePrices extends TenderCommand {
  readonly kind: 'reserve-prices';
  readonly frameworkRef: string;
  readonly providerRef: string;
  readonly awardRef: string;
  readonly from: LocalDate;
  readonly lines: readonly PriceLine[];
}

export type PriceBookCommand =
  | ReservePrices
  | (TenderCommand & { readonly kind: 'confirm-prices'; readonly awardRef: string })
  | (TenderCommand & { readonly kind: 'release-prices'; readonly awardRef: string })
  | (TenderCommand & { readonly kind: 'open-review'; readonly period: PricePeriod; readonly reason: string })
  | (TenderCommand & { readonly kind: 'propose-prices'; readonly lines: readonly PriceLine[] })
  | (TenderCommand & { readonly kind: 'approve-review' })
  | (TenderCommand & { readonly kind: 'abandon-review'; readonly reason: string });

export interface PriceBookFacts extends TenderFacts {
  readonly terms: FrameworkPriceTerms;
  /** How the award stands whose prices are confirmed or released, read when the command is given. */
  readonly award?: 'countersigned' | 'set-aside' | 'other' | undefined;
}
