import { answerDeadline } from '../orders/offer.ts';
import { theProduct } from '../people/person.ts';
import {
  aBlockInUse,
  accepted,
  aFullBlockInUse,
  afterClosing,
  aGathering,
  asks,
  beforeClosing,
  byProduct,
  closed,
  closesAt,
  confirmed,
  fourSchools,
  given,
  offered,
  product,
  refusal,
  respondBy,
  theFacts,
  thePlan,
  theTerms,
  withPledges,
} from './block.fixture.ts';
import type { BlockCommand, BlockFacts } from './block-command.ts';
import { defaultBlockPolicy } from './block-policy.ts';
import { type BlockPurchase, outcomeOf } from './block-purchase.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';
import { mostBuyers } from './pledging.ts';
import { totalsOf } from './shares.ts';

const four = () => withPledges(aGathering(), fourSchools);
const close = (block: BlockPurchase, now = afterClosing, facts = product()) =>
  decideBlockPurchase(block, { ...byProduct(), kind: 'close-block' }, facts, now);
const outcomes = (block: BlockPurchase) => Object.fromEntries(block.pledges.map((pledge) => [pledge.buyerRef, outcomeOf(block, pledge)]));

describe('rows 51-52: closing', () => {
  test('four schools: one drops out at its cap, the others buy at the price that they reach together', () => {
    const { state, effects } = accepted(close(four()));
    expect(state).toMatchObject({ status: 'closed', unitPrice: 4_200 });
    expect(state.shares).toEqual([
      { buyerRef: 'ASH', units: 40, net: 168_000, vat: 33_600, gross: 201_600 },
      { buyerRef: 'BEECH', units: 30, net: 126_000, vat: 25_200, gross: 151_200 },
      { buyerRef: 'CEDAR', units: 12, net: 50_400, vat: 10_080, gross: 60_480 },
    ]);
    expect(outcomes(state)).toEqual({ ASH: 'bought', BEECH: 'bought', CEDAR: 'bought', DOGWOOD: 'dropped' });
    expect(totalsOf(state.shares)).toEqual({ units: 82, net: 344_400, vat: 68_880, gross: 413_280 });
    expect(effects.map(({ kind }) => kind)).toEqual(['record-audit', 'settle-ledgers', 'tell', 'tell', 'offer-to-provider']);
  });

  test('is the clock’s alone, when the time has come and not before', () => {
    expect(refusal(close(four(), '2026-12-11T16:59:59Z')).code).toBe('not-yet');
    expect(close(four(), closesAt).ok).toBe(true);
    expect(refusal(close(four(), afterClosing, theFacts('ASH'))).code).toBe('not-your-role');
  });

  test('below the fewest units it lapses, and nobody owes anything', () => {
    const { state, effects } = accepted(close(withPledges(aGathering(thePlan({ minimumUnits: 83 })), fourSchools)));
    expect(state).toMatchObject({ status: 'lapsed', shares: [] });
    expect(state.unitPrice).toBeUndefined();
    expect(outcomes(state).ASH).toBe('lapsed');
    expect(effects.map(({ kind }) => kind)).not.toContain('offer-to-provider');
  });

  test('an individual purchase obeys the same rules', () => {
    const alone = withPledges(aGathering(thePlan(), 'individual'), [['ASH', 100, 4_000]]);
    expect(accepted(close(alone)).state).toMatchObject({ status: 'closed', unitPrice: 4_000, shares: [{ units: 100 }] });
    expect(accepted(close(withPledges(aGathering(thePlan(), 'individual'), [['ASH', 60, 4_100]]))).state.status).toBe('lapsed');
  });

  test('the price is set once: whatever is given afterwards, it stays', () => {
    expect(refusal(close(closed(four()))).code).toBe('not-in-this-state');
    expect(aBlockInUse().unitPrice).toBe(4_200);
  });
});

test('cancelled by the lead or a commissioner, before closing, with a reason', () => {
  const cancel = (facts: BlockFacts, by = asks('ASH'), reason = 'The budget was cut.') =>
    decideBlockPurchase(four(), { ...given(by), kind: 'cancel-block', reason }, facts, beforeClosing);
  const { state } = accepted(cancel(theFacts('ASH')));
  expect([state.status, state.history.at(-1)?.what]).toEqual(['cancelled', 'Cancelled']);
  expect(cancel(theFacts('ASH', { roles: ['commissioner'], members: [] })).ok).toBe(true);
  expect(refusal(cancel(theFacts('BEECH'), asks('BEECH'))).code).toBe('not-your-buyer');
  expect(refusal(cancel(theFacts('ASH'), asks('ASH'), '')).code).toBe('text-required');
  expect(
    refusal(
      decideBlockPurchase(closed(four()), { ...given(asks('ASH')), kind: 'cancel-block', reason: 'Late.' }, theFacts('ASH'), afterClosing),
    ).code,
  ).toBe('not-in-this-state');
});

