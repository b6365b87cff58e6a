import type { Change } from '../call-off/decider.ts';
import { type Refusal, refused } from '../refusal.ts';
import { balanceOf } from './balance.ts';
import type { BlockFacts } from './block-command.ts';
import type { BlockWork } from './block-effect.ts';
import type { BlockPurchase } from './block-purchase.ts';
import { notOverFault } from './drawing-down.ts';
import { type BlockShare, sharesOf } from './shares.ts';

type Outcome = Change<BlockPurchase, BlockWork> | Refusal;

/** Row 54: the last day of use is over. */
export const expireBlock = (present: BlockPurchase, now: string): Outcome =>
  notOverFault(present, now) ?? {
    state: { ...present, status: 'expired', transfers: [] },
    what: 'The last day of use is over',
    protects: true,
    works: [{ kind: 'tell', audience: 'buyers', news: 'block-expired' }],
  };

/**
 * What each member owes in the end. Where unused units are paid, its share as it stands; where they lapse, the price of what it used, with VAT on the total
 * of what all used. Both add up to the penny.
 */
export const settlementOf = (
  present: Pick<BlockPurchase, 'statement' | 'shares' | 'draws' | 'transfers' | 'unitPrice'>,
): readonly BlockShare[] => {
  const { statement, shares, unitPrice } = present;
  if (statement.unused === 'pay' || unitPrice === undefined) return shares;
  const used = shares.map(({ buyerRef }) => ({ buyerRef, units: balanceOf(present, buyerRef).used }));
  return sharesOf(used, unitPrice, statement.vatBasisPoints);
};

/** Row 54: once nothing that drew units still runs, nothing can be given back any more. */
export const settleBlock = (present: BlockPurchase, { liveCallOffs }: BlockFacts, now: string): Outcome => {
  const fault = notOverFault(present, now);
  if (fault) return fault;
  const live = present.draws.filter(({ callOffRef }) => !liveCallOffs || liveCallOffs.includes(callOffRef));
  if (live.length > 0)
    return refused('call-offs-still-live', `${live.length} of the call-offs that drew units still run or wait to be reconciled.`);
  return {
    state: { ...present, status: 'settled', settlement: settlementOf(present) },
    what: 'Settled',
    works: [
      { kind: 'settle-ledgers' },
      { kind: 'tell', audience: 'buyers', news: 'block-settled' },
      { kind: 'tell', audience: 'provider', news: 'block-settled' },
    ],
  };
};
