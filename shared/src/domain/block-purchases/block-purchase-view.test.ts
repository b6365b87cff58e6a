import fc from 'fast-check';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import {
  aBlockInUse,
  accepted,
  aDraft,
  after,
  afterUse,
  aGathering,
  approved,
  asks,
  byProduct,
  closed,
  drawn,
  fourSchools,
  given,
  head,
  offered,
  pledged,
  product,
  type School,
  schools,
  theFacts,
  thePlan,
  whileUsable,
  withPledges,
} from './block.fixture.ts';
import { type BlockPurchase, outcomeOf } from './block-purchase.ts';
import { type BlockViewer, blockPurchaseFor, livePrice } from './block-purchase-view.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';

const buyer = (buyerRef: School): BlockViewer => ({ kind: 'buyer', buyerRef });
const provider: BlockViewer = { kind: 'provider' };
const commissioner: BlockViewer = { kind: 'commissioner' };
const everybody = [...schools.map(buyer), provider, commissioner];

describe('row 52: who is shown a block purchase', () => {
  test('a draft its lead and commissioners', () => {
    const shown = everybody.filter((viewer) => blockPurchaseFor(aDraft(), viewer));
    expect(shown).toEqual([buyer('ASH'), commissioner]);
  });

  test('an open joint purchase every buyer; an individual one its buyer; the provider what it was offered', () => {
    const shown = (block: BlockPurchase) => everybody.filter((viewer) => blockPurchaseFor(block, viewer)).length;
    expect(shown(aGathering())).toBe(5);
    expect(shown(aGathering(thePlan(), 'individual'))).toBe(2);
    expect(shown(closed(withPledges(aGathering(), fourSchools)))).toBe(5);
    expect(shown(offered(closed(withPledges(aGathering(), fourSchools))))).toBe(6);
  });
});

const cap = fc.integer({ min: 4_000, max: 4_500 }).map(pence);
/** The same purchase where every other buyer has another cap. */
const withOtherCaps = (block: BlockPurchase, viewer: BlockViewer, caps: readonly ReturnType<typeof pence>[]): BlockPurchase => ({
  ...block,
  pledges: block.pledges.map((pledge, at) =>
    viewer.kind === 'buyer' && viewer.buyerRef === pledge.buyerRef ? pledge : { ...pledge, cap: caps[at] ?? pledge.cap },
  ),
});

describe('row 52: a cap is seen by its own buyer only', () => {
  const inUse = drawn(aBlockInUse(), 'ASH', 10);
  const stages: readonly (readonly [string, BlockPurchase])[] = [
    ['while pledges are gathered', pledged(withPledges(aGathering(), fourSchools.slice(1)), 'ASH', 40, 4_500)],
    ['at closing', closed(withPledges(aGathering(), fourSchools))],
    ['where the purchase lapsed', closed(withPledges(aGathering(thePlan({ minimumUnits: 99 })), fourSchools))],
    ['while it is offered', offered(closed(withPledges(aGathering(), fourSchools)))],
    ['while it is used', inUse],
    ['past its last day', after(inUse, { ...byProduct(), kind: 'expire-block' }, product(), afterUse)],
  ];

  test.each(stages)('%s, whatever caps others have changes nothing that anybody else sees', (_when, block) => {
    fc.assert(
      fc.property(fc.constantFrom(...everybody), fc.tuple(cap, cap, cap, cap), (viewer, caps) => {
        expect(blockPurchaseFor(withOtherCaps(block, viewer, caps), viewer)).toEqual(blockPurchaseFor(block, viewer));
      }),
    );
  });

  test.each(stages)('%s, each sees its own, with the maximum cost that its approver is asked about', (_when, block) => {
    expect(blockPurchaseFor(block, buyer('BEECH'))?.own?.pledge).toMatchObject({
      units: 30,
      cap: 4_200,
      state: 'approved',
      pledgedBy: 'Senco BEECH',
      decidedBy: 'Head BEECH',
      maximumCost: { net: 126_000, vat: 25_201, gross: 151_201 },
    });
    for (const viewer of [provider, commissioner]) expect(blockPurchaseFor(block, viewer)?.own).toBeUndefined();
  });
});

