import type { AuditWork } from '../call-off/decider.ts';
import type { PersonKey } from '../people/person.ts';
import type { BlockAction } from './block-action.ts';

/** `buyers`: everyone whose pledge stands or waits, each told what became of its own and nothing of another's. */
export const blockAudiences = ['buyers', 'lead', 'provider', 'commissioners'] as const;
export type BlockAudience = (typeof blockAudiences)[number];

/** What a decision about a block purchase asks the world to do. Ids and enums only: whoever performs it reads the record. */
export type BlockWork =
  | AuditWork<BlockAction>
  /** Tells people what this command did. */
  | { readonly kind: 'tell'; readonly audience: BlockAudience; readonly news: BlockAction }
  | { readonly kind: 'tell-buyer'; readonly buyerRef: string; readonly news: BlockAction }
  /** A card for one approver of the buyer, or a mail where no card arrives, about its pledge as it is in this round. */
  | { readonly kind: 'ask-pledge-approval'; readonly to: PersonKey; readonly buyerRef: string; readonly round: number }
  | { readonly kind: 'ask-transfer-approval'; readonly to: PersonKey; readonly transfer: number }
  | { readonly kind: 'offer-to-provider' }
  /** Makes the order of each buyer for its own share: its own debt. */
  | { readonly kind: 'make-orders' }
  /** Makes what it holds of budgets and of the framework's value what it says by now. */
  | { readonly kind: 'settle-ledgers' };
