import type { TermDates } from '../days/term-dates.ts';
import { countUnits } from '../days/weekly-pattern.ts';
import { addPence, type Pence } from '../money/money.ts';
import { timesUnits, vatOf } from '../money/rounding.ts';
import { vatBasisPoints, vatTreatmentOf } from '../money/vat-treatment.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { Listing } from '../register/service-may-be-ordered.ts';
import type { CallOffRequest, FrozenPrice } from './call-off.ts';

/** The part of a request that decides its price. */
export type PricedPart = Pick<CallOffRequest, 'pattern' | 'startDate' | 'endDate'>;

/** At what a request is priced: frozen with it. The price per unit in pence, ex VAT. */
export type PriceTerms = Pick<FrozenPrice, 'rateRef' | 'rateHash' | 'unit' | 'unitPrice' | 'vatBasisPoints'>;

/** Row 39: as the framework price, but for the price that was quoted in a competition. */
export const quotedTerms = (listing: Listing, rateHash: string, unitPrice: Pence): PriceTerms => ({
  ...frameworkTerms(listing, rateHash),
  unitPrice,
});

/** The framework price of a listed service, with VAT by what the provider stated of the service, or of itself (R38). */
const frameworkTerms = ({ rate, provider, service }: Listing, rateHash: string): PriceTerms => ({
  rateRef: rate.ref,
  rateHash,
  unit: rate.unit,
  unitPrice: rate.price,
  vatBasisPoints: vatBasisPoints(vatTreatmentOf(provider, service)),
});

/**
 * The price of a request: units counted over the buyer's term dates (R43) at the rate that is live on the start date, ex VAT. `rateHash` is the hash of the
 * rate's content and is frozen with the price. `agreed`: the terms of a block purchase, where its units are drawn, or of a competition that was won.
 */
export const priceCallOff = (
  part: PricedPart,
  listing: Listing,
  termDates: readonly TermDates[],
  rateHash: string,
  agreed?: PriceTerms,
): { readonly ok: true; readonly price: FrozenPrice } | Refusal => {
  const { service } = listing;
  const terms = agreed ?? frameworkTerms(listing, rateHash);
  const count = countUnits(part.pattern, part.startDate, part.endDate, termDates, terms.unit);
  if (!count.ok) return refused(count.code === 'no-teaching-days' ? 'no-teaching-days' : 'dates-not-allowed', count.sentence, count.field);
  if (service.hoursPerWeekMax !== undefined && count.hoursPerWeek > service.hoursPerWeekMax)
    return refused('dates-not-allowed', `This service is offered for at most ${service.hoursPerWeekMax} hours a week.`, '/pattern');
  const net = timesUnits(terms.unitPrice, count.units);
  const vat = vatOf(net, terms.vatBasisPoints);
  const { rateRef, unit, unitPrice, vatBasisPoints: basisPoints } = terms;
  return {
    ok: true,
    price: {
      rateRef,
      rateHash: terms.rateHash,
      unit,
      unitPrice,
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
