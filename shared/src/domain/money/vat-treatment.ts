import type { LocalDate } from '../days/local-date.ts';

/** R38: the provider states its own treatment; the product never advises. */
export const vatTreatments = ['standard-rated', 'exempt-education', 'exempt-health-or-welfare', 'outside-scope', 'not-registered'] as const;
export type VatTreatment = (typeof vatTreatments)[number];

/** What a provider stated about the VAT of one service: who said so, when, and by what it is shown. Without a treatment nothing was stated. */
export interface VatStatement {
  readonly vatTreatment?: VatTreatment | undefined;
  readonly vatStatedBy?: string | undefined;
  readonly vatStatedOn?: LocalDate | undefined;
  readonly vatEvidence?: string | undefined;
}

/**
 * R38: the treatment of a service is what its provider stated of it; of a service without a statement, what the provider stated of itself. An
 * organisation that is not registered charges no VAT on anything, whatever was stated of a service.
 */
export const vatTreatmentOf = (
  provider: { readonly vatTreatment: VatTreatment },
  service: Pick<VatStatement, 'vatTreatment'>,
): VatTreatment => (provider.vatTreatment === 'not-registered' ? 'not-registered' : (service.vatTreatment ?? provider.vatTreatment));

/** What is still missing of a statement: nobody answers for a treatment without a name and a day. */
export const statementFault = ({
  vatTreatment,
  vatStatedBy,
  vatStatedOn,
}: VatStatement): { readonly field: 'vatStatedBy' | 'vatStatedOn'; readonly sentence: string } | undefined => {
  if (vatTreatment === undefined) return undefined;
  if (!vatStatedBy?.trim()) return { field: 'vatStatedBy', sentence: 'Enter who at the provider stated the VAT of this service.' };
  return vatStatedOn === undefined
    ? { field: 'vatStatedOn', sentence: 'Enter the day on which the provider stated the VAT of this service.' }
    : undefined;
};

/** VAT in basis points of the net price: only what is standard-rated bears it (R38). */
export const vatBasisPoints = (treatment: VatTreatment): number => (treatment === 'standard-rated' ? 2000 : 0);

/** What a buyer should expect on the invoice, on every page and card. */
export const vatSentences: Readonly<Record<VatTreatment, string>> = {
  'standard-rated': 'VAT is added at 20%',
  'exempt-education': 'No VAT: exempt as education',
  'exempt-health-or-welfare': 'No VAT: exempt as health or welfare',
  'outside-scope': 'No VAT: outside its scope',
  'not-registered': 'No VAT: the provider is not registered',
};
