import type { LocalDate } from '../days/local-date.ts';
import type { VatStatement } from '../money/vat-treatment.ts';

export const serviceKinds = ['programme', 'activity', 'service'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

export const serviceTypes = [
  'therapeutic',
  'off-site-provision',
  'teaching-assistant',
  'teacher',
  'educational-psychology',
  'mentoring',
  'vocational',
  'outdoor',
  'tuition',
  'online',
] as const;
export type ServiceType = (typeof serviceTypes)[number];

export const deliveryModes = ['on-site', 'off-site', 'online', 'home', 'community'] as const;
export type DeliveryMode = (typeof deliveryModes)[number];

export const keyStages = ['KS1', 'KS2', 'KS3', 'KS4', 'KS5'] as const;
export type KeyStage = (typeof keyStages)[number];

/** Coarse need codes (R40): never a diagnosis, never a narrative. */
export const needs = ['SEMH', 'ASC', 'SLCN', 'MLD', 'SLD', 'SPLD', 'PD', 'HI', 'VI', 'EBSA', 'EXCLUSION-RISK', 'MEDICAL'] as const;
export type Need = (typeof needs)[number];

export const serviceStatuses = ['offered', 'withdrawn'] as const;
export type ServiceStatus = (typeof serviceStatuses)[number];

/** What a provider offers on one lot. Places and VAT are told by the provider, each with its day. */
export interface Service extends VatStatement {
  readonly ref: string;
  readonly providerRef: string;
  readonly lotKey: string;
  readonly siteRef?: string | undefined;
  readonly name: string;
  readonly summary: string;
  readonly kind: ServiceKind;
  readonly type: ServiceType;
  readonly deliveryMode: DeliveryMode;
  readonly keyStages: readonly KeyStage[];
  readonly needs: readonly Need[];
  readonly ageFrom: number;
  readonly ageTo: number;
  readonly maxGroup?: number | undefined;
  readonly hoursPerWeekMax?: number | undefined;
  readonly travelRadiusMiles?: number | undefined;
  readonly transport?: string | undefined;
  readonly earliestStart?: LocalDate | undefined;
  readonly placesTotal?: number | undefined;
  readonly placesFree?: number | undefined;
  readonly placesAsAt?: LocalDate | undefined;
  readonly status: ServiceStatus;
}
