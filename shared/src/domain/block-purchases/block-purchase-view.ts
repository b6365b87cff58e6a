import { type Pence, pence } from '../money/money.ts';
import { type Balance, balanceOf } from './balance.ts';
import {
  approvedPledges,
  type BlockKind,
  type BlockPurchase,
  type BlockStatement,
  type BlockStatus,
  type Draw,
  outcomeOf,
  type Pledge,
  type PledgeOutcome,
  type PledgeState,
  pledgeOf,
  type Transfer,
} from './block-purchase.ts';
import { maximumCostOf } from './pledging.ts';
import { bandOf, type NextBand, nextBand, unitsOf } from './pricing.ts';
import { type BlockShare, type MaximumCost, type ShareTotals, sharesAfter, totalsOf } from './shares.ts';

/** For whom a block purchase is shown: a buyer by its own people, the provider by its link, or a commissioner. */
export type BlockViewer =
  | { readonly kind: 'buyer'; readonly buyerRef: string }
  | { readonly kind: 'provider' }
  | { readonly kind: 'commissioner' };

/** What a buyer sees of its own pledge, the cap among it. */
export interface OwnPledge {
  readonly units: number;
  readonly cap: Pence;
  readonly round: number;
  readonly state: PledgeState;
  readonly pledgedBy: string;
  readonly decidedBy?: string;
  readonly maximumCost: MaximumCost;
  readonly outcome?: PledgeOutcome;
}

/** A transfer without whoever offered it. `wouldOwe`: for its taker, what that buyer owes once it is accepted. */
export interface ShownTransfer extends Omit<Transfer, 'offeredBy'> {
  readonly wouldOwe?: { readonly net: Pence; readonly gross: Pence };
}

/** A buyer's own part of a purchase. */
export interface OwnPart {
  readonly pledge?: OwnPledge;
  readonly balance?: Balance;
  readonly draws: readonly Omit<Draw, 'over'>[];
  /** To it and from it. */
  readonly transfers: readonly ShownTransfer[];
  readonly orderRef?: string;
  readonly owes?: BlockShare;
}

/** What all approved pledges come to while they are gathered. The price is that of the band which they reach; whoever may drop out is not reckoned with. */
export interface Gathered {
  readonly approvedUnits: number;
  readonly waitingUnits: number;
  readonly unitPrice: Pence;
  readonly next?: NextBand;
}

export interface BlockPurchaseView {
  readonly ref: string;
  readonly version: number;
  readonly kind: BlockKind;
  readonly status: BlockStatus;
  readonly leadBuyerRef: string;
  readonly statement: BlockStatement;
  readonly respondBy?: string;
  readonly gathered?: Gathered;
  /** What all approved pledges came to at closing, before anybody dropped out, and the price of the band that they reached: as everybody saw it till then. */
  readonly atClosing?: Pick<Gathered, 'approvedUnits' | 'unitPrice'>;
  readonly unitPrice?: Pence;
  readonly bought?: ShareTotals;
  /** Who buys how much: after closing, for members, the provider and commissioners. */
  readonly shares?: readonly BlockShare[];
  /** How the units of each member stand, for the provider and commissioners. */
  readonly balances?: readonly Balance[];
  /** What each owes in the end, for the provider and commissioners. */
  readonly settlement?: readonly BlockShare[];
  /** For a buyer. */
  readonly own?: OwnPart;
}

const gatheredOf = ({ status, pledges, statement }: BlockPurchase): Gathered | undefined => {
  if (status !== 'gathering' && status !== 'lapsed') return undefined;
  const approvedUnits = unitsOf(approvedPledges({ pledges }));
  const next = nextBand(statement.bands, approvedUnits);
  return {
    approvedUnits,
    waitingUnits: unitsOf(pledges.filter(({ state }) => state === 'waiting')),
    unitPrice: bandOf(statement.bands, approvedUnits).unitPrice,
    ...(next && { next }),
  };
};

const atClosingOf = ({ unitPrice, pledges, statement }: BlockPurchase): BlockPurchaseView['atClosing'] => {
  if (unitPrice === undefined) return undefined;
  const approvedUnits = unitsOf(approvedPledges({ pledges }));
  return { approvedUnits, unitPrice: bandOf(statement.bands, approvedUnits).unitPrice };
};

const ownPledge = (block: BlockPurchase, pledge: Pledge): OwnPledge => {
  const { units, cap, round, state, pledgedBy, decidedBy } = pledge;
  const outcome = outcomeOf(block, pledge);
  return {
    units,
    cap,
    round,
    state,
    pledgedBy: pledgedBy.name,
    ...(decidedBy && { decidedBy: decidedBy.name }),
    maximumCost: maximumCostOf(block, pledge),
    ...(outcome && { outcome }),
  };
};

