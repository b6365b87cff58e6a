import type { VatTreatment } from '../money/vat-treatment.ts';

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

/** What a school reads of a provider in its own words, each under its name. One more is a line here, and a column of the list of the same name. */
export const providerTexts = { legalName: 'Legal name' } as const;
export type ProviderText = keyof typeof providerTexts;
export const providerTextKeys = Object.keys(providerTexts) as readonly ProviderText[];

/** An organisation admitted to the framework. `lotKeys` are the lots for which it was awarded and enabled. */
export interface Provider extends Readonly<Partial<Record<ProviderText, string | undefined>>> {
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
  /** What its services take of which it stated nothing (R38). */
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
