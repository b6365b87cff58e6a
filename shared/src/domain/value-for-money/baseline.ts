import { type Pence, pence } from '../money/money.ts';
import type { RateUnit } from '../money/rate-card.ts';

/**
 * What one school or department paid in a year before the framework, for what a lot offers by now: so much, ex VAT, for so many units. Without one no saving is
 * claimed. It counts for its own unit alone: no unit is turned into another.
 */
export interface Baseline {
  readonly ref: string;
  readonly buyerRef: string;
  readonly lotKey: string;
  readonly unit: RateUnit;
  /** The financial year of the spend, such as '2017-18'. */
  readonly year: string;
  /** Whole units, 1 to `mostBaselineUnits`. */
  readonly units: number;
  readonly spent: Pence;
}

export const mostBaselineUnits = 1_000_000;

/** Whether a typed number of units is one that a price can be made of. */
export const areBaselineUnits = (units: number): boolean => Number.isInteger(units) && units >= 1 && units <= mostBaselineUnits;

/** What a unit cost, ex VAT: what was spent over the units, half a penny rounded up. Throws RangeError for units that are no whole number from 1. */
export const baselinePrice = ({ spent, units }: Pick<Baseline, 'spent' | 'units'>): Pence => {
  if (!areBaselineUnits(units)) throw new RangeError('A baseline is of whole units, one at least.');
  const over = spent % units;
  return pence((spent - over) / units + (2 * over >= units ? 1 : 0));
};

/** Two baselines with the same key contradict each other: then neither counts. */
export const baselineKey = ({ buyerRef, lotKey, unit }: Pick<Baseline, 'buyerRef' | 'lotKey' | 'unit'>): string =>
  JSON.stringify([buyerRef, lotKey, unit]);