const shownTransfer = (block: BlockPurchase, transfer: Transfer, buyerRef: string): ShownTransfer => {
  const { number, giver, taker, units } = transfer;
  const after = taker === buyerRef ? sharesAfter(block, transfer) : undefined;
  return { number, giver, taker, units, ...(after && { wouldOwe: { net: after[1].net, gross: after[1].gross } }) };
};

const ownPart = (block: BlockPurchase, buyerRef: string): OwnPart => {
  const pledge = pledgeOf(block, buyerRef);
  const isMember = block.shares.some((share) => share.buyerRef === buyerRef);
  const orderRef = block.orders.find((order) => order.buyerRef === buyerRef)?.orderRef;
  const owes = (block.settlement ?? block.shares).find((share) => share.buyerRef === buyerRef);
  return {
    ...(pledge && { pledge: ownPledge(block, pledge) }),
    ...(isMember && { balance: balanceOf(block, buyerRef) }),
    draws: block.draws.filter((draw) => draw.buyerRef === buyerRef).map(({ callOffRef, units }) => ({ callOffRef, buyerRef, units })),
    transfers: block.transfers
      .filter(({ giver, taker }) => giver === buyerRef || taker === buyerRef)
      .map((transfer) => shownTransfer(block, transfer, buyerRef)),
    ...(orderRef !== undefined && { orderRef }),
    ...(owes && { owes }),
  };
};

/** Whether there is anything for this viewer: a draft is its lead's, an individual purchase its buyer's, and a provider sees what it was offered. */
const isShownTo = ({ status, kind, leadBuyerRef, respondBy }: BlockPurchase, viewer: BlockViewer): boolean => {
  if (viewer.kind === 'commissioner') return true;
  if (viewer.kind === 'provider') return respondBy !== undefined;
  return viewer.buyerRef === leadBuyerRef || (kind === 'joint' && status !== 'draft');
};

/**
 * A block purchase as it is shown; `undefined` when it is not. A cap is seen by its own buyer only: not by the lead, the provider or a commissioner. While
 * pledges are gathered everybody sees the units of all as two totals, and neither who pledged nor how much; after closing members, who may transfer units to
 * each other, see who bought how much. Whoever dropped out is told so alone. The history names buyers, so it is shown to nobody here.
 */
export const blockPurchaseFor = (block: BlockPurchase, viewer: BlockViewer): BlockPurchaseView | undefined => {
  if (!isShownTo(block, viewer)) return undefined;
  const { ref, version, kind, status, leadBuyerRef, statement, respondBy, unitPrice, shares, settlement } = block;
  const gathered = gatheredOf(block);
  // The provider was shown no pledges before.
  const atClosing = viewer.kind === 'provider' ? undefined : atClosingOf(block);
  const isMember = viewer.kind === 'buyer' && shares.some(({ buyerRef }) => buyerRef === viewer.buyerRef);
  return {
    ref,
    version,
    kind,
    status,
    leadBuyerRef,
    statement,
    ...(respondBy !== undefined && { respondBy }),
    ...(gathered && { gathered }),
    ...(atClosing && { atClosing }),
    ...(unitPrice !== undefined && { unitPrice, bought: totalsOf(shares) }),
    ...(unitPrice !== undefined && (viewer.kind !== 'buyer' || isMember) && { shares }),
    ...(unitPrice !== undefined && viewer.kind !== 'buyer' && { balances: shares.map(({ buyerRef }) => balanceOf(block, buyerRef)) }),
    ...(settlement && viewer.kind !== 'buyer' && { settlement }),
    ...(viewer.kind === 'buyer' && { own: ownPart(block, viewer.buyerRef) }),
  };
};

/** What the form shows while somebody types: the price if these units were approved in place of the buyer's own, and how far the next lower one is. */
export interface LivePrice {
  readonly units: number;
  readonly unitPrice: Pence;
  readonly next?: NextBand;
}

/** What the live price rests on. */
interface PricedSoFar {
  readonly statement: Pick<BlockStatement, 'bands'>;
  readonly gathered?: Pick<Gathered, 'approvedUnits'> | undefined;
  readonly own?: { readonly pledge?: Pick<OwnPledge, 'state' | 'units'> | undefined } | undefined;
}

/** The live price of a pledge of so many units; nought while nothing sensible is typed. */
export const livePrice = ({ statement, gathered, own }: PricedSoFar, typedUnits: number): LivePrice => {
  const counted = own?.pledge?.state === 'approved' ? own.pledge.units : 0;
  const typed = Number.isInteger(typedUnits) && typedUnits > 0 ? typedUnits : 0;
  const units = (gathered?.approvedUnits ?? 0) - counted + typed;
  const next = nextBand(statement.bands, units);
  return { units, unitPrice: pence(bandOf(statement.bands, units).unitPrice), ...(next && { next }) };
};
