import type { ListingFacts } from '@ap/shared/domain/listing';
import type { ProviderSite } from '@ap/shared/domain/provider';
import type { ProviderRegister } from '../../functions/src/ports.ts';

/** What the lists say about one service, asked for at each use. */
export type ProviderRows = () => ListingFacts & { readonly site?: ProviderSite | undefined };

/** The register of providers in memory: one service, and whatever it refers to of what is told. */
export const memoryProviders = (rows: ProviderRows): ProviderRegister => ({
  facts: async (serviceRef) => {
    const { service, lot, framework, provider, site, rates, qaChecks } = rows();
    if (service?.ref !== serviceRef)
      return { framework: undefined, lot: undefined, provider: undefined, service: undefined, site: undefined, qaChecks: [], rates: [] };
    const ownLot = lot?.key === service.lotKey ? lot : undefined;
    return {
      service,
      lot: ownLot,
      framework: framework?.ref === ownLot?.frameworkRef ? framework : undefined,
      provider: provider?.ref === service.providerRef ? provider : undefined,
      site: site?.ref === service.siteRef ? site : undefined,
      rates: rates.filter((rate) => rate.serviceRef === service.ref),
      qaChecks: qaChecks.filter((check) => check.providerRef === service.providerRef),
    };
  },
});
