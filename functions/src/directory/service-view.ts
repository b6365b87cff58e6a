import type { ServiceReply } from '@ap/shared/contract/service';
import { earliestStart } from '@ap/shared/domain/call-off/earliest-start';
import type { LocalDate } from '@ap/shared/domain/days/local-date';
import { priceIncVat } from '@ap/shared/domain/money/price-inc-vat';
import { liveRate } from '@ap/shared/domain/money/rate-card';
import { vatTreatmentOf } from '@ap/shared/domain/money/vat-treatment';
import { qaStanding } from '@ap/shared/domain/quality/qa-check';
import { type ProviderSite, providerName } from '@ap/shared/domain/register/provider';
import { type ListingFacts, listingOf } from '@ap/shared/domain/register/service-may-be-ordered';

const present = <T extends Record<string, unknown>>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

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
  const standing = qaStanding(checks, today);
  const listing = listingOf(facts, today);
  const rate = liveRate(facts.rates, service.ref, today) ?? facts.rates.find((candidate) => candidate.serviceRef === service.ref);
  if (!rate) return undefined;
  const vatTreatment = vatTreatmentOf(provider, service);
  return {
    serviceRef: service.ref,
    name: service.name,
    summary: service.summary,
    providerRef: provider.ref,
    providerName: providerName(provider),
    lotKey: lot.key,
    lotName: lot.name,
    kind: service.kind,
    deliveryMode: service.deliveryMode,
    keyStages: [...service.keyStages],
    needs: [...service.needs],
    ageFrom: service.ageFrom,
    ageTo: service.ageTo,
    price: rate.price,
    unit: rate.unit,
    priceIncVat: priceIncVat(rate.price, vatTreatment),
    vatTreatment,
    why: [],
    listed: listing.ok,
    type: service.type,
    frameworkName: framework.name,
    permittedBases: [...framework.permittedBases],
    provider: {
      legalName: provider.legalName,
      email: provider.email,
      phone: provider.phone,
      summary: provider.summary,
      registeredSchool: provider.registeredSchool,
      ...present({ website: provider.website, urn: provider.urn }),
    },
    checks: [...checks]
      .sort((a, b) => Number(b.mandatory) - Number(a.mandatory) || a.standard.localeCompare(b.standard))
      .map((check) => ({
        standard: check.standard,
        mandatory: check.mandatory,
        outcome: check.outcome,
        ...present({ checkedOn: check.checkedOn, checkedBy: check.checkedBy, expiresOn: check.expiresOn }),
      })),
    ...present({
      volumeBands: rate.volumeBands && [...rate.volumeBands],
      whyNot: listing.ok ? undefined : listing.detail,
      outcode: site?.outcode,
      distance,
      earliestStart: earliestStart(service, today),
      placesFree: service.placesFree,
      placesTotal: service.placesTotal,
      placesAsAt: service.placesAsAt,
      qaCheckedOn: standing.checkedOn,
      qaValidUntil: standing.validUntil,
      maxGroup: service.maxGroup,
      hoursPerWeekMax: service.hoursPerWeekMax,
      travelRadiusMiles: service.travelRadiusMiles,
      transport: service.transport,
    }),
  };
};
