import type { Caller } from '../http/caller.ts';
import type { BuyerRegister } from '../ports/buyers.ts';

/** The caller's own area: the outcode of the first buyer they act for that has one. */
export const homeOutcode = async (
  caller: Pick<Caller, 'memberships'>,
  buyers: Pick<BuyerRegister, 'buyer'>,
): Promise<string | undefined> => {
  for (const membership of caller.memberships) {
    const buyer = await buyers.buyer(membership.buyerRef, 'known');
    if (buyer?.outcode) return buyer.outcode;
  }
  return undefined;
};
