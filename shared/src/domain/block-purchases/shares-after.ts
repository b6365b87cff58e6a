import type { BlockPurchase, Transfer } from './block-purchase.ts';
import { afterTransfer, type Share } from './shares.ts';

/** The shares of giver and taker as they would be after a transfer; `undefined` where one of them is no member. */
export const sharesAfter = (
  { shares, unitPrice }: Pick<BlockPurchase, 'shares' | 'unitPrice'>,
  { giver, taker, units }: Pick<Transfer, 'giver' | 'taker' | 'units'>,
): readonly [Share, Share] | undefined => {
  const shareOf = (buyerRef: string) => shares.find((share) => share.buyerRef === buyerRef);
  const [gives, takes] = [shareOf(giver), shareOf(taker)];
  return gives && takes && unitPrice !== undefined ? afterTransfer(gives, takes, units, unitPrice) : undefined;
};
