import type { LocalDate } from '../days/local-date.ts';
import { type Pence, pence } from '../money/money.ts';
import { liveRate, type RateUnit } from '../money/rate-card.ts';
import { grouped } from './grouped.ts';
import type { MoneyFacts, Sourced } from './kept-facts.ts';
import type { RateFact } from './value-facts.ts';

/** The middle one of some prices; of an even number of them the mean of the two in the middle, half a penny rounded up. `undefined` of none. */
export const medianPrice = (prices: readonly Pence[]): Pence | undefined => {
  const sorted = [...prices].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : pence(Math.floor((low + high + 1) / 2));
};

/** Prices of one lot for one unit on a day: one for each service that has exactly one, ex VAT. */
export interface LotPrices {
  readonly median: Pence;
  readonly rates: readonly Sourced<RateFact>[];
}

/** Looks up what a lot charged for a unit on a day, over all its services whether they may be ordered or not; `undefined` where it had no price. */
export type LotPriceBook = (lotKey: string, unit: RateUnit, on: LocalDate) => LotPrices | undefined;

const groupKey = (lotKey: string, unit: RateUnit): string => `${unit} ${lotKey}`;

/** The approved prices of every lot by day; each lot, unit and day is looked up once. */
export const lotPriceBook = ({ rates }: Pick<MoneyFacts, 'rates'>): LotPriceBook => {
  const groups = grouped(rates, ({ rate }) => groupKey(rate.lotKey, rate.unit));
  const known = new Map<string, LotPrices | undefined>();
  const ofService = grouped(
    rates.map(({ rate }) => rate),
    ({ serviceRef }) => serviceRef,
  );
  const lookUp = (group: readonly Sourced<RateFact>[], on: LocalDate): LotPrices | undefined => {
    const live = group.filter(({ rate }) => liveRate(ofService.get(rate.serviceRef) ?? [], rate.serviceRef, on) === rate);
    const median = medianPrice(live.map(({ rate }) => rate.price));
    return median === undefined ? undefined : { median, rates: live };
  };
  return (lotKey, unit, on) => {
    const group = groupKey(lotKey, unit);
    const key = `${on} ${group}`;
    if (!known.has(key)) known.set(key, lookUp(groups.get(group) ?? [], on));
    return known.get(key);
  };
};
