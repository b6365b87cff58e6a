import { type Change, deciderOf } from '../call-off/decider.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { BlockAction } from './block-action.ts';
import type { BlockCommand, BlockFacts, DraftBlock } from './block-command.ts';
import type { BlockWork } from './block-effect.ts';
import { blockMachine } from './block-machine.ts';
import type { BlockPurchase } from './block-purchase.ts';
import { type BlockRole, blockRoleNames } from './block-role.ts';
import { draw, returnDraw } from './drawing-down.ts';
import { acceptOffer, cancelBlock, closeBlock, declineOffer, lapseOffer, noteOrders, offerBlock, stopOffer } from './offering.ts';
import { approvePledge, closingPassed, pledge, refusePledge, withdrawPledge } from './pledging.ts';
import { remindOfPledge } from './remind-of-pledge.ts';
import { expireBlock, settleBlock } from './settling.ts';
import { isStillStated, stateBlock } from './statement.ts';
import { acceptTransfer, offerTransfer, refuseTransfer, withdrawTransfer } from './transferring.ts';
import { whyNotFor } from './who-acts.ts';

/**
 * Decides one command about a block purchase (rows 51-54; issue 6, point 6): statement, pledges approved before closing, one price by the greatest fixed
 * point, the provider's answer, draw-downs, transfers and settlement, all in one record.
 */
export const decideBlockPurchase = deciderOf<
  BlockPurchase,
  DraftBlock,
  BlockCommand,
  BlockRole,
  BlockAction,
  BlockFacts,
  BlockWork,
  Refusal
>(
  blockMachine,
  blockRoleNames,
  { 'draft-block': (command, facts, now) => draftBlock(command, facts, now) },
  {
    'amend-block': (present, { by, plan }, facts, now) => {
      const statement = whyNotFor(facts, by, present.leadBuyerRef, ['requester'], now) ?? stateBlock(plan, facts, now);
      if ('ok' in statement) return statement;
      return statement.serviceRef === present.statement.serviceRef
        ? { state: { ...present, statement }, what: 'Draft changed' }
        : refused('service-not-known', 'A draft stays with its service. Draft another one.', '/serviceRef');
    },
    'open-block': (present, { by }, facts, now) => openBlock(present, by, facts, now),
    pledge,
    'approve-pledge': approvePledge,
    'refuse-pledge': refusePledge,
    'withdraw-pledge': withdrawPledge,
    'remind-of-pledge': remindOfPledge,
    'cancel-block': (present, command, facts, now) => {
      const actor = facts.roles.includes('commissioner')
        ? undefined
        : whyNotFor(facts, command.by, present.leadBuyerRef, ['requester'], now);
      const late = present.status === 'gathering' ? closingPassed(present, now) : undefined;
      return actor ?? late ?? cancelBlock(present, command);
    },
    'close-block': (present, _command, _facts, now) => closeBlock(present, now),
    'offer-block': offerBlock,
    'accept-offer': (present, _command, facts, now) => acceptOffer(present, facts, now),
    'decline-offer': declineOffer,
    'lapse-offer': (present, _command, _facts, now) => lapseOffer(present, now),
    'stop-offer': stopOffer,
    'note-orders': noteOrders,
    draw,
    'return-draw': returnDraw,
    'offer-transfer': offerTransfer,
    'accept-transfer': acceptTransfer,
    'refuse-transfer': refuseTransfer,
    'withdraw-transfer': withdrawTransfer,
    'expire-block': (present, _command, _facts, now) => expireBlock(present, now),
    'settle-block': (present, _command, facts, now) => settleBlock(present, facts, now),
  },
);

type Outcome = Change<BlockPurchase, BlockWork> | Refusal;

const draftBlock = ({ by, ref, purchase, leadBuyerRef, plan }: DraftBlock, facts: BlockFacts, now: string): Outcome => {
  const actor = whyNotFor(facts, by, leadBuyerRef, ['requester'], now);
  if (actor) return actor;
  if (facts.buyer?.ref !== leadBuyerRef || !facts.buyer.mayBuy)
    return refused('buyer-not-eligible', 'This buyer may not use the framework.', '/leadBuyerRef');
  const statement = stateBlock(plan, facts, now);
  if ('ok' in statement) return statement;
  return {
    state: {
      ref,
      status: 'draft',
      kind: purchase,
      leadBuyerRef,
      statement,
      pledges: [],
      shares: [],
      orders: [],
      draws: [],
      transfers: [],
      transfersMade: 0,
    },
    what: purchase === 'joint' ? 'Joint block purchase drafted' : 'Block purchase drafted',
  };
};

/** The statement is fixed from here on, so it must be true now. */
const openBlock = (present: BlockPurchase, by: DraftBlock['by'], facts: BlockFacts, now: string): Outcome => {
  const stated = whyNotFor(facts, by, present.leadBuyerRef, ['requester'], now) ?? stateBlock(present.statement, facts, now);
  if ('ok' in stated) return stated;
  if (!facts.terms || !isStillStated(present.statement, facts.terms))
    return refused(
      'terms-changed',
      'The price or the VAT of this service has changed since the draft. Save the draft again to take it over.',
    );
  return {
    state: { ...present, status: 'gathering' },
    what: 'Opened for pledges',
    works: [{ kind: 'tell', audience: 'commissioners', news: 'block-opened' }],
  };
};
