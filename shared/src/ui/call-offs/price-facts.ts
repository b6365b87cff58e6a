import type { PriceReply } from '../../contract/call-offs.ts';
import { formatMoney } from '../../domain/money/money.ts';
import type { Fact } from './Facts.tsx';

/** A price with every step of how it came about: units, unit price, net, VAT, total. */
export const priceFacts = (
  price: PriceReply,
  { blockRef, enquiryRef }: { readonly blockRef?: string | undefined; readonly enquiryRef?: string | undefined } = {},
): readonly Fact[] => [
  { label: 'How it is counted', value: price.unitsSentence },
  {
    label: blockRef ? 'Block purchase price' : enquiryRef ? 'Quoted price' : 'Framework price',
    value: `${formatMoney(price.unitPrice)} per ${price.unit}, without VAT`,
  },
  { label: 'Net', value: formatMoney(price.net) },
  { label: vatLabel(price.vatBasisPoints), value: formatMoney(price.vat) },
  { label: 'Total with VAT', value: formatMoney(price.gross) },
];

/** 'VAT at 20%', from basis points. */
const vatLabel = (basisPoints: number): string => (basisPoints === 0 ? 'VAT' : `VAT at ${basisPoints / 100}%`);