describe('the provider’s answer', () => {
  const answer = (block: BlockPurchase, command: BlockCommand, told: Partial<BlockFacts> = {}, now = afterClosing) =>
    decideBlockPurchase(block, command, theFacts('ASH', { roles: ['provider'], ...told }), now);
  const byProvider = () => given({ ...theProduct, name: 'The provider' });

  test('confirms: each member gets its own order, and no money passes through the lead', () => {
    const { state, effects } = accepted(answer(offered(closed(four())), { ...byProvider(), kind: 'accept-offer' }));
    expect(state.status).toBe('confirmed');
    expect(effects.map(({ kind }) => kind)).toEqual(['record-audit', 'make-orders', 'tell']);
  });

  test('is asked and taken only from a provider that may be ordered from at that time', () => {
    const held = { terms: theTerms({ orderable: false }) };
    const offer = { ...byProduct(), kind: 'offer-block', respondBy } as const;
    expect(refusal(decideBlockPurchase(closed(four()), offer, product(held), afterClosing)).code).toBe('provider-not-orderable');
    expect(refusal(answer(offered(closed(four())), { ...byProvider(), kind: 'accept-offer' }, held)).code).toBe('provider-not-orderable');
    expect(
      refusal(answer(offered(closed(four())), { ...byProvider(), kind: 'accept-offer' }, { terms: theTerms({ providerRef: 'P-0002' }) }))
        .code,
    ).toBe('provider-not-orderable');
  });

  test('a commissioner stops the offer to a provider that is held, with a reason', () => {
    for (const block of [closed(four()), offered(closed(four()))]) {
      const stop = (reason: string) =>
        decideBlockPurchase(
          block,
          { ...given(asks('ASH')), kind: 'stop-offer', reason },
          theFacts('ASH', { roles: ['commissioner'] }),
          afterClosing,
        );
      expect(accepted(stop('Its checks have lapsed.')).state.status).toBe('declined');
      expect(refusal(stop('')).code).toBe('text-required');
    }
  });

  test('comes in time, or the offer lapses', () => {
    const late = '2026-12-18T17:00:01Z';
    const block = offered(closed(four()));
    expect(refusal(answer(block, { ...byProvider(), kind: 'accept-offer' }, {}, late)).code).toBe('offer-over');
    expect(answer(block, { ...byProvider(), kind: 'accept-offer' }, {}, respondBy).ok).toBe(true);
    const lapse = (now: string) => decideBlockPurchase(block, { ...byProduct(), kind: 'lapse-offer' }, product(), now);
    expect(refusal(lapse(respondBy)).code).toBe('not-yet');
    expect(accepted(lapse(late)).state.status).toBe('declined');
    const noTime = { ...byProduct(), kind: 'offer-block', respondBy: afterClosing } as const;
    expect(refusal(decideBlockPurchase(closed(four()), noTime, product(), afterClosing)).code).toBe('dates-not-allowed');
  });

  test('declines with a reason', () => {
    const decline = (reason: string) => answer(offered(closed(four())), { ...byProvider(), kind: 'decline-offer', reason });
    expect(refusal(decline('')).code).toBe('text-required');
    expect(accepted(decline('No staff in spring.')).state.status).toBe('declined');
  });
});

describe('row 52: each buyer has its own order', () => {
  const note = (orders: readonly { buyerRef: string; orderRef: string }[]) =>
    decideBlockPurchase(confirmed(offered(closed(four()))), { ...byProduct(), kind: 'note-orders', orders }, product(), afterClosing);
  const whole = ['ASH', 'BEECH', 'CEDAR'].map((buyerRef) => ({ buyerRef, orderRef: `PO-${buyerRef}` }));

  test('use begins when every member has one', () => {
    expect(accepted(note(whole)).state).toMatchObject({ status: 'drawing', orders: whole });
  });

  test.each([
    ['one is missing', whole.slice(1)],
    ['one that dropped out has one', [...whole, { buyerRef: 'DOGWOOD', orderRef: 'PO-D' }]],
    ['two share one', whole.map(({ buyerRef }) => ({ buyerRef, orderRef: 'PO-1' }))],
    ['one has two', [...whole.slice(1), { buyerRef: 'BEECH', orderRef: 'PO-2' }]],
  ])('it does not when %s', (_what, orders) => {
    expect(refusal(note(orders)).code).toBe('orders-incomplete');
  });
});

test('forty buyers with long names can pledge, close, be confirmed and have their orders in one record', () => {
  const block = aFullBlockInUse();
  expect(block).toMatchObject({ status: 'drawing', unitPrice: 4_000 });
  expect(block.orders).toHaveLength(mostBuyers);
  expect(JSON.stringify(block).length).toBeLessThan(52_000);
});

test('R43: a provider has five working days to answer, where no setting says otherwise', () => {
  expect(answerDeadline(closesAt, defaultBlockPolicy.answerWorkingDays)).toBe(respondBy);
});
