import { stateRoom } from '../call-off/call-off-room.ts';
import { pence } from '../money/money.ts';
import { theProduct } from '../people/person.ts';
import {
  aBlockInUse,
  accepted,
  after,
  afterClosing,
  afterUse,
  aGathering,
  asks,
  type BlockDecision,
  byProduct,
  closed,
  confirmed,
  drawn,
  fourSchools,
  given,
  offered,
  product,
  refusal,
  respondBy,
  theFacts,
  thePlan,
  theTerms,
  whileUsable,
  withPledges,
} from './block.fixture.ts';
import type { BlockCommand, BlockFacts } from './block-command.ts';
import type { BlockPurchase } from './block-purchase.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';
import { settlementOf } from './settling.ts';
import { sharesOf } from './shares.ts';

const four = () => withPledges(aGathering(), fourSchools);
const told = (decision: BlockDecision) => (decision.ok ? decision.state.status : `${decision.code} ${decision.field ?? ''}`.trim());
const byProvider = (block: BlockPurchase, command: object, facts: Partial<BlockFacts> = {}, now = afterClosing) =>
  decideBlockPurchase(
    block,
    { ...given({ ...theProduct, name: 'The provider' }), ...command } as never,
    theFacts('ASH', { roles: ['provider'], ...facts }),
    now,
  );
const byClock = (block: BlockPurchase, command: object, facts: Partial<BlockFacts> = {}, now = afterClosing) =>
  decideBlockPurchase(block, { ...byProduct(), ...command } as never, product(facts), now);

describe('R29, R37: whether the provider may be ordered from is asked when it is offered, and when it accepts', () => {
  test.each<[string, BlockFacts['terms'], boolean]>([
    ['it may', theTerms(), true],
    // The price was fixed at opening.
    ['it may, at another price by now', theTerms({ rateHash: '#other' }), true],
    ['it may not', theTerms({ orderable: false }), false],
    ['its service is not known any more', undefined, false],
    ['another service was read', theTerms({ serviceRef: 'S-00002' }), false],
    ['another provider has the service', theTerms({ providerRef: 'P-0002' }), false],
  ])('%s', (_what, terms, may) => {
    expect(told(byClock(closed(four()), { kind: 'offer-block', respondBy }, { terms }))).toBe(may ? 'offered' : 'provider-not-orderable');
    expect(told(byProvider(offered(closed(four())), { kind: 'accept-offer' }, { terms }))).toBe(
      may ? 'confirmed' : 'provider-not-orderable',
    );
  });
});

test('the provider has until the last second: offered with time ahead, accepted in it, lapsed after it', () => {
  const offer = (until: string) => told(byClock(closed(four()), { kind: 'offer-block', respondBy: until }));
  expect([offer('2026-12-11T17:00:02Z'), offer(afterClosing), offer('soon')]).toEqual([
    'offered',
    'dates-not-allowed /respondBy',
    'dates-not-allowed /respondBy',
  ]);
  const block = offered(closed(four()));
  expect(block).toMatchObject({ respondBy, status: 'offered' });
  const at = (now: string) => [
    told(byProvider(block, { kind: 'accept-offer' }, {}, now)),
    told(byClock(block, { kind: 'lapse-offer' }, {}, now)),
  ];
  expect(at(respondBy)).toEqual(['confirmed', 'not-yet']);
  expect(at('2026-12-18T17:00:01Z')).toEqual(['offer-over', 'declined']);
  const reason = (kind: string, roles: BlockFacts['roles'], text: string) => {
    const decision = decideBlockPurchase(
      block,
      { ...given(asks('ASH')), kind, reason: text } as never,
      theFacts('ASH', { roles }),
      afterClosing,
    );
    return decision.ok ? decision.state.history.at(-1)?.comment : told(decision);
  };
  for (const [kind, roles] of [
    ['decline-offer', ['provider']],
    ['stop-offer', ['commissioner']],
  ] as const)
    expect([reason(kind, roles, 'No staff.'), reason(kind, roles, ' ')]).toEqual(['No staff.', 'text-required /reason']);
});

