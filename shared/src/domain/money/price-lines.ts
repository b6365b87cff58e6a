import { formatMoney, type Pence } from './money.ts';
import type { RateUnit } from './rate-card.ts';
import type { VatBasis } from './vat-basis.ts';
import { type VatTreatment, vatSentences } from './vat-treatment.ts';

/** A framework price with both its totals. */
export interface PricedService {
  readonly price: Pence;
  readonly priceIncVat: Pence;
  readonly unit: RateUnit;
  readonly vatTreatment: VatTreatment;
}

/** R39: a price on the basis on which it is compared, and beside it the other one, or why both are the same: '£45.00 per hour, ex VAT' and '£54.00 inc VAT at 20%'. */
export const priceLines = ({ price, priceIncVat, unit, vatTreatment }: PricedService, basis: VatBasis): readonly [string, string] => {
  const money = { ex: formatMoney(price), inc: formatMoney(priceIncVat) };
  const other = basis === 'ex' ? `${money.inc} inc VAT at 20%` : `${money.ex} ex VAT`;
  return [`${money[basis]} per ${unit}, ${basis} VAT`, vatTreatment === 'standard-rated' ? other : vatSentences[vatTreatment]];
};
