import type { MovingRecord } from '../call-off/decider.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { Pence } from '../money/money.ts';
import type { RateUnit } from '../money/rate-card.ts';
import type { VolumeBand } from '../money/volume-bands.ts';
import type { Person } from '../people/person.ts';
import type { BlockWork } from './block-effect.ts';
import type { BlockShare } from './shares.ts';

export const blockStatuses = [
  'draft',
  'gathering',
  'closed',
  'lapsed',
  'cancelled',
  'offered',
  'declined',
  'confirmed',
  'drawing',
  'exhausted',
  'expired',
  'settled',
] as const;
export type BlockStatus = (typeof blockStatuses)[number];

/** `individual`: one buyer alone, by the same rules. */
export const blockKinds = ['individual', 'joint'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** What becomes of units that nobody used by the last day: they are paid, or they lapse and are not. Stated before anybody pledges. */
export const unusedRules = ['pay', 'lapse'] as const;
export type UnusedRule = (typeof unusedRules)[number];

/** What is bought, at which prices: taken from the register, never typed. */
export interface BlockTerms {
  readonly serviceRef: string;
  /** Of whose value it takes (R34). */
  readonly frameworkRef: string;
  readonly lotKey: string;
  readonly providerRef: string;
  readonly rateRef: string;
  /** Proves later that the purchase was priced from this very rate. */
  readonly rateHash: string;
  readonly unit: RateUnit;
  /** Every band, the ordinary price first (row 51). */
  readonly bands: readonly VolumeBand[];
  /** By the provider's own statement (R38). */
  readonly vatBasisPoints: number;
}

/** What the lead buyer decides. */
export interface BlockPlan {
  /** Below this the purchase lapses at closing. */
  readonly minimumUnits: number;
  /** An ISO instant. Whatever is not approved then does not count, however late the clock is noticed. */
  readonly closesAt: string;
  /** The first and the last day of whatever call-off draws units down. */
  readonly usableFrom: LocalDate;
  readonly usableTo: LocalDate;
  readonly unused: UnusedRule;
}

/** All that buyers know before they pledge. It does not change once the purchase has opened. */
export interface BlockStatement extends BlockTerms, BlockPlan {}

export const pledgeStates = ['waiting', 'approved', 'refused', 'withdrawn'] as const;
export type PledgeState = (typeof pledgeStates)[number];

/** What one buyer would take: so many units, at no more than `cap` each, ex VAT. The cap is seen by its own buyer only. */
export interface Pledge {
  readonly buyerRef: string;
  readonly buyerName: string;
  readonly units: number;
  readonly cap: Pence;
  /** +1 each time it is pledged anew: cards of an earlier round are stale. */
  readonly round: number;
  readonly state: PledgeState;
  readonly pledgedBy: Person;
  /** The day on which its approvers were asked; those of older records are not known. */
  readonly askedOn?: LocalDate | undefined;
  /** Whether they were reminded in this round. */
  readonly reminded?: true | undefined;
  /** The approver who approved or refused it in this round. */
  readonly decidedBy?: Person | undefined;
}

/** Units that a call-off has taken. One line a call-off: what is given back leaves it. */
export interface Draw {
  readonly callOffRef: string;
  readonly buyerRef: string;
  /** In whole quarters of a unit. */
  readonly units: number;
  /** The states of the call-off over which this was decided (`writes-to-come.ts`): while the call-off is in one, its own write may still come. */
  readonly over: string;
}

/** Units on their way from one member to another, until an approver of the taker accepts the debt. Meanwhile nobody draws them. */
export interface Transfer {
  readonly number: number;
  readonly giver: string;
  readonly taker: string;
  readonly units: number;
  readonly offeredBy: Person;
}

/** The order of one buyer for its own share. */
export interface BlockOrder {
  readonly buyerRef: string;
  readonly orderRef: string;
}

/** One block purchase: pledges, price, transfers and draw-downs together, because one conditional write must decide about all of them. */
export interface BlockPurchase extends MovingRecord<BlockWork> {
  readonly status: BlockStatus;
  readonly kind: BlockKind;
  readonly leadBuyerRef: string;
  readonly statement: BlockStatement;
  /** One for each buyer. */
  readonly pledges: readonly Pledge[];
  /** The one price of all units, set once at closing. */
  readonly unitPrice?: Pence | undefined;
  /** What each member bought, in the order of pledges; empty before closing. Only transfers change it. */
  readonly shares: readonly BlockShare[];
  /** Until when the provider may answer: an ISO instant. */
  readonly respondBy?: string | undefined;
  readonly orders: readonly BlockOrder[];
  readonly draws: readonly Draw[];
  /** Those that wait for the taker's approver. */
  readonly transfers: readonly Transfer[];
  readonly transfersMade: number;
  /** What each member owes in the end: all its units, or only those used where the rest lapsed. */
  readonly settlement?: readonly BlockShare[] | undefined;
}

export const pledgeOf = ({ pledges }: Pick<BlockPurchase, 'pledges'>, buyerRef: string): Pledge | undefined =>
  pledges.find((pledge) => pledge.buyerRef === buyerRef);

export const drawOf = ({ draws }: Pick<BlockPurchase, 'draws'>, callOffRef: string): Draw | undefined =>
  draws.find((each) => each.callOffRef === callOffRef);

/** Whether a pledge waits or stands: what was refused or withdrawn takes no room and cannot be left. */
export const isOpen = ({ state }: Pick<Pledge, 'state'>): boolean => state === 'waiting' || state === 'approved';

/** Only these count. */
export const approvedPledges = ({ pledges }: Pick<BlockPurchase, 'pledges'>): readonly Pledge[] =>
  pledges.filter(({ state }) => state === 'approved');

/** What became of a pledge at closing: `dropped` by its cap, `not-approved` in time, `lapsed` with the purchase. */
export type PledgeOutcome = 'bought' | 'dropped' | 'not-approved' | 'lapsed';

/** `undefined` while pledges are gathered, and for one that was refused or withdrawn. */
export const outcomeOf = (block: Pick<BlockPurchase, 'status' | 'shares'>, pledge: Pledge): PledgeOutcome | undefined => {
  if (['draft', 'gathering', 'cancelled'].includes(block.status)) return undefined;
  if (pledge.state === 'waiting') return 'not-approved';
  if (pledge.state !== 'approved') return undefined;
  if (block.shares.some(({ buyerRef }) => buyerRef === pledge.buyerRef)) return 'bought';
  return block.status === 'lapsed' ? 'lapsed' : 'dropped';
};
