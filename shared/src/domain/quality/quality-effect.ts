import type { PersonKey } from '../people/person.ts';
import type { HoldCause } from './hold-cause.ts';

/** What the audit chain calls each accepted decision about quality. */
export const qualityAuditActions = [
  'check-scheduled',
  'check-evidence-requested',
  'check-evidence-received',
  'check-passed',
  'check-action-required',
  'check-failed',
  'check-due',
  'check-reminded',
  'check-lapsed',
  'waiver-requested',
  'waiver-approved',
  'waiver-refused',
  'waiver-ended',
  'provider-awarded',
  'provider-activated',
  'provider-paused',
  'provider-resumed',
  'provider-removed',
  'hold-placed',
  'hold-lifted',
  'order-put-on-hold',
  'order-continued',
  'order-paused',
  'order-ended',
  'order-unanswered',
  'order-hold-released',
  'order-resumed',
  'concern-reported',
  'concern-joined',
  'concern-taken-in',
  'concern-enquiry-started',
  'concern-orders-paused',
  'concern-lado-referral-recorded',
  'concern-closed',
  'concern-parted',
  'visit-planned',
  'visit-moved',
  'visit-held',
  'visit-cancelled',
  'visit-action-added',
  'visit-action-evidenced',
  'visit-action-done',
  'visit-closed',
  'own-check-recorded',
] as const;
export type QualityAuditAction = (typeof qualityAuditActions)[number];

export const commissionerNews = [
  'check-due',
  'check-lapsed',
  'check-failed',
  'waiver-requested',
  'hold-placed',
  'hold-lifted',
  'order-unanswered',
  'order-answered',
  'concern-reported',
] as const;
export type CommissionerNews = (typeof commissionerNews)[number];

/** The one event of the audit chain that every accepted command makes. */
export interface QualityAuditWork {
  readonly kind: 'record-audit';
  readonly action: QualityAuditAction;
  readonly actor: PersonKey;
}

interface ToldToCommissioners {
  readonly kind: 'tell-commissioners';
  readonly news: CommissionerNews;
}

/** What a decision about quality asks the world to do. Ids and enums only: no personal data and no allegation waits in an outbox or a queue. */
export type QualityEffectWork =
  | { readonly kind: 'ask-provider-for-evidence' }
  | { readonly kind: 'remind-provider' }
  /** `actionRef`: which of a visit's actions; a check has one. */
  | { readonly kind: 'tell-provider-what-to-do'; readonly actionRef?: string }
  | ToldToCommissioners
  /** The provider's own record decides: this only gives it the command. `about` is the check or the concern. */
  | { readonly kind: 'place-hold'; readonly providerRef: string; readonly cause: HoldCause; readonly about: string }
  | { readonly kind: 'refresh-directory'; readonly providerRef: string }
  | { readonly kind: 'refresh-approvals'; readonly providerRef: string }
  | { readonly kind: 'hold-live-orders'; readonly providerRef: string; readonly holdRef: string }
  | { readonly kind: 'release-live-orders'; readonly providerRef: string }
  | { readonly kind: 'tell-buyers-of-removal'; readonly providerRef: string }
  | { readonly kind: 'take-in-concern'; readonly leadRef: string }
  | { readonly kind: 'close-joined-concern'; readonly concernRef: string }
  | QualityAuditWork;

/** What a decision about a live order on hold asks for: its effects lie in the item of the call-off. */
export type OrderHoldWork =
  | { readonly kind: 'ask-buyer-about-order'; readonly holdRef: string }
  | { readonly kind: 'refresh-hold-cards' }
  | { readonly kind: 'tell-buyer-hold-ended' }
  | { readonly kind: 'tell-head' }
  | { readonly kind: 'tell-provider-of-answer'; readonly answer: 'paused' | 'ended' | 'resumed' }
  | ToldToCommissioners;
