import type { AuditAction } from './audit-event.ts';
import type { PersonKey } from './person.ts';

export const requesterNews = [
  'submitted',
  'approved-step',
  'ordered',
  'rejected',
  'returned',
  'withdrawn',
  'accepted',
  'declined',
  'order-not-sent',
] as const;
export type RequesterNews = (typeof requesterNews)[number];

/** What a decision asks the world to do. Ids and enums only: no personal data waits in an outbox or a queue. */
export type EffectWork =
  | { readonly kind: 'send-approval-card'; readonly to: PersonKey; readonly step: number; readonly round: number }
  | { readonly kind: 'send-approval-mail'; readonly to: PersonKey; readonly step: number; readonly round: number }
  | { readonly kind: 'refresh-approval-cards' }
  | { readonly kind: 'tell-requester'; readonly news: RequesterNews }
  | { readonly kind: 'mail-order-to-provider' }
  | { readonly kind: 'record-audit'; readonly action: AuditAction; readonly actor: PersonKey };

/** One pending effect. The id is made from subject, version and place, so that the same decision always makes the same ids. */
export type Effect = EffectWork & { readonly id: string; readonly version: number; readonly madeAt: string };

/** Numbers the effects of one decision. Ids hold only letters, digits and `-`, fit for a row key. */
export const numberEffects = (subject: string, version: number, madeAt: string, works: readonly EffectWork[]): readonly Effect[] =>
  works.map((work, index) => ({ ...work, id: `${subject}-v${version}-${index}`, version, madeAt }));

/** Keeps each effect whose receipt has not been read: nothing leaves the outbox unconfirmed. */
export const withoutReceipted = (outbox: readonly Effect[], receipted: ReadonlySet<string>): readonly Effect[] =>
  outbox.filter((effect) => !receipted.has(effect.id));
