import { addPence, type Pence } from './money.ts';
import { vatOf } from './rounding.ts';
import { type VatTreatment, vatBasisPoints } from './vat-treatment.ts';

/** A net price with its VAT on top, by the treatment that was stated. */
export const priceIncVat = (net: Pence, treatment: VatTreatment): Pence => addPence(net, vatOf(net, vatBasisPoints(treatment)));