test('row 52: orders are each for one member and of one number', () => {
  const note = (orders: readonly object[]) => told(byClock(confirmed(offered(closed(four()))), { kind: 'note-orders', orders }));
  const whole = ['ASH', 'BEECH', 'CEDAR'].map((buyerRef) => ({ buyerRef, orderRef: `PO-${buyerRef}` }));
  expect(note(whole)).toBe('drawing');
  expect(note([...whole.slice(1), { buyerRef: 'DOGWOOD', orderRef: 'PO-D' }])).toBe('orders-incomplete /orders');
  expect(note([...whole, { buyerRef: 'ASH', orderRef: 'PO-2' }])).toBe('orders-incomplete /orders');
  expect(note(whole.map((each) => ({ ...each, orderRef: 'PO-1' })))).toBe('orders-incomplete /orders');
});

describe('row 54: at the end', () => {
  test('each owes its share, or what it used where the rest lapses', () => {
    const used = (unused: 'pay' | 'lapse') => drawn(aBlockInUse(thePlan({ unused })), 'CEDAR', 0.25);
    expect(settlementOf(used('pay'))).toEqual(aBlockInUse().shares);
    expect(settlementOf(used('lapse'))).toEqual([
      { buyerRef: 'ASH', units: 0, net: 0, vat: 0, gross: 0 },
      { buyerRef: 'BEECH', units: 0, net: 0, vat: 0, gross: 0 },
      { buyerRef: 'CEDAR', units: 0.25, net: 1_050, vat: 210, gross: 1_260 },
    ]);
  });

  test('a transfer that nobody answered ends with the use, and waits for nobody', () => {
    const offer = { ...given(asks('ASH')), kind: 'offer-transfer', giver: 'ASH', taker: 'CEDAR', units: 8 } as const;
    const waiting = after(aBlockInUse(), offer, theFacts('ASH'), whileUsable);
    expect(accepted(byClock(waiting, { kind: 'expire-block' }, {}, afterUse)).state).toMatchObject({ status: 'expired', transfers: [] });
  });
});

test('row 52: pennies that are left go to the largest remainders, of equal ones to the buyer whose reference comes first, in whatever order they stand', () => {
  const vats = (refs: readonly string[]) =>
    sharesOf(
      refs.map((buyerRef) => ({ buyerRef, units: 1 })),
      pence(101),
      2_000,
    ).map(({ buyerRef, vat }) => `${buyerRef} ${vat}`);
  expect(vats(['C', 'A', 'B'])).toEqual(['C 20', 'A 21', 'B 20']);
  expect(vats(['B', 'C', 'A'])).toEqual(['B 20', 'C 20', 'A 21']);
});

describe('a record that is full to others has room for what leads to its end', () => {
  /** So much in it that half of what is kept for ending is left. */
  const full = (block: BlockPurchase): BlockPurchase => ({
    ...block,
    statement: { ...block.statement, rateHash: 'x'.repeat(stateRoom - 4_000 - JSON.stringify(block).length) },
  });
  const one = closed(withPledges(aGathering(thePlan({ minimumUnits: 1 })), [['ASH', 40, 4_500]]));
  const use = aBlockInUse(thePlan(), [['ASH', 40, 4_500]]);
  const orders = [{ buyerRef: 'ASH', orderRef: 'PO-ASH' }];
  const expired = after(drawn(use, 'ASH', 5), { ...byProduct(), kind: 'expire-block' }, product(), afterUse);
  test.each<[string, BlockPurchase, Partial<BlockCommand>, string, string]>([
    ['closing', withPledges(aGathering(), [['ASH', 40, 4_500]]), { kind: 'close-block' }, 'closed', afterClosing],
    ['the offer', one, { kind: 'offer-block', respondBy }, 'offered', afterClosing],
    ['orders', confirmed(offered(one)), { kind: 'note-orders', orders }, 'drawing', afterClosing],
    ['the end of use', use, { kind: 'expire-block' }, 'expired', afterUse],
    ['what is given back', drawn(use, 'ASH', 5), { kind: 'return-draw', callOffRef: 'CO-ASH', units: 1 }, 'drawing', whileUsable],
    ['settlement', expired, { kind: 'settle-block' }, 'settled', afterUse],
  ])('%s', (_what, block, command, status, now) => {
    expect(told(byClock(full(block), command, {}, now))).toBe(status);
  });

  test('and for the provider’s yes; not for one who offers units', () => {
    expect(told(byProvider(full(offered(one)), { kind: 'accept-offer' }))).toBe('confirmed');
    const offer = { ...given(asks('ASH')), kind: 'offer-transfer', giver: 'ASH', taker: 'CEDAR', units: 8 } as const;
    expect(refusal(decideBlockPurchase(full(aBlockInUse()), offer, theFacts('ASH'), whileUsable)).code).toBe('record-full');
  });
});
