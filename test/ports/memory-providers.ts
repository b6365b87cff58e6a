import { profileValue } from '@ap/shared/domain/provider-changes/provider-change';
import type { ProviderSite } from '@ap/shared/domain/register/provider';
import type { ListingFacts } from '@ap/shared/domain/register/service-may-be-ordered';
import { nothingKnown, type ProviderRegister } from '../../functions/src/ports/providers.ts';

/** What the lists say about one service, asked for at each use. */
export type ProviderRows = () => ListingFacts & { readonly site?: ProviderSite | undefined };

/** The register of providers in memory: one service, and whatever it refers to of what is told. What is written goes to `write`. */
export const memoryProviders = (rows: ProviderRows, write: (next: Partial<ListingFacts>) => void = () => undefined): ProviderRegister => ({
  sendingFacts: async (serviceRef, rateRef) => {
    const { service, provider, standing, rates, qaChecks } = rows();
    if (service?.ref !== serviceRef) return { provider: undefined, standing: undefined, qaChecks: [], rates: [] };
    return {
      provider: provider?.ref === service.providerRef ? provider : undefined,
      standing: standing?.ref === service.providerRef ? standing : undefined,
      qaChecks: qaChecks.filter((check) => check.providerRef === service.providerRef),
      rates: rates.filter((rate) => rate.serviceRef === serviceRef && rate.ref === rateRef),
    };
  },
  all: async () => {
    const { provider } = rows();
    return provider ? [provider] : [];
  },
  framework: async (ref) => [rows().framework].find((framework) => framework?.ref === ref),
  provider: async (providerRef) => {
    const { provider, service } = rows();
    return {
      provider: provider?.ref === providerRef ? provider : undefined,
      services: service?.providerRef === providerRef ? [service] : [],
    };
  },
  writeProfile: async (providerRef, edits) => {
    const { provider } = rows();
    if (provider?.ref !== providerRef) return false;
    if (edits.some(({ field, before, after }) => ![before, after].includes(profileValue(provider, field)))) return false;
    write({ provider: { ...provider, ...Object.fromEntries(edits.map(({ field, after }) => [field, after === '' ? undefined : after])) } });
    return true;
  },
  writeStatus: async (providerRef, status, statusReason) => {
    const { provider } = rows();
    if (provider?.ref !== providerRef) return false;
    write({ provider: { ...provider, status, statusReason } });
    return true;
  },
  writeVat: async ({ serviceRef, before, after, statedBy, statedOn, evidence }) => {
    const { service } = rows();
    if (service?.ref !== serviceRef || ![before, after].includes(service.vatTreatment)) return false;
    write({ service: { ...service, vatTreatment: after, vatStatedBy: statedBy, vatStatedOn: statedOn, vatEvidence: evidence } });
    return true;
  },
  writePlaces: async ({ serviceRef, after, asAt }) => {
    const { service } = rows();
    if (service?.ref !== serviceRef) return false;
    if (service.placesAsAt === undefined || service.placesAsAt <= asAt)
      write({ service: { ...service, placesFree: after, placesAsAt: asAt } });
    return true;
  },
  facts: async (serviceRef) => {
    const { service, lot, framework, provider, standing, teamPhone, site, rates, qaChecks } = rows();
    if (service?.ref !== serviceRef) return nothingKnown;
    const ownLot = lot?.key === service.lotKey ? lot : undefined;
    return {
      service,
      lot: ownLot,
      framework: framework?.ref === ownLot?.frameworkRef ? framework : undefined,
      provider: provider?.ref === service.providerRef ? provider : undefined,
      standing: standing?.ref === service.providerRef ? standing : undefined,
      teamPhone,
      site: site?.ref === service.siteRef ? site : undefined,
      rates: rates.filter((rate) => rate.serviceRef === service.ref),
      qaChecks: qaChecks.filter((check) => check.providerRef === service.providerRef),
    };
  },
});
