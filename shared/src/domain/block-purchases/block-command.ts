import type { GivenCommand } from '../call-off/decider.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { Pence } from '../money/money.ts';
import type { RateUnit } from '../money/rate-card.ts';
import type { Membership } from '../people/membership.ts';
import type { BlockKind, BlockOrder, BlockPlan, BlockTerms } from './block-purchase.ts';
import type { BlockRole } from './block-role.ts';

type Given<Kind extends string, Told = unknown> = GivenCommand & { readonly kind: Kind } & Told;
/** For which buyer the command acts, about the pledge as it was seen. */
interface OfPledge {
  readonly buyerRef: string;
  readonly round: number;
}
interface Reasoned {
  readonly reason: string;
}
interface OfTransfer {
  readonly transfer: number;
}

export type DraftBlock = Given<
  'draft-block',
  { readonly ref: string; readonly purchase: BlockKind; readonly leadBuyerRef: string; readonly plan: BlockPlan }
>;

export type BlockCommand =
  | Given<'amend-block', { readonly plan: BlockPlan }>
  | Given<'open-block'>
  | Given<'pledge', { readonly buyerRef: string; readonly units: number; readonly cap: Pence }>
  | Given<'approve-pledge', OfPledge>
  | Given<'refuse-pledge', OfPledge & Reasoned>
  | Given<'withdraw-pledge', { readonly buyerRef: string }>
  | Given<'remind-of-pledge', { readonly buyerRef: string }>
  | Given<'cancel-block', Reasoned>
  | Given<'close-block'>
  | Given<'offer-block', { readonly respondBy: string }>
  | Given<'accept-offer'>
  | Given<'decline-offer', Reasoned>
  | Given<'lapse-offer'>
  | Given<'stop-offer', Reasoned>
  | Given<'note-orders', { readonly orders: readonly BlockOrder[] }>
  | Given<'draw', { readonly buyerRef: string; readonly callOffRef: string; readonly over: string }>
  | Given<'return-draw', { readonly callOffRef: string; readonly units: number }>
  | Given<'offer-transfer', { readonly giver: string; readonly taker: string; readonly units: number }>
  | Given<'accept-transfer', OfTransfer>
  | Given<'refuse-transfer', OfTransfer>
  | Given<'withdraw-transfer', OfTransfer>
  | Given<'expire-block'>
  | Given<'settle-block'>;

export type BlockCommandKind = BlockCommand['kind'] | DraftBlock['kind'];

/** The service as the register has it when the command is given. */
export interface RegisteredTerms extends BlockTerms {
  /** Whether it may be ordered: framework and lot live, provider active and not held, checks current. */
  readonly orderable: boolean;
  /** The days on which its rate holds. */
  readonly priceFrom: LocalDate;
  readonly priceTo: LocalDate;
  readonly lotExpiresOn: LocalDate;
}

/** The call-off that draws units down, as its own record has it after the write for which it draws. */
export interface DrawingCallOff {
  readonly ref: string;
  readonly buyerRef: string;
  readonly serviceRef: string;
  readonly unit: RateUnit;
  readonly units: number;
  readonly startDate: LocalDate;
  readonly endDate: LocalDate;
}

/** What the edge reads for a command. Whoever acts for a buyer is looked up among `members` again, whatever `roles` say. */
export interface BlockFacts {
  readonly roles: readonly BlockRole[];
  /** Members of the buyer for which the command acts: the taker's for an offered transfer too. */
  readonly members: readonly Membership[];
  /** The buyer for which the command acts. */
  readonly buyer?: { readonly ref: string; readonly name: string; readonly mayBuy: boolean } | undefined;
  readonly terms?: RegisteredTerms | undefined;
  readonly callOff?: DrawingCallOff | undefined;
  /** Which of the call-offs that drew units still run, or wait to be reconciled. */
  readonly liveCallOffs?: readonly string[] | undefined;
}
