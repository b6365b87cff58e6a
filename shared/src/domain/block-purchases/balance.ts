import type { BlockPurchase } from './block-purchase.ts';
import { unitsOf } from './pricing.ts';

/** How one member's units stand (row 54). Always: bought = used + promised + free. */
export interface Balance {
  readonly buyerRef: string;
  readonly bought: number;
  /** Taken by call-offs. */
  readonly used: number;
  /** Offered to another member who has not answered. */
  readonly promised: number;
  /** What it may still draw or offer. */
  readonly free: number;
}

/** The balance of a member; all nought for a buyer that is none. */
export const balanceOf = (
  { shares, draws, transfers }: Pick<BlockPurchase, 'shares' | 'draws' | 'transfers'>,
  buyerRef: string,
): Balance => {
  const bought = unitsOf(shares.filter((share) => share.buyerRef === buyerRef));
  const used = unitsOf(draws.filter((draw) => draw.buyerRef === buyerRef));
  const promised = unitsOf(transfers.filter(({ giver }) => giver === buyerRef));
  return { buyerRef, bought, used, promised, free: bought - used - promised };
};
