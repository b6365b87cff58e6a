import type { Change } from '../call-off/decider.ts';
import { formatInstant, toLondonDate } from '../days/local-date.ts';
import { formatMoney } from '../money/money.ts';
import { mostUnits } from '../money/volume-bands.ts';
import { samePerson } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { BlockCommand, BlockFacts } from './block-command.ts';
import type { BlockWork } from './block-effect.ts';
import { type BlockPurchase, isOpen, type Pledge, pledgeOf } from './block-purchase.ts';
import { unitsOf } from './pricing.ts';
import { reasonFault } from './reason-fault.ts';
import { maximumCost } from './shares.ts';
import { approversOf, inPlaceOf, isAmong, keysOf, whyNotFor } from './who-acts.ts';

type Outcome = Change<BlockPurchase, BlockWork> | Refusal;
type Of<K extends BlockCommand['kind']> = Extract<BlockCommand, { readonly kind: K }>;

/** One item holds the whole purchase. */
export const mostBuyers = 40;

/** Why nothing of the pledges changes any more: the closing time counts, not when the clock is noticed. */
export const closingPassed = ({ statement: { closesAt } }: BlockPurchase, now: string): Refusal | undefined =>
  Date.parse(now) < Date.parse(closesAt)
    ? undefined
    : refused('closing-passed', `Pledges closed on ${formatInstant(closesAt)}. Since then nobody joins, changes or leaves.`);

/** What a pledge may come to at most; its approver approves the gross. */
export const maximumCostOf = ({ statement }: Pick<BlockPurchase, 'statement'>, { units, cap }: Pick<Pledge, 'units' | 'cap'>) =>
  maximumCost(units, cap, statement.vatBasisPoints);

const withPledge = (present: BlockPurchase, pledge: Pledge): BlockPurchase => ({
  ...present,
  pledges: pledgeOf(present, pledge.buyerRef)
    ? present.pledges.map((each) => (each.buyerRef === pledge.buyerRef ? pledge : each))
    : [...present.pledges, pledge],
});

/** Rows 52-53: units at a cap, made or changed; an approver of the buyer is asked. */
export const pledge = (present: BlockPurchase, { by, buyerRef, units, cap }: Of<'pledge'>, facts: BlockFacts, now: string): Outcome => {
  const fault =
    whyNotFor(facts, by, buyerRef, ['requester'], now) ??
    closingPassed(present, now) ??
    joinFault(present, buyerRef, facts) ??
    amountFault(present, buyerRef, units) ??
    capFault(present, cap);
  if (fault) return fault;
  const earlier = pledgeOf(present, buyerRef);
  const round = (earlier?.round ?? 0) + 1;
  const made: Pledge = {
    buyerRef,
    buyerName: facts.buyer?.name ?? buyerRef,
    units,
    cap,
    round,
    state: 'waiting',
    pledgedBy: by,
    askedOn: toLondonDate(now),
  };
  const { gross } = maximumCostOf(present, made);
  const approvers = approversOf(facts.members, buyerRef, gross, by, toLondonDate(now));
  if (approvers.length === 0)
    return refused(
      'no-eligible-approver',
      `Nobody else at ${made.buyerName} can approve ${formatMoney(gross)}, the most that this may cost with VAT. Ask its contact to add an approver.`,
    );
  return {
    state: withPledge(present, made),
    what: `${made.buyerName} ${earlier ? 'pledged anew' : 'pledged'}`,
    works: [
      ...(earlier?.state === 'approved' ? [{ kind: 'settle-ledgers' } as const] : []),
      ...keysOf(approvers).map((to): BlockWork => ({ kind: 'ask-pledge-approval', to, buyerRef, round })),
    ],
  };
};

const joinFault = (present: BlockPurchase, buyerRef: string, { buyer }: BlockFacts): Refusal | undefined => {
  if (buyer?.ref !== buyerRef || !buyer.mayBuy) return refused('buyer-not-eligible', 'This buyer may not use the framework.', '/buyerRef');
  if (present.kind === 'individual' && buyerRef !== present.leadBuyerRef)
    return refused('individual-purchase', `${present.leadBuyerRef} buys this alone. Ask it to begin a joint purchase.`, '/buyerRef');
  return !pledgeOf(present, buyerRef) && present.pledges.length >= mostBuyers
    ? refused('too-many-buyers', `${mostBuyers} buyers have pledged, which is as many as one purchase can hold.`, '/buyerRef')
    : undefined;
};

const amountFault = (present: BlockPurchase, buyerRef: string, units: number): Refusal | undefined => {
  if (!Number.isInteger(units) || units < 1)
    return refused('number-not-allowed', 'Enter how many units you would take, as a whole number from 1.', '/units');
  const others = unitsOf(present.pledges.filter((each) => each.buyerRef !== buyerRef && isOpen(each)));
  return others + units > mostUnits
    ? refused('number-not-allowed', 'One purchase holds 100,000 units at most. Enter fewer.', '/units')
    : undefined;
};

