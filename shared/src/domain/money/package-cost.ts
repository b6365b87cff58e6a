import { unitsTaught, type WeeklyPattern } from '../days/weekly-pattern.ts';
import { addPence, type Pence } from './money.ts';
import type { RateUnit } from './rate-card.ts';
import { timesUnits, vatOf } from './rounding.ts';
import { type VatTreatment, vatBasisPoints } from './vat-treatment.ts';

/** A placement as it is planned before it has dates: whole weeks of so many days. */
export interface PlannedTimetable extends Pick<WeeklyPattern, 'sessions' | 'hoursPerDay'> {
  /** 1 to 5. */
  readonly daysPerWeek: number;
  /** Weeks that are taught, at least 1. */
  readonly weeks: number;
}

/** What a planned timetable costs at one price. `units` are of the price's own unit. */
export interface PackageCost {
  readonly units: number;
  readonly net: Pence;
  readonly gross: Pence;
}

interface Priced {
  /** Per `unit`, ex VAT. */
  readonly price: Pence;
  readonly unit: RateUnit;
  readonly vatTreatment: VatTreatment;
  readonly hoursPerWeekMax?: number | undefined;
}

/**
 * The cost of a planned timetable, reckoned as a call-off of so many whole weeks would be (`priceCallOff`): the timetable is counted in the unit
 * of the price, and no unit is turned into another. Undefined where the service is not offered for so many hours a week.
 * Throws RangeError for a timetable that is no number of quarters of an hour.
 */
export const packageCost = (plan: PlannedTimetable, { price, unit, vatTreatment, hoursPerWeekMax }: Priced): PackageCost | undefined => {
  if (hoursPerWeekMax !== undefined && plan.daysPerWeek * plan.hoursPerDay > hoursPerWeekMax) return undefined;
  const units = unitsTaught(plan, plan.daysPerWeek * plan.weeks, plan.weeks)[unit];
  const net = timesUnits(price, units);
  return { units, net, gross: addPence(net, vatOf(net, vatBasisPoints(vatTreatment))) };
};
