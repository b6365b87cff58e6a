import { formatMoney } from '../../money/money.ts';
import type { Rate } from '../../money/rate-card.ts';
import { type Refusal, refused } from '../../refusal.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { type PriceLine, pricedThing, pricesSameThing } from '../prices/price-line.ts';
import { formatPeriod, type PricePeriod, periodsOverlap } from '../prices/price-period.ts';

const lineOf = ({ serviceRef, lotKey, unit, groupFrom, groupTo, price }: Rate): PriceLine => ({
  serviceRef,
  lotKey,
  unit,
  price,
  ...(groupFrom !== undefined && groupTo !== undefined && { group: { from: groupFrom, to: groupTo } }),
});

/**
 * A price book keeps its own prices apart. A rate that came into the list otherwise, by hand or from a file, stands in no book: where it is approved for the
 * same thing on a day in common, the service would have two prices, and so none. The award is refused until that rate is ended.
 */
export const ratesInTheWay = (
  prices: readonly PriceLine[],
  rates: readonly Rate[],
  book: Pick<PriceBook, 'lines'> | undefined,
  term: PricePeriod,
): Refusal | undefined => {
  const strange = rates.filter(({ ref, status }) => status === 'approved' && !book?.lines.some((line) => line.ref === ref));
  for (const [at, price] of prices.entries()) {
    const rate = strange.find(
      (each) => pricesSameThing(lineOf(each), price) && periodsOverlap({ from: each.effectiveFrom, to: each.effectiveTo }, term),
    );
    if (rate)
      return refused(
        'price-overlaps',
        `The list of rates has ${formatMoney(rate.price)} for ${pricedThing(lineOf(rate))} approved from ${formatPeriod({ from: rate.effectiveFrom, to: rate.effectiveTo })} (${rate.ref}). End that rate first.`,
        `/prices/${at}/price`,
      );
  }
  return undefined;
};
