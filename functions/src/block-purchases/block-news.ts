import type { BlockAction } from '@ap/shared/domain/block-purchases/block-action';
import { type BlockPurchase, outcomeOf, pledgeOf } from '@ap/shared/domain/block-purchases/block-purchase';
import { formatInstant } from '@ap/shared/domain/days/local-date';
import { bothTotals } from '@ap/shared/domain/money/both-totals';
import { formatMoney } from '@ap/shared/domain/money/money';

const headings: Readonly<Record<BlockAction, string>> = {
  'block-drafted': 'A block purchase was drafted',
  'block-amended': 'The draft of a block purchase was changed',
  'block-opened': 'A block purchase is open for pledges',
  'block-pledged': 'A pledge was made',
  'block-pledge-approved': 'Your pledge is approved',
  'block-pledge-refused': 'Your pledge was refused',
  'block-pledge-withdrawn': 'Your pledge was withdrawn',
  'block-pledge-reminded': 'A pledge still waits for approval',
  'block-cancelled': 'A block purchase was cancelled',
  'block-closed': 'Pledges are closed',
  'block-offered': 'A block purchase waits for your answer',
  'block-confirmed': 'The provider has accepted the block purchase',
  'block-declined': 'The provider has declined the block purchase',
  'block-offer-lapsed': 'The provider did not answer in time',
  'block-offer-stopped': 'The offer of a block purchase was stopped',
  'block-orders-noted': 'Your order is made: units can be used',
  'block-drawn': 'All units of a block purchase are used',
  'block-draw-returned': 'Units were given back to you',
  'block-transfer-offered': 'Units are offered to you',
  'block-transfer-accepted': 'Units went over to another buyer',
  'block-transfer-refused': 'The units that you offered were refused',
  'block-transfer-withdrawn': 'Units are no longer offered to you',
  'block-expired': 'The last day of use is over',
  'block-settled': 'A block purchase is settled',
};

export const headingOf = (news: BlockAction): string => headings[news];

/** What became of a buyer's own pledge; nothing of another's. */
const outcomeSentence = (block: BlockPurchase, buyerRef: string): string | undefined => {
  const pledge = pledgeOf(block, buyerRef);
  const share = block.shares.find((each) => each.buyerRef === buyerRef);
  switch (pledge && outcomeOf(block, pledge)) {
    case 'bought':
      return block.unitPrice === undefined || !share
        ? undefined
        : `You buy ${share.units} units at ${formatMoney(block.unitPrice)} each, ex VAT: ${bothTotals(share)}.`;
    case 'dropped':
      return 'The price is above the most that you would pay, so you buy nothing and owe nothing.';
    case 'not-approved':
      return 'Your pledge was not approved in time, so you buy nothing and owe nothing.';
    case 'lapsed':
      return 'The pledges did not reach the fewest units, so nobody buys and nobody owes anything.';
    default:
      return undefined;
  }
};

/** What one buyer is told. */
export const newsFor = (block: BlockPurchase, buyerRef: string, news: BlockAction): readonly string[] => {
  const order = block.orders.find((each) => each.buyerRef === buyerRef);
  return [
    `Block purchase ${block.ref}.`,
    ...[news === 'block-closed' ? outcomeSentence(block, buyerRef) : undefined].flatMap((line) => line ?? []),
    ...(news === 'block-orders-noted' && order
      ? [`Your order is ${order.orderRef}. The provider invoices you, and nobody else, for it.`]
      : []),
    ...(block.status === 'gathering' ? [`Pledges close on ${formatInstant(block.statement.closesAt)}.`] : []),
  ];
};
