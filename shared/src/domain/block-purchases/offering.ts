import type { Change } from '../call-off/decider.ts';
import { formatInstant, isInstant } from '../days/local-date.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { BlockCommand, BlockFacts } from './block-command.ts';
import type { BlockWork } from './block-effect.ts';
import { approvedPledges, type BlockPurchase } from './block-purchase.ts';
import { closePledges } from './pricing.ts';
import { reasonFault } from './reason-fault.ts';
import { sharesOf } from './shares.ts';
import { notOrderable } from './statement.ts';

type Outcome = Change<BlockPurchase, BlockWork> | Refusal;
type Of<K extends BlockCommand['kind']> = Extract<BlockCommand, { readonly kind: K }>;

/** Rows 51-52: the price is set, once, for whoever buys at it; or the purchase lapses. Each buyer is told what became of its own pledge. */
export const closeBlock = (present: BlockPurchase, now: string): Outcome => {
  const { closesAt, bands, minimumUnits, vatBasisPoints } = present.statement;
  if (Date.parse(now) < Date.parse(closesAt)) return refused('not-yet', `Pledges close on ${formatInstant(closesAt)}.`);
  const closing = closePledges(approvedPledges(present), bands, minimumUnits);
  const told: readonly BlockWork[] = [{ kind: 'settle-ledgers' }, { kind: 'tell', audience: 'buyers', news: 'block-closed' }];
  if (closing.outcome === 'lapsed')
    return {
      state: { ...present, status: 'lapsed' },
      what: 'Lapsed: the pledges did not reach the fewest units',
      works: [...told, { kind: 'tell', audience: 'lead', news: 'block-closed' }],
    };
  return {
    state: {
      ...present,
      status: 'closed',
      unitPrice: closing.unitPrice,
      shares: sharesOf(
        closing.kept.map(({ buyerRef, units }) => ({ buyerRef, units })),
        closing.unitPrice,
        vatBasisPoints,
      ),
    },
    what: 'Closed at one price',
    protects: true,
    works: [...told, { kind: 'tell', audience: 'lead', news: 'block-closed' }, { kind: 'offer-to-provider' }],
  };
};

/** Before closing only, by the caller's check. Whoever pledged is told why. */
export const cancelBlock = (present: BlockPurchase, { reason }: Of<'cancel-block'>): Outcome =>
  reasonFault(reason, 'why the purchase is cancelled') ?? {
    state: { ...present, status: 'cancelled' },
    what: 'Cancelled',
    comment: reason,
    works: [{ kind: 'settle-ledgers' }, { kind: 'tell', audience: 'buyers', news: 'block-cancelled' }],
  };

export const offerBlock = (present: BlockPurchase, { respondBy }: Of<'offer-block'>, { terms }: BlockFacts, now: string): Outcome => {
  if (!isInstant(respondBy) || Date.parse(respondBy) <= Date.parse(now))
    return refused('dates-not-allowed', 'The provider must have time to answer.', '/respondBy');
  if (!isOrderable(present, terms)) return notOrderable();
  return {
    state: { ...present, status: 'offered', respondBy },
    what: `Offered to the provider, to be answered by ${formatInstant(respondBy)}`,
    protects: true,
    works: [{ kind: 'tell', audience: 'provider', news: 'block-offered' }],
  };
};

/** The price was fixed at opening; whether this provider may be ordered from is asked each time. */
const isOrderable = ({ statement }: BlockPurchase, terms: BlockFacts['terms']): boolean =>
  terms?.orderable === true && terms.serviceRef === statement.serviceRef && terms.providerRef === statement.providerRef;

/** From here on each member owes its own share. */
export const acceptOffer = (present: BlockPurchase, { terms }: BlockFacts, now: string): Outcome => {
  const { respondBy } = present;
  if (respondBy === undefined || Date.parse(now) > Date.parse(respondBy))
    return refused('offer-over', 'The time to answer this offer is over. Ring the commissioning team.');
  if (!isOrderable(present, terms)) return notOrderable();
  return {
    state: { ...present, status: 'confirmed' },
    what: 'Confirmed by the provider',
    protects: true,
    works: [{ kind: 'make-orders' }, { kind: 'tell', audience: 'buyers', news: 'block-confirmed' }],
  };
};

export const declineOffer = (present: BlockPurchase, { reason }: Of<'decline-offer'>): Outcome =>
  reasonFault(reason, 'why you decline') ?? {
    state: { ...present, status: 'declined' },
    what: 'Declined by the provider',
    comment: reason,
    works: [
      { kind: 'settle-ledgers' },
      { kind: 'tell', audience: 'buyers', news: 'block-declined' },
      { kind: 'tell', audience: 'commissioners', news: 'block-declined' },
    ],
  };

export const lapseOffer = (present: BlockPurchase, now: string): Outcome => {
  const { respondBy } = present;
  if (respondBy !== undefined && Date.parse(now) <= Date.parse(respondBy))
    return refused('not-yet', `The provider may answer until ${formatInstant(respondBy)}.`);
  return {
    state: { ...present, status: 'declined' },
    what: 'The provider did not answer in time',
    works: [
      { kind: 'settle-ledgers' },
      { kind: 'tell', audience: 'buyers', news: 'block-offer-lapsed' },
      { kind: 'tell', audience: 'commissioners', news: 'block-offer-lapsed' },
    ],
  };
};

export const stopOffer = (present: BlockPurchase, { reason }: Of<'stop-offer'>): Outcome =>
  reasonFault(reason, 'why the offer is stopped') ?? {
    state: { ...present, status: 'declined' },
    what: 'Stopped by a commissioner',
    comment: reason,
    works: [
      { kind: 'settle-ledgers' },
      { kind: 'tell', audience: 'buyers', news: 'block-offer-stopped' },
      ...(present.status === 'offered' ? [{ kind: 'tell', audience: 'provider', news: 'block-offer-stopped' } as const] : []),
    ],
  };

/** Row 52: one order for each member, its own debt. */
export const noteOrders = (present: BlockPurchase, { orders }: Of<'note-orders'>): Outcome => {
  const named = new Set(orders.map(({ buyerRef }) => buyerRef));
  const whole =
    orders.length === present.shares.length &&
    present.shares.every(({ buyerRef }) => named.has(buyerRef)) &&
    new Set(orders.map(({ orderRef }) => orderRef)).size === orders.length;
  if (!whole) return refused('orders-incomplete', 'Each buyer has one order of its own, and nobody else has one.', '/orders');
  return {
    state: { ...present, status: 'drawing', orders },
    what: 'Orders made, one for each buyer',
    protects: true,
    works: [{ kind: 'tell', audience: 'buyers', news: 'block-orders-noted' }],
  };
};
