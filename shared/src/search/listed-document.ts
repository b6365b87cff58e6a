import { earliestStart } from '../domain/call-off/earliest-start.ts';
import type { LocalDate } from '../domain/days/local-date.ts';
import { priceIncVat } from '../domain/money/price-inc-vat.ts';
import { vatTreatmentOf } from '../domain/money/vat-treatment.ts';
import type { QaStanding } from '../domain/quality/qa-check.ts';
import { providerName } from '../domain/register/provider.ts';
import type { Listing } from '../domain/register/service-may-be-ordered.ts';
import type { ServiceDocument } from './document.ts';

/** What the directory keeps of a service at a price. `qa` is how the checks of its provider stand, `outcode` is that of its site. */
export const listedDocument = (
  { service, provider, lot, rate }: Pick<Listing, 'service' | 'provider' | 'lot' | 'rate'>,
  outcode: string | undefined,
  qa: Pick<QaStanding, 'validUntil' | 'checkedOn'>,
  today: LocalDate,
): ServiceDocument => {
  const vatTreatment = vatTreatmentOf(provider, service);
  return {
    serviceRef: service.ref,
    providerRef: provider.ref,
    providerName: providerName(provider),
    name: service.name,
    summary: service.summary,
    lotKey: lot.key,
    lotName: lot.name,
    frameworkRef: lot.frameworkRef,
    kind: service.kind,
    deliveryMode: service.deliveryMode,
    keyStages: service.keyStages,
    needs: service.needs,
    ageFrom: service.ageFrom,
    ageTo: service.ageTo,
    outcode,
    travelRadiusMiles: service.travelRadiusMiles,
    hoursPerWeekMax: service.hoursPerWeekMax,
    price: rate.price,
    unit: rate.unit,
    priceIncVat: priceIncVat(rate.price, vatTreatment),
    vatTreatment,
    earliestStart: earliestStart(service, today),
    placesFree: service.placesFree,
    placesAsAt: service.placesAsAt,
    qaValidUntil: qa.validUntil,
    qaCheckedOn: qa.checkedOn,
  };
};
