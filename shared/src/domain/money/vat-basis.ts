import type { BuyerType } from '../register/buyer-type.ts';

/** R39: whether prices are compared without VAT or with it. */
export const vatBases = ['ex', 'inc'] as const;
export type VatBasis = (typeof vatBases)[number];

/** Buyers of these types compare prices with VAT unless they ask otherwise, with where that was read. */
export interface VatPolicy {
  readonly compareIncVat: readonly BuyerType[];
  readonly source: string;
  readonly edition: string;
}

/**
 * Councils, with the schools that they maintain, and academies are refunded VAT; colleges and independent schools usually are not, so that VAT is a cost to
 * them. What a buyer can recover is its own affair: this decides nothing but how prices are compared at first.
 */
export const defaultVatPolicy: VatPolicy = {
  compareIncVat: ['further-education', 'independent-school'],
  source: 'Value Added Tax Act 1994, sections 33 and 33B',
  edition: 'As read in November 2026',
};

/** R39: without VAT, but for buyers that usually cannot recover it. */
export const usualBasis = (type: BuyerType | undefined, { compareIncVat }: VatPolicy): VatBasis =>
  compareIncVat.some((each) => each === type) ? 'inc' : 'ex';
