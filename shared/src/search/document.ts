import type { LocalDate } from '../domain/days/local-date.ts';
import type { Pence } from '../domain/money/money.ts';
import type { RateUnit } from '../domain/money/rate-card.ts';
import type { VatTreatment } from '../domain/money/vat-treatment.ts';
import type { DeliveryMode, KeyStage, Need, ServiceKind } from '../domain/register/service.ts';

/** One listed service as the directory keeps it: what is shown in a row of results, and what can be searched and filtered by. */
export interface ServiceDocument {
  readonly serviceRef: string;
  readonly providerRef: string;
  readonly providerName: string;
  readonly name: string;
  readonly summary: string;
  readonly lotKey: string;
  readonly lotName: string;
  readonly frameworkRef: string;
  readonly kind: ServiceKind;
  readonly deliveryMode: DeliveryMode;
  readonly keyStages: readonly KeyStage[];
  readonly needs: readonly Need[];
  /** Ages served, both included. */
  readonly ageFrom: number;
  readonly ageTo: number;
  readonly outcode?: string | undefined;
  /** How far the provider travels to the pupil, for services on site, at home and in the community. */
  readonly travelRadiusMiles?: number | undefined;
  /** The most hours a week for which the service is offered. */
  readonly hoursPerWeekMax?: number | undefined;
  /** Per `unit`, ex VAT (R38, R39). */
  readonly price: Pence;
  readonly unit: RateUnit;
  readonly priceIncVat: Pence;
  readonly vatTreatment: VatTreatment;
  /** The first day on which a pupil could start, where the facts name one: not before the day of the index. */
  readonly earliestStart?: LocalDate | undefined;
  readonly placesFree?: number | undefined;
  readonly placesAsAt?: LocalDate | undefined;
  readonly qaValidUntil?: LocalDate | undefined;
  readonly qaCheckedOn?: LocalDate | undefined;
}
