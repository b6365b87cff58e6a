import { serviceSummary } from '@ap/shared/contract/directory';
import { providerShown, qaLine, type ServiceReply } from '@ap/shared/contract/service';
import type { LocalDate } from '@ap/shared/domain/days/local-date';
import { liveRate } from '@ap/shared/domain/money/rate-card';
import { qaStanding } from '@ap/shared/domain/quality/qa-check';
import type { ProviderSite } from '@ap/shared/domain/register/provider';
import { type ListingFacts, listingOf } from '@ap/shared/domain/register/service-may-be-ordered';
import { listedDocument } from '@ap/shared/search/listed-document';
import { shownBy } from '../http/shown-by.ts';
import { withoutAbsent } from '../http/without-absent.ts';

/** What a service is for anybody: all but the basis on which its price leads for a caller. */
export type ServiceView = Omit<ServiceReply, 'vat'>;

/** One service as a school sees it, listed or not; `undefined` where a part of it is missing, so that there is nothing to show. */
export const serviceView = (
  facts: ListingFacts & { readonly site: ProviderSite | undefined },
  today: LocalDate,
  distance: string | undefined,
): ServiceView | undefined => {
  const { service, provider, lot, framework, site } = facts;
  if (!service || !provider || !lot || !framework) return undefined;
  const checks = facts.qaChecks.filter((check) => check.providerRef === provider.ref);
  const listing = listingOf(facts, today);
  const rate = liveRate(facts.rates, service.ref, today) ?? facts.rates.find((candidate) => candidate.serviceRef === service.ref);
  if (!rate) return undefined;
  return {
    ...shownBy(serviceSummary, {
      ...listedDocument({ service, provider, lot, rate }, site?.outcode, qaStanding(checks, today), today),
      distance,
      why: [],
    }),
    listed: listing.ok,
    type: service.type,
    frameworkName: framework.name,
    permittedBases: framework.permittedBases,
    provider: shownBy(providerShown, provider),
    checks: [...checks]
      .sort((a, b) => Number(b.mandatory) - Number(a.mandatory) || a.standard.localeCompare(b.standard))
      .map((check) => shownBy(qaLine, check)),
    ...withoutAbsent({
      volumeBands: rate.volumeBands,
      whyNot: listing.ok ? undefined : listing.detail,
      placesTotal: service.placesTotal,
      maxGroup: service.maxGroup,
      travelRadiusMiles: service.travelRadiusMiles,
      transport: service.transport,
    }),
  };
};
