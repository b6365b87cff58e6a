import {
  aBlockInUse,
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
  offered,
  pledged,
  product,
  respondBy,
  type School,
  theFacts,
  thePlan,
  theTerms,
  whileUsable,
  withPledges,
} from './block.fixture.ts';
import type { BlockPurchase } from './block-purchase.ts';
import { type BlockViewer, blockPurchaseFor, livePrice } from './block-purchase-view.ts';

const buyer = (buyerRef: School): BlockViewer => ({ kind: 'buyer', buyerRef });
const provider: BlockViewer = { kind: 'provider' };
const commissioner: BlockViewer = { kind: 'commissioner' };
const seen = (block: BlockPurchase, viewer: BlockViewer) => {
  const shown = blockPurchaseFor(block, viewer);
  if (!shown) return undefined;
  const { ref, version, kind, status, leadBuyerRef, statement, ...rest } = shown;
  // What everybody sees who sees it at all.
  expect({ ref, version, kind, status, leadBuyerRef, statement }).toEqual({
    ref: block.ref,
    version: block.version,
    kind: block.kind,
    status: block.status,
    leadBuyerRef: 'ASH',
    statement: block.statement,
  });
  return rest;
};
const nothing = { draws: [], transfers: [] };

describe('row 52: what is shown, whole', () => {
  test('of a draft the statement alone', () => {
    expect(seen(aDraft(), commissioner)).toStrictEqual({});
    expect(seen(aDraft(), buyer('ASH'))).toStrictEqual({ own: nothing });
  });

  test('while pledges are gathered: two totals, the price that they reach, and one’s own pledge', () => {
    const block = approved(pledged(pledged(aGathering(), 'BEECH', 30, 4_200), 'CEDAR', 12, 4_500), 'CEDAR');
    const gathered = {
      approvedUnits: 12,
      waitingUnits: 30,
      unitPrice: 4_500,
      next: { moreUnits: 38, fromUnits: 50, unitPrice: 4_200 },
    };
    expect(seen(block, commissioner)).toStrictEqual({ gathered });
    expect(seen(block, buyer('BEECH'))).toStrictEqual({
      gathered,
      own: {
        ...nothing,
        pledge: {
          units: 30,
          cap: 4_200,
          round: 1,
          state: 'waiting',
          pledgedBy: 'Senco BEECH',
          maximumCost: { net: 126_000, vat: 25_201, gross: 151_201 },
        },
      },
    });
    const all = withPledges(aGathering(), [['ASH', 100, 4_500]]);
    expect(seen(all, commissioner)).toStrictEqual({ gathered: { approvedUnits: 100, waitingUnits: 0, unitPrice: 4_000 } });
  });

  test('lapsed: what the pledges came to', () => {
    const lapsed = closed(withPledges(aGathering(thePlan({ minimumUnits: 99 })), fourSchools));
    expect(seen(lapsed, commissioner)).toStrictEqual({
      gathered: { approvedUnits: 92, waitingUnits: 0, unitPrice: 4_200, next: { moreUnits: 8, fromUnits: 100, unitPrice: 4_000 } },
    });
  });

  test('closed and offered: the price, who bought how much, and how each stands', () => {
    const block = offered(closed(withPledges(aGathering(), fourSchools)));
    const bought = { units: 82, net: 344_400, vat: 68_880, gross: 413_280 };
    const balance = (buyerRef: string, units: number) => ({ buyerRef, bought: units, used: 0, promised: 0, free: units });
    const balances = [balance('ASH', 40), balance('BEECH', 30), balance('CEDAR', 12)];
    const atClosing = { approvedUnits: 92, unitPrice: 4_200 };
    const common = { respondBy, unitPrice: 4_200, bought };
    expect(seen(block, provider)).toStrictEqual({ ...common, shares: block.shares, balances });
    expect(seen(block, commissioner)).toStrictEqual({ ...common, atClosing, shares: block.shares, balances });
    const pledge = { round: 1, state: 'approved' };
    expect(seen(block, buyer('CEDAR'))).toStrictEqual({
      ...common,
      atClosing,
      shares: block.shares,
      own: {
        ...nothing,
        pledge: {
          ...pledge,
          units: 12,
          cap: 4_500,
          pledgedBy: 'Senco CEDAR',
          decidedBy: 'Head CEDAR',
          maximumCost: { net: 54_000, vat: 10_801, gross: 64_801 },
          outcome: 'bought',
        },
        balance: balances[2],
        owes: block.shares[2],
      },
    });
    expect(seen(block, buyer('DOGWOOD'))).toStrictEqual({
      ...common,
      atClosing,
      own: {
        ...nothing,
        pledge: {
          ...pledge,
          units: 10,
          cap: 4_100,
          pledgedBy: 'Senco DOGWOOD',
          decidedBy: 'Head DOGWOOD',
          maximumCost: { net: 41_000, vat: 8_201, gross: 49_201 },
          outcome: 'dropped',
        },
      },
    });
  });

  test('row 54: in use: one’s own draws, order and transfers; what it would owe to the taker alone', () => {
    const offer = { ...given(asks('ASH')), kind: 'offer-transfer', giver: 'ASH', taker: 'CEDAR', units: 4 } as const;
    const block = after(drawn(aBlockInUse(), 'ASH', 10), offer, theFacts('ASH'), whileUsable);
    const transfer = { number: 1, giver: 'ASH', taker: 'CEDAR', units: 4 };
    const own = (school: School) => {
      const { pledge: _pledge, ...rest } = blockPurchaseFor(block, buyer(school))?.own ?? { draws: [] };
      return rest;
    };
    expect(own('ASH')).toStrictEqual({
      balance: { buyerRef: 'ASH', bought: 40, used: 10, promised: 4, free: 26 },
      draws: [{ callOffRef: 'CO-ASH', buyerRef: 'ASH', units: 10 }],
      transfers: [transfer],
      orderRef: 'PO-ASH',
      owes: block.shares[0],
    });
    expect(own('CEDAR')).toStrictEqual({
      balance: { buyerRef: 'CEDAR', bought: 12, used: 0, promised: 0, free: 12 },
      draws: [],
      transfers: [{ ...transfer, wouldOwe: { net: 67_200, gross: 80_640 } }],
      orderRef: 'PO-CEDAR',
      owes: block.shares[2],
    });
    expect(own('BEECH')).toMatchObject({ draws: [], transfers: [] });
    expect(own('DOGWOOD')).toStrictEqual(nothing);
  });

  test('row 54: settled: what each owes in the end', () => {
    const lapsing = drawn(aBlockInUse(thePlan({ unused: 'lapse' })), 'ASH', 10);
    const over = after(lapsing, { ...byProduct(), kind: 'expire-block' }, product(), afterUse);
    const settled = after(over, { ...byProduct(), kind: 'settle-block' }, product(), afterUse);
    expect(settled.history.at(-1)?.what).toBe('Settled');
    const owes = { buyerRef: 'ASH', units: 10, net: 42_000, vat: 8_400, gross: 50_400 };
    expect(blockPurchaseFor(settled, commissioner)?.settlement?.[0]).toEqual(owes);
    expect(blockPurchaseFor(settled, buyer('ASH'))?.own?.owes).toEqual(owes);
    expect(blockPurchaseFor(settled, buyer('ASH'))).not.toHaveProperty('settlement');
    expect(blockPurchaseFor(over, provider)).not.toHaveProperty('settlement');
  });
});

test('row 51: the live price is of whole units from one on, in place of the buyer’s own approved ones', () => {
  const statement = { bands: theTerms().bands };
  expect(livePrice({ statement }, 0)).toStrictEqual({
    units: 0,
    unitPrice: 4_500,
    next: { moreUnits: 50, fromUnits: 50, unitPrice: 4_200 },
  });
  expect(livePrice({ statement, own: {} }, 1)).toMatchObject({ units: 1 });
  const gathered = { approvedUnits: 60 };
  const own = (state: 'approved' | 'waiting') => ({ pledge: { state, units: 20 } });
  expect(livePrice({ statement, gathered, own: own('approved') }, 60)).toStrictEqual({ units: 100, unitPrice: 4_000 });
  expect(livePrice({ statement, gathered, own: own('waiting') }, 30).units).toBe(90);
  for (const typed of [0, -1, 0.5, Number.NaN]) expect(livePrice({ statement, gathered }, typed).units).toBe(60);
});
