import { buyerTypes } from '../register/buyer-type.ts';
import { bothTotals } from './both-totals.ts';
import { pence } from './money.ts';
import { priceIncVat } from './price-inc-vat.ts';
import { priceLines } from './price-lines.ts';
import { defaultVatPolicy, usualBasis } from './vat-basis.ts';
import type { VatTreatment } from './vat-treatment.ts';

test('R39: prices compare without VAT, and with it for buyers that usually cannot recover it', () => {
  expect(buyerTypes.filter((type) => usualBasis(type, defaultVatPolicy) === 'inc')).toEqual(['further-education', 'independent-school']);
  expect(usualBasis(undefined, defaultVatPolicy)).toBe('ex');
  expect(usualBasis('academy', { ...defaultVatPolicy, compareIncVat: ['academy'] })).toBe('inc');
});

test.each<[VatTreatment, 'ex' | 'inc', readonly string[]]>([
  ['standard-rated', 'ex', ['£45.05 per hour, ex VAT', '£54.06 inc VAT at 20%']],
  ['standard-rated', 'inc', ['£54.06 per hour, inc VAT', '£45.05 ex VAT']],
  ['exempt-education', 'ex', ['£45.05 per hour, ex VAT', 'No VAT: exempt as education']],
  ['not-registered', 'inc', ['£45.05 per hour, inc VAT', 'No VAT: the provider is not registered']],
])('R39: a price that is %s, compared %s VAT, shows both totals', (vatTreatment, basis, lines) => {
  const price = pence(4_505);
  expect(priceLines({ price, priceIncVat: priceIncVat(price, vatTreatment), unit: 'hour', vatTreatment }, basis)).toEqual(lines);
});

test('R38: a total is shown with VAT and without', () => {
  expect(bothTotals({ net: pence(144_000), gross: pence(172_800) })).toBe('£1,728.00 with VAT, £1,440.00 without');
  expect(bothTotals({ net: pence(144_000), gross: pence(144_000) })).toBe('£1,440.00, no VAT');
});