/** A cap that no band can meet would only look like a pledge. */
const capFault = ({ statement: { bands, unit } }: BlockPurchase, cap: number): Refusal | undefined => {
  const [first, last] = [bands[0], bands.at(-1)];
  if (!Number.isSafeInteger(cap) || cap < 1 || !first || !last)
    return refused('price-not-allowed', `Enter the most that you would pay per ${unit}, ex VAT.`, '/cap');
  if (cap < last.unitPrice)
    return refused(
      'cap-too-low',
      `The lowest price is ${formatMoney(last.unitPrice)} per ${unit}. A maximum below it can never buy.`,
      '/cap',
    );
  return cap > first.unitPrice
    ? refused(
        'price-not-allowed',
        `Nobody pays more than ${formatMoney(first.unitPrice)} per ${unit}, the price without a block. Enter that or less.`,
        '/cap',
      )
    : undefined;
};

/** The pledge that an approver decides, as it was seen. */
const toDecide = (
  present: BlockPurchase,
  { by, buyerRef, round }: Of<'approve-pledge' | 'refuse-pledge'>,
  facts: BlockFacts,
  now: string,
): Pledge | Refusal => {
  const found = pledgeOf(present, buyerRef);
  const fault = whyNotFor(facts, by, buyerRef, ['approver'], now) ?? closingPassed(present, now);
  if (fault) return fault;
  if (!found) return refused('no-such-pledge', `${buyerRef} has not pledged.`);
  if (found.round !== round) return refused('pledge-changed', 'This pledge has changed since your copy was sent. Decide it as it is now.');
  if (found.state !== 'waiting')
    return refused('pledge-not-waiting', `This pledge is ${found.state} already${found.decidedBy ? ` by ${found.decidedBy.name}` : ''}.`);
  return samePerson(found.pledgedBy, by)
    ? refused('pledger-cannot-approve', 'You made this pledge, so someone else must decide it.')
    : found;
};

/** Row 53: units and cap, and so the maximum cost, are approved before closing. Only then does a pledge count. */
export const approvePledge = (present: BlockPurchase, command: Of<'approve-pledge'>, facts: BlockFacts, now: string): Outcome => {
  const { by, buyerRef } = command;
  const found = toDecide(present, command, facts, now);
  if ('ok' in found) return found;
  const { gross } = maximumCostOf(present, found);
  const today = toLondonDate(now);
  if (!isAmong(approversOf(facts.members, buyerRef, gross, found.pledgedBy, today), by))
    return refused('over-approval-limit', `This may cost ${formatMoney(gross)} with VAT, which is above your limit.`);
  return {
    state: withPledge(present, { ...found, state: 'approved', decidedBy: by }),
    what: `Pledge of ${found.buyerName} approved${inPlaceOf(facts.members, buyerRef, gross, { asked: found.pledgedBy, by, today })}`,
    works: [{ kind: 'settle-ledgers' }, { kind: 'tell-buyer', buyerRef, news: 'block-pledge-approved' }],
  };
};

/** Row 53: with a reason, and within any limit: to refuse costs nothing. */
export const refusePledge = (present: BlockPurchase, command: Of<'refuse-pledge'>, facts: BlockFacts, now: string): Outcome => {
  const { by, buyerRef, reason } = command;
  const found = toDecide(present, command, facts, now);
  if ('ok' in found) return found;
  return (
    reasonFault(reason, 'why the pledge is refused') ?? {
      state: withPledge(present, { ...found, state: 'refused', decidedBy: by }),
      what: `Pledge of ${found.buyerName} refused`,
      comment: reason,
      works: [{ kind: 'tell-buyer', buyerRef, news: 'block-pledge-refused' }],
    }
  );
};

/** Before closing whoever pledged may leave. */
export const withdrawPledge = (
  present: BlockPurchase,
  { by, buyerRef }: Of<'withdraw-pledge'>,
  facts: BlockFacts,
  now: string,
): Outcome => {
  const fault = whyNotFor(facts, by, buyerRef, ['requester', 'approver'], now) ?? closingPassed(present, now);
  if (fault) return fault;
  const found = pledgeOf(present, buyerRef);
  if (!found || !isOpen(found)) return refused('no-such-pledge', `${buyerRef} has no pledge that stands or waits.`);
  const { decidedBy: _decided, ...rest } = found;
  return {
    state: withPledge(present, { ...rest, state: 'withdrawn' }),
    what: `Pledge of ${found.buyerName} withdrawn`,
    works: [
      ...(found.state === 'approved' ? [{ kind: 'settle-ledgers' } as const] : []),
      { kind: 'tell-buyer', buyerRef, news: 'block-pledge-withdrawn' },
    ],
  };
};