describe('row 52: before closing, the units of others are one total', () => {
  test('neither who pledged nor how much shows in it', () => {
    const one = withPledges(aGathering(), [
      ['BEECH', 30, 4_500],
      ['CEDAR', 20, 4_500],
    ]);
    const other = withPledges(aGathering(), [
      ['DOGWOOD', 49, 4_500],
      ['CEDAR', 1, 4_500],
    ]);
    const seen = (block: BlockPurchase) => blockPurchaseFor(block, buyer('ASH'));
    expect(seen(other)).toEqual(seen(one));
    expect(seen(one)?.gathered).toEqual({
      approvedUnits: 50,
      waitingUnits: 0,
      unitPrice: 4_200,
      next: { moreUnits: 50, fromUnits: 100, unitPrice: 4_000 },
    });
    expect(seen(pledged(one, 'DOGWOOD', 7, 4_500))?.gathered).toMatchObject({ approvedUnits: 50, waitingUnits: 7 });
  });

  test('the form shows live what a pledge does to the price, and how far the next band is', () => {
    const block = pledged(withPledges(aGathering(), [['BEECH', 38, 4_500]]), 'ASH', 5, 4_500);
    const live = (present: BlockPurchase, units: number) => {
      const view = blockPurchaseFor(present, buyer('ASH'));
      return view && livePrice(view, units);
    };
    expect(live(block, 0)).toMatchObject({ units: 38, unitPrice: 4_500, next: { moreUnits: 12, unitPrice: 4_200 } });
    expect(live(block, 12)).toMatchObject({ units: 50, unitPrice: 4_200, next: { moreUnits: 50, unitPrice: 4_000 } });
    expect(live(block, 70)).toEqual({ units: 108, unitPrice: 4_000 });
    // Its own approved pledge is replaced, not added to.
    expect(live(approved(block, 'ASH'), 12)).toMatchObject({ units: 50 });
    for (const nonsense of [-3, 1.5, Number.NaN]) expect(live(block, nonsense)).toMatchObject({ units: 38 });
  });
});

