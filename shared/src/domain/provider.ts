export const providerStatuses = ['prospective', 'awarded', 'active', 'paused', 'suspended', 'removed'] as const;
export type ProviderStatus = (typeof providerStatuses)[number];

export const organisationTypes = [
  'company',
  'charity',
  'community-interest-company',
  'sole-trader',
  'school',
  'college',
  'public-body',
] as const;
export type OrganisationType = (typeof organisationTypes)[number];

/** R38: the provider states its own treatment; the product never advises. */
export const vatTreatments = ['standard-rated', 'exempt-education', 'exempt-health-or-welfare', 'outside-scope', 'not-registered'] as const;
export type VatTreatment = (typeof vatTreatments)[number];

/** What a buyer should expect on the invoice, on every page and card. */
export const vatSentences: Readonly<Record<VatTreatment, string>> = {
  'standard-rated': 'VAT is added at 20%',
  'exempt-education': 'No VAT: exempt as education',
  'exempt-health-or-welfare': 'No VAT: exempt as health or welfare',
  'outside-scope': 'No VAT: outside its scope',
  'not-registered': 'No VAT: the provider is not registered',
};

/** An organisation admitted to the framework. `lotKeys` are the lots for which it was awarded and enabled. */
export interface Provider {
  readonly ref: string;
  readonly legalName: string;
  readonly tradingName?: string | undefined;
  readonly organisationType: OrganisationType;
  readonly ukprn?: string | undefined;
  readonly urn?: string | undefined;
  readonly companyNumber?: string | undefined;
  readonly registeredSchool: boolean;
  readonly status: ProviderStatus;
  readonly statusReason?: string | undefined;
  readonly vatTreatment: VatTreatment;
  readonly lotKeys: readonly string[];
  readonly email: string;
  readonly phone: string;
  readonly website?: string | undefined;
  readonly summary: string;
}

export interface ProviderSite {
  readonly ref: string;
  readonly providerRef: string;
  readonly name: string;
  readonly outcode: string;
  readonly postcode: string;
}

/** The name that people know the provider by. */
export const providerName = (provider: Provider): string => provider.tradingName ?? provider.legalName;

/** VAT in basis points of the net price: only a standard-rated provider charges it (R38). */
export const vatBasisPoints = (treatment: VatTreatment): number => (treatment === 'standard-rated' ? 2000 : 0);
