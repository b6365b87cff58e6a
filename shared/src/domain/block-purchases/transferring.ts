import type { Change } from '../call-off/decider.ts';
import { toLondonDate } from '../days/local-date.ts';
import { formatMoney } from '../money/money.ts';
import { samePerson } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import { balanceOf } from './balance.ts';
import type { BlockCommand, BlockFacts } from './block-command.ts';
import type { BlockWork } from './block-effect.ts';
import type { BlockPurchase, Transfer } from './block-purchase.ts';
import { overFault } from './drawing-down.ts';
import { sharesAfter } from './shares.ts';
import { approversOf, inPlaceOf, isAmong, keysOf, whyNotFor } from './who-acts.ts';

type Outcome = Change<BlockPurchase, BlockWork> | Refusal;
type Of<K extends BlockCommand['kind']> = Extract<BlockCommand, { readonly kind: K }>;

/** Row 54: the only way out after closing. The units are put aside until an approver of the taker takes on their cost. */
export const offerTransfer = (present: BlockPurchase, command: Of<'offer-transfer'>, facts: BlockFacts, now: string): Outcome => {
  const { by, giver, taker, units } = command;
  const fault = whyNotFor(facts, by, giver, ['requester'], now) ?? overFault(present, now);
  if (fault) return fault;
  if (!Number.isInteger(units) || units < 1) return refused('number-not-allowed', 'Enter the units as a whole number from 1.', '/units');
  const { free } = balanceOf(present, giver);
  if (units > free) return refused('not-enough-units', `${giver} has ${free} units that it can offer.`, '/units');
  const after = giver === taker ? undefined : sharesAfter(present, { giver, taker, units });
  if (!after) return refused('not-a-member', 'Units go to another member of this purchase only.', '/taker');
  const approvers = approversOf(facts.members, taker, after[1].gross, by, toLondonDate(now));
  if (approvers.length === 0)
    return refused(
      'no-eligible-approver',
      `Nobody at ${taker} can approve ${formatMoney(after[1].gross)}, which it would owe with VAT.`,
      '/taker',
    );
  const number = present.transfersMade + 1;
  return {
    state: { ...present, transfers: [...present.transfers, { number, giver, taker, units, offeredBy: by }], transfersMade: number },
    what: `${giver} offered units to ${taker}`,
    works: keysOf(approvers).map((to): BlockWork => ({ kind: 'ask-transfer-approval', to, transfer: number })),
  };
};

const waiting = (present: BlockPurchase, number: number): Transfer | Refusal =>
  present.transfers.find((each) => each.number === number) ??
  refused('no-such-transfer', 'This transfer does not wait any more.', '/transfer');

const without = ({ transfers }: BlockPurchase, { number }: Transfer): readonly Transfer[] =>
  transfers.filter((each) => each.number !== number);

/** Rows 53-54: an approver of the taker takes on the cost. Both owe the same together as before, and nobody else owes a penny more or less. */
export const acceptTransfer = (
  present: BlockPurchase,
  { by, transfer: number }: Of<'accept-transfer'>,
  facts: BlockFacts,
  now: string,
): Outcome => {
  const transfer = waiting(present, number);
  if ('ok' in transfer) return transfer;
  const { giver, taker, offeredBy } = transfer;
  const today = toLondonDate(now);
  const fault = whyNotFor(facts, by, taker, ['approver'], now) ?? overFault(present, now);
  if (fault) return fault;
  if (samePerson(offeredBy, by)) return refused('not-an-approver', 'You offered these units, so someone else must accept them.');
  const after = sharesAfter(present, transfer);
  if (!after) return refused('not-a-member', 'Units go to another member of this purchase only.');
  if (!isAmong(approversOf(facts.members, taker, after[1].gross, offeredBy, today), by))
    return refused('over-approval-limit', `${taker} would owe ${formatMoney(after[1].gross)} with VAT, which is above your limit.`);
  return {
    state: {
      ...present,
      shares: present.shares.map((share) => after.find(({ buyerRef }) => buyerRef === share.buyerRef) ?? share),
      transfers: without(present, transfer),
    },
    what: `${taker} took over units of ${giver}${inPlaceOf(facts.members, taker, after[1].gross, { asked: offeredBy, by, today })}`,
    works: [
      { kind: 'settle-ledgers' },
      { kind: 'tell-buyer', buyerRef: giver, news: 'block-transfer-accepted' },
      { kind: 'tell-buyer', buyerRef: taker, news: 'block-transfer-accepted' },
      { kind: 'tell', audience: 'provider', news: 'block-transfer-accepted' },
    ],
  };
};

export const refuseTransfer = (
  present: BlockPurchase,
  { by, transfer: number }: Of<'refuse-transfer'>,
  facts: BlockFacts,
  now: string,
): Outcome => {
  const transfer = waiting(present, number);
  if ('ok' in transfer) return transfer;
  return (
    whyNotFor(facts, by, transfer.taker, ['requester', 'approver'], now) ?? {
      state: { ...present, transfers: without(present, transfer) },
      what: `${transfer.taker} refused units of ${transfer.giver}`,
      works: [{ kind: 'tell-buyer', buyerRef: transfer.giver, news: 'block-transfer-refused' }],
    }
  );
};

export const withdrawTransfer = (
  present: BlockPurchase,
  { by, transfer: number }: Of<'withdraw-transfer'>,
  facts: BlockFacts,
  now: string,
): Outcome => {
  const transfer = waiting(present, number);
  if ('ok' in transfer) return transfer;
  return (
    whyNotFor(facts, by, transfer.giver, ['requester'], now) ?? {
      state: { ...present, transfers: without(present, transfer) },
      what: `${transfer.giver} withdrew its offer to ${transfer.taker}`,
      works: [{ kind: 'tell-buyer', buyerRef: transfer.taker, news: 'block-transfer-withdrawn' }],
    }
  );
};
