import type { LocalDate } from '@ap/shared/domain/days/local-date';
import type { Rate } from '@ap/shared/domain/money/rate-card';
import type { PlacesEdit, ProfileEdit, ProviderChangeFacts, VatEdit } from '@ap/shared/domain/provider-changes/provider-change';
import type { Framework } from '@ap/shared/domain/register/framework';
import type { Lot } from '@ap/shared/domain/register/lot';
import type { Provider, ProviderSite, ProviderStatus } from '@ap/shared/domain/register/provider';
import type { Service } from '@ap/shared/domain/register/service';
import type { ListingFacts } from '@ap/shared/domain/register/service-may-be-ordered';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import type { DirectoryResult } from '@ap/shared/search/directory-index';
import type { DirectoryQuery } from '@ap/shared/search/query';

/**
 * How old an answer may be. `fresh` reads the lists now: whatever protects a child or spends money is decided by it. `known` comes from the
 * delta-fed read model, costs no request, and is good enough to show.
 */
export type Age = 'fresh' | 'known';

/** What says whether a service may be shown and ordered. */
export interface ProviderRegister {
  readonly facts: (serviceRef: string, age: Age) => Promise<ListingFacts & { readonly site: ProviderSite | undefined }>;
  /** What the sending of an order rests on, read from the lists now: the provider of a service, how it stands, its checks, and the one rate of the service. */
  readonly sendingFacts: (
    serviceRef: string,
    rateRef: string,
  ) => Promise<Pick<ListingFacts, 'provider' | 'standing' | 'qaChecks' | 'rates'>>;
  /** Every provider of any status, as last known. */
  readonly all: () => Promise<readonly Provider[]>;
  /** A framework as last known: its name and its value for commissioners' screens. */
  readonly framework: (ref: string) => Promise<Framework | undefined>;
  /** A provider with every service of it. */
  readonly provider: (providerRef: string, age: Age) => Promise<ProviderChangeFacts>;
  /** Writes what a provider tells about itself, with If-Match; false when the register says neither what it was nor what it is to be. Nothing else of the rows is touched. */
  readonly writeProfile: (providerRef: string, edits: readonly ProfileEdit[]) => Promise<boolean>;
  /** Writes where a provider stands, with If-Match; false when there is no such provider. */
  readonly writeStatus: (providerRef: string, status: ProviderStatus, reason: string | undefined) => Promise<boolean>;
  /** Writes what a provider stated about the VAT of a service, unless the register says something else by now. */
  readonly writeVat: (edit: VatEdit) => Promise<boolean>;
  readonly writePlaces: (edit: PlacesEdit) => Promise<boolean>;
}

/** What is known of a service that is in no list. */
export const nothingKnown: Awaited<ReturnType<ProviderRegister['facts']>> = {
  framework: undefined,
  lot: undefined,
  provider: undefined,
  service: undefined,
  site: undefined,
  standing: undefined,
  qaChecks: [],
  rates: [],
};

/** Lots as the list names them, as last known: they cost no request. */
export interface LotRegister {
  /** Those of every framework. */
  readonly all: () => Promise<readonly Lot[]>;
  readonly of: (frameworkRef: string) => Promise<readonly Lot[]>;
  /** Keys of those that may be called off on a day, by their own dates and their framework's. */
  readonly live: (on: LocalDate) => Promise<ReadonlySet<string>>;
}

/**
 * Writes into the lists of providers, services and rates what an award or a price review made so. Each sets what must be there: done twice it changes
 * nothing. Throws ServiceBusy for a conflict or when no answer came.
 */
export interface AwardedRegister {
  /** Adds lots to a provider; one that was only prospective is awarded. False when there is no such provider. */
  readonly admit: (providerRef: string, award: Pick<Award, 'lots'>) => Promise<boolean>;
  /** Enters a service under the reference that it has. False when another provider or lot has that reference. */
  readonly enterService: (service: Service) => Promise<boolean>;
  /** Makes the row of this rate what the rate says. */
  readonly putRate: (rate: Rate) => Promise<void>;
}

/** The searchable directory, kept fresh by delta in the background. A search costs no Graph request. */
export interface Directory {
  readonly search: (query: DirectoryQuery) => Promise<DirectoryResult & { readonly freshAt: string }>;
  readonly centroid: (outcode: string) => { readonly lat: number; readonly lon: number } | undefined;
  /** The outcode of each known town, by its name in small letters. */
  readonly towns: ReadonlyMap<string, string>;
}
