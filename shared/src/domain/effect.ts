import type { AuditAction } from './audit-event.ts';
import type { OrderNews } from './orders/order-news.ts';
import type { PersonKey } from './people/person.ts';
import type { OrderHoldWork } from './quality/quality-effect.ts';

export const requesterNews = [
  'submitted',
  'approved-step',
  'ordered',
  'rejected',
  'returned',
  'withdrawn',
  'accepted',
  'declined',
  'other-offer',
  'unfilled',
  'offered-next',
  'none-left',
  'order-not-sent',
  'provider-paused',
  'escalated',
] as const;
export type RequesterNews = (typeof requesterNews)[number];

/** What a decision asks the world to do. Ids and enums only: no personal data waits in an outbox or a queue. */
export type EffectWork =
  | { readonly kind: 'send-approval-card'; readonly to: PersonKey; readonly step: number; readonly round: number }
  | { readonly kind: 'send-approval-mail'; readonly to: PersonKey; readonly step: number; readonly round: number }
  | {
      readonly kind: 'remind-approver';
      readonly to: PersonKey;
      readonly step: number;
      readonly round: number;
      /** The change of the order that waits; absent where it is the request. */
      readonly change?: number | undefined;
    }
  | { readonly kind: 'refresh-approval-cards' }
  | { readonly kind: 'tell-requester'; readonly news: RequesterNews }
  | { readonly kind: 'mail-order-to-provider' }
  | { readonly kind: 'tell-virtual-school' }
  | { readonly kind: 'tell-of-waiting' }
  | { readonly kind: 'remind-provider-of-order' }
  | { readonly kind: 'settle-ledgers' }
  | { readonly kind: 'tell-provider-of-order'; readonly news: OrderNews }
  | { readonly kind: 'tell-requester-of-order'; readonly news: OrderNews }
  | { readonly kind: 'ask-approver-of-change'; readonly to: PersonKey; readonly change: number; readonly step: number }
  /** R3: the attendance contact and the safeguarding lead of the school are told, and whoever requested the placement. */
  | { readonly kind: 'tell-setting-change'; readonly change: number }
  | OrderHoldWork
  | { readonly kind: 'record-audit'; readonly action: AuditAction; readonly actor: PersonKey };

/** What numbering adds to the work of an effect: ids hold only letters, digits and `-`, fit for a row key. */
export interface Numbering {
  readonly id: string;
  readonly version: number;
  readonly madeAt: string;
}

/** One pending effect. The id is made from subject, version and place, so that the same decision always makes the same ids. */
export type Effect = EffectWork & Numbering;

/** Numbers the effects of one decision. */
export const numberEffects = <Work extends object>(
  subject: string,
  version: number,
  madeAt: string,
  works: readonly Work[],
): readonly (Work & Numbering)[] => works.map((work, index) => ({ ...work, id: `${subject}-v${version}-${index}`, version, madeAt }));

/** Keeps each effect whose receipt has not been read: nothing leaves the outbox unconfirmed. */
export const withoutReceipted = <E extends Numbering>(outbox: readonly E[], receipted: ReadonlySet<string>): readonly E[] =>
  outbox.filter((effect) => !receipted.has(effect.id));