describe('row 52: after closing', () => {
  const block = closed(withPledges(aGathering(), fourSchools));

  test('members see who bought how much; whoever dropped out sees the price and that it dropped, and no member', () => {
    const member = blockPurchaseFor(block, buyer('BEECH'));
    expect(member?.shares?.map(({ buyerRef, units }) => [buyerRef, units])).toEqual([
      ['ASH', 40],
      ['BEECH', 30],
      ['CEDAR', 12],
    ]);
    expect(member?.own).toMatchObject({ pledge: { outcome: 'bought' }, owes: { net: 126_000 } });
    const dropped = blockPurchaseFor(block, buyer('DOGWOOD'));
    expect(dropped).toMatchObject({ unitPrice: 4_200, bought: { units: 82 }, own: { pledge: { outcome: 'dropped' } } });
    expect(dropped?.shares).toBeUndefined();
    expect(dropped?.own?.balance).toBeUndefined();
    expect(JSON.stringify(dropped)).not.toContain('BEECH');
  });

  test('nobody but itself reads that a buyer dropped out', () => {
    for (const viewer of everybody.filter((each) => each.kind !== 'buyer' || each.buyerRef !== 'DOGWOOD'))
      expect(JSON.stringify(blockPurchaseFor(offered(block), viewer))).not.toContain('DOGWOOD');
    expect(outcomeOf(block, block.pledges[3] as (typeof block.pledges)[number])).toBe('dropped');
  });

  test('row 54: a member sees its own draws, transfers and order; the provider and commissioners how each member stands', () => {
    const used = drawn(drawn(aBlockInUse(), 'ASH', 10), 'BEECH', 5.5);
    const offer = { ...given(asks('ASH')), kind: 'offer-transfer', giver: 'ASH', taker: 'CEDAR', units: 4 } as const;
    const { state } = accepted(decideBlockPurchase(used, offer, theFacts('ASH'), whileUsable));
    expect(blockPurchaseFor(state, buyer('ASH'))?.own).toMatchObject({
      balance: { bought: 40, used: 10, promised: 4, free: 26 },
      draws: [{ callOffRef: 'CO-ASH', units: 10 }],
      transfers: [{ number: 1, giver: 'ASH', taker: 'CEDAR', units: 4 }],
      orderRef: 'PO-ASH',
    });
    expect(blockPurchaseFor(state, buyer('CEDAR'))?.own).toMatchObject({ draws: [], transfers: [{ number: 1 }] });
    expect(blockPurchaseFor(state, buyer('BEECH'))?.own?.transfers).toEqual([]);
    expect(JSON.stringify(blockPurchaseFor(state, buyer('BEECH')))).not.toMatch(/CO-ASH|PO-ASH|Senco ASH/u);
    for (const viewer of [provider, commissioner])
      expect(blockPurchaseFor(state, viewer)?.balances).toMatchObject([{ used: 10 }, { used: 5.5 }, { used: 0 }]);
  });

  test('row 54: settled, a member sees what it owes, the provider and commissioners what all do', () => {
    const lapsing = drawn(aBlockInUse(thePlan({ unused: 'lapse', usableTo: localDate('2027-07-16') })), 'ASH', 10);
    const over = after(lapsing, { ...byProduct(), kind: 'expire-block' }, product(), afterUse);
    const settled = after(over, { ...byProduct(), kind: 'settle-block' }, product(), afterUse);
    expect(blockPurchaseFor(settled, buyer('ASH'))).toMatchObject({ own: { owes: { units: 10, net: 42_000 } } });
    expect(blockPurchaseFor(settled, buyer('ASH'))?.settlement).toBeUndefined();
    for (const viewer of [provider, commissioner]) expect(blockPurchaseFor(settled, viewer)?.settlement).toHaveLength(3);
  });
});

describe('row 52: how the price came about', () => {
  const block = closed(withPledges(aGathering(), fourSchools));

  test('is told by two totals that everybody has seen: that of all approved pledges, and that of those who stayed', () => {
    expect(blockPurchaseFor(block, buyer('DOGWOOD'))).toMatchObject({
      atClosing: { approvedUnits: 92, unitPrice: 4_200 },
      unitPrice: 4_200,
      bought: { units: 82 },
    });
  });

  test('but the provider, whom no pledge was shown to, is told the end of it only', () => {
    const told = blockPurchaseFor(offered(block), provider);
    expect(told).toMatchObject({ unitPrice: 4_200, bought: { units: 82 } });
    expect(told?.atClosing).toBeUndefined();
  });
});

test('rows 53-54: the taker of units is told what it would owe, and their giver is not', () => {
  const inUse = aBlockInUse();
  const promised = after(
    inUse,
    { ...given(asks('ASH')), kind: 'offer-transfer', giver: 'ASH', taker: 'BEECH', units: 10 },
    theFacts('ASH'),
    whileUsable,
  );
  const transferOf = (school: School) => blockPurchaseFor(promised, buyer(school))?.own?.transfers[0];
  const accepted = after(promised, { ...given(head('BEECH')), kind: 'accept-transfer', transfer: 1 }, theFacts('BEECH'), whileUsable);
  const { net, gross } = accepted.shares.find(({ buyerRef }) => buyerRef === 'BEECH') ?? {};
  expect(transferOf('BEECH')?.wouldOwe).toEqual({ net, gross });
  expect(transferOf('ASH')).toEqual({ number: 1, giver: 'ASH', taker: 'BEECH', units: 10 });
});
