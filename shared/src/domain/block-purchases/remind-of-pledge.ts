import type { Change } from '../call-off/decider.ts';
import { addWorkingDays } from '../days/bank-holidays.ts';
import { instantAtLondon, toLondonDate } from '../days/local-date.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { BlockCommand, BlockFacts } from './block-command.ts';
import type { BlockWork } from './block-effect.ts';
import { type BlockPurchase, pledgeOf } from './block-purchase.ts';
import { closingPassed, maximumCostOf } from './pledging.ts';
import { approversOf, keysOf } from './who-acts.ts';

const morning = 9;

/** Row 49, R43: the buyers whose pledge waits and whose approvers are reminded now: in time before closing, and not on the day on which they were asked. */
export const pledgesToRemindOf = ({ pledges, statement }: Pick<BlockPurchase, 'pledges' | 'statement'>, now: string): readonly string[] => {
  const day = addWorkingDays(toLondonDate(statement.closesAt), -1);
  if (Date.parse(now) < Date.parse(instantAtLondon(day, morning))) return [];
  const today = toLondonDate(now);
  return pledges
    .filter(({ state, askedOn, reminded }) => state === 'waiting' && !reminded && (askedOn === undefined || askedOn < today))
    .map(({ buyerRef }) => buyerRef);
};

/** Asks the approvers of a waiting pledge once more, among them who stands in for one of them by now. */
export const remindOfPledge = (
  present: BlockPurchase,
  { buyerRef }: Extract<BlockCommand, { kind: 'remind-of-pledge' }>,
  { members }: BlockFacts,
  now: string,
): Change<BlockPurchase, BlockWork> | Refusal => {
  const late = closingPassed(present, now);
  if (late) return late;
  const found = pledgeOf(present, buyerRef);
  if (!found || !pledgesToRemindOf(present, now).includes(buyerRef))
    return refused('pledge-not-waiting', `No approver of ${buyerRef} is to be reminded now.`);
  const approvers = approversOf(members, buyerRef, maximumCostOf(present, found).gross, found.pledgedBy, toLondonDate(now));
  return {
    state: { ...present, pledges: present.pledges.map((each) => (each.buyerRef === buyerRef ? { ...each, reminded: true } : each)) },
    what: approvers.length === 0 ? `Nobody can approve the pledge of ${found.buyerName}` : `Approvers of ${found.buyerName} reminded`,
    works: keysOf(approvers).map((to): BlockWork => ({ kind: 'ask-pledge-approval', to, buyerRef, round: found.round })),
  };
};
