import type { CallOffRequest, FrozenPrice } from './call-off.ts';
import type { Listing } from './listing.ts';
import { addPence, timesUnits, vatOf } from './money.ts';
import { type Refusal, refused } from './refusal.ts';
import type { TermDates } from './term-dates.ts';
import { vatBasisPoints, vatTreatmentOf } from './vat-treatment.ts';
import { countUnits } from './weekly-pattern.ts';

/** The part of a request that decides its price. */
export type PricedPart = Pick<CallOffRequest, 'pattern' | 'startDate' | 'endDate'>;

/**
 * The price of a request: units counted over the buyer's term dates (R43) at the rate that is live on the start date, ex VAT, with VAT
 * by what the provider stated of the service, or of itself (R38). `rateHash` is the hash of the rate's content and is frozen with the price.
 */
export const priceCallOff = (
  part: PricedPart,
  listing: Listing,
  termDates: readonly TermDates[],
  rateHash: string,
): { readonly ok: true; readonly price: FrozenPrice } | Refusal => {
  const { rate, provider, service } = listing;
  const count = countUnits(part.pattern, part.startDate, part.endDate, termDates, rate.unit);
  if (!count.ok) return refused(count.code === 'no-teaching-days' ? 'no-teaching-days' : 'dates-not-allowed', count.sentence, count.field);
  if (service.hoursPerWeekMax !== undefined && count.hoursPerWeek > service.hoursPerWeekMax)
    return refused('dates-not-allowed', `This service is offered for at most ${service.hoursPerWeekMax} hours a week.`, '/pattern');
  const net = timesUnits(rate.price, count.units);
  const basisPoints = vatBasisPoints(vatTreatmentOf(provider, service));
  const vat = vatOf(net, basisPoints);
  return {
    ok: true,
    price: {
      rateRef: rate.ref,
      rateHash,
      unit: rate.unit,
      unitPrice: rate.price,
      units: count.units,
      unitsSentence: count.sentence,
      hoursPerWeek: count.hoursPerWeek,
      vatBasisPoints: basisPoints,
      net,
      vat,
      gross: addPence(net, vat),
    },
  };
};
