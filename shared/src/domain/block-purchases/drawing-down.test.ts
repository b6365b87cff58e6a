import { localDate } from '../days/local-date.ts';
import { personKey } from '../people/person.ts';
import { balanceOf } from './balance.ts';
import {
  aBlockInUse,
  aCallOff,
  accepted,
  aFullBlockInUse,
  after,
  afterUse,
  asks,
  byProduct,
  deputy,
  drawn,
  fourSchools,
  given,
  head,
  over,
  product,
  refusal,
  type School,
  theFacts,
  thePlan,
  whileUsable,
} from './block.fixture.ts';
import type { BlockFacts, DrawingCallOff } from './block-command.ts';
import type { BlockPurchase } from './block-purchase.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';
import { totalsOf } from './shares.ts';

const draw = (
  block: BlockPurchase,
  buyerRef: School,
  units: number,
  told: Partial<DrawingCallOff> = {},
  facts: Partial<BlockFacts> = {},
  now = whileUsable,
) => {
  const callOff = aCallOff(buyerRef, units, told);
  return decideBlockPurchase(
    block,
    { ...byProduct(), kind: 'draw', buyerRef, callOffRef: `CO-${buyerRef}`, over },
    product({ callOff, ...facts }),
    now,
  );
};
const giveBack = (block: BlockPurchase, callOffRef: string, units: number, now = whileUsable) =>
  decideBlockPurchase(block, { ...byProduct(), kind: 'return-draw', callOffRef, units }, product(), now);

describe('row 54: units are drawn by the call-offs of their own buyer', () => {
  test('no more than the buyer has left, whatever the others have', () => {
    const block = drawn(aBlockInUse(), 'CEDAR', 7.5);
    expect(balanceOf(block, 'CEDAR')).toEqual({ buyerRef: 'CEDAR', bought: 12, used: 7.5, promised: 0, free: 4.5 });
    expect(refusal(draw(block, 'CEDAR', 4.75, { ref: 'CO-2' }, {}, whileUsable)).code).toBe('call-off-not-known');
    const second = (units: number) => {
      const callOff = aCallOff('CEDAR', units, { ref: 'CO-2' });
      return decideBlockPurchase(
        block,
        { ...byProduct(), kind: 'draw', buyerRef: 'CEDAR', callOffRef: 'CO-2', over },
        product({ callOff }),
        whileUsable,
      );
    };
    expect(refusal(second(4.75))).toMatchObject({
      code: 'not-enough-units',
      detail: 'This needs 4.75 units of block purchase BP-0001, and 4.5 are left.',
    });
    expect(accepted(second(4.5)).state.draws).toHaveLength(2);
  });

  test('a buyer that dropped out has none', () => {
    expect(refusal(draw(aBlockInUse(), 'DOGWOOD', 1)).code).toBe('call-off-not-known');
  });

  test.each<[string, Partial<DrawingCallOff>, string]>([
    ['of another buyer', { buyerRef: 'BEECH' }, 'call-off-not-known'],
    ['of another service', { serviceRef: 'S-00002' }, 'call-off-does-not-fit'],
    ['by another unit', { unit: 'day' }, 'call-off-does-not-fit'],
    ['that begins before the first day of use', { startDate: localDate('2027-01-03') }, 'call-off-does-not-fit'],
    ['that ends after the last day of use', { endDate: localDate('2027-07-17') }, 'call-off-does-not-fit'],
    ['of a tenth of an hour', { units: 0.1 }, 'call-off-does-not-fit'],
    ['of nothing', { units: 0 }, 'call-off-does-not-fit'],
  ])('a call-off %s draws nothing', (_what, told, code) => {
    expect(refusal(draw(aBlockInUse(), 'ASH', 10, told)).code).toBe(code);
  });

  test('only the product draws, for an order that is about to be written, until the last day of use', () => {
    expect(refusal(draw(aBlockInUse(), 'ASH', 10, {}, { roles: ['requester', 'approver', 'lead'] })).code).toBe('not-your-role');
    expect(refusal(draw(aBlockInUse(), 'ASH', 10, {}, {}, afterUse)).code).toBe('dates-not-allowed');
  });

  test('drawn again a call-off holds what it had or what it wants, whichever is more, and never more than its buyer has', () => {
    const block = drawn(aBlockInUse(), 'ASH', 30);
    expect(accepted(draw(block, 'ASH', 5)).state.draws).toMatchObject([{ units: 30 }]);
    expect(accepted(draw(block, 'ASH', 40)).state.draws).toMatchObject([{ units: 40 }]);
    expect(refusal(draw(block, 'ASH', 40.25)).code).toBe('not-enough-units');
  });

  test('in a purchase that is used up a call-off draws again what it holds, and no other draws', () => {
    const used = drawn(drawn(drawn(aBlockInUse(), 'ASH', 40), 'BEECH', 30), 'CEDAR', 12);
    const { state, effects } = accepted(draw(used, 'ASH', 40));
    expect(state.status).toBe('exhausted');
    expect(effects.map(({ kind }) => kind)).toEqual(['record-audit']);
    expect(refusal(draw(used, 'ASH', 1, { ref: 'CO-2' })).code).toBe('call-off-not-known');
  });

  test('the last unit exhausts the purchase, and a unit that is given back opens it again', () => {
    const used = drawn(drawn(drawn(aBlockInUse(), 'ASH', 40), 'BEECH', 30), 'CEDAR', 12);
    expect(used.status).toBe('exhausted');
    const { state } = accepted(giveBack(used, 'CO-BEECH', 0.25));
    expect(state.status).toBe('drawing');
    expect(balanceOf(state, 'BEECH')).toMatchObject({ used: 29.75, free: 0.25 });
  });

  test('what is given back is at most what that call-off drew', () => {
    const block = drawn(aBlockInUse(), 'ASH', 10);
    expect(refusal(giveBack(block, 'CO-ASH', 10.25)).code).toBe('not-enough-units');
    expect(refusal(giveBack(block, 'CO-ASH', 0)).code).toBe('number-not-allowed');
    expect(refusal(giveBack(block, 'CO-2', 1)).code).toBe('not-drawn');
    expect(accepted(giveBack(block, 'CO-ASH', 10)).state.draws).toEqual([]);
  });
});

const offer = (block: BlockPurchase, giver: School, taker: string, units: number, now = whileUsable) =>
  decideBlockPurchase(block, { ...given(asks(giver)), kind: 'offer-transfer', giver, taker, units }, theFacts(giver), now);
const answer = (
  block: BlockPurchase,
  kind: 'accept-transfer' | 'refuse-transfer' | 'withdraw-transfer',
  by = head('CEDAR'),
  now = whileUsable,
) => decideBlockPurchase(block, { ...given(by), kind, transfer: 1 }, theFacts('CEDAR'), now);

describe('row 54: after closing nobody leaves but by a transfer to another member', () => {
  test('the units are put aside, and an approver of the taker takes on their cost (row 53, R35)', () => {
    const { state, effects } = accepted(offer(drawn(aBlockInUse(), 'ASH', 30), 'ASH', 'CEDAR', 8));
    expect(balanceOf(state, 'ASH')).toEqual({ buyerRef: 'ASH', bought: 40, used: 30, promised: 8, free: 2 });
    // £840 and VAT, with the £504 that Cedar owes already: above what its deputy may approve.
    expect(effects.slice(1)).toMatchObject([{ kind: 'ask-transfer-approval', to: personKey(head('CEDAR')), transfer: 1 }]);
    expect(refusal(answer(state, 'accept-transfer', deputy('CEDAR'))).code).toBe('over-approval-limit');
    expect(refusal(answer(state, 'accept-transfer', head('ASH'))).code).toBe('not-your-buyer');
    const taken = accepted(answer(state, 'accept-transfer'));
    expect(taken.state.shares).toMatchObject([
      { buyerRef: 'ASH', units: 32, net: 134_400, vat: 26_880 },
      { buyerRef: 'BEECH', units: 30, net: 126_000, vat: 25_200 },
      { buyerRef: 'CEDAR', units: 20, net: 84_000, vat: 16_800 },
    ]);
    expect(totalsOf(taken.state.shares)).toEqual(totalsOf(state.shares));
    expect(taken.effects.map(({ kind }) => kind)).toContain('settle-ledgers');
    expect(taken.state.transfers).toEqual([]);
  });

  test('it is what the taker then owes that its approver may approve, not what the giver keeps', () => {
    const aside = accepted(offer(aBlockInUse(), 'CEDAR', 'BEECH', 10)).state;
    const accept = { ...given(deputy('BEECH')), kind: 'accept-transfer', transfer: 1 } as const;
    expect(refusal(decideBlockPurchase(aside, accept, theFacts('BEECH'), whileUsable))).toMatchObject({
      code: 'over-approval-limit',
      detail: 'BEECH would owe £2,016.00 with VAT, which is above your limit.',
    });
  });

  test('units that are drawn or put aside already cannot be offered, nor drawn', () => {
    const block = drawn(aBlockInUse(), 'ASH', 30);
    expect(refusal(offer(block, 'ASH', 'CEDAR', 11)).code).toBe('not-enough-units');
    const aside = accepted(offer(block, 'ASH', 'CEDAR', 8)).state;
    expect(refusal(offer(aside, 'ASH', 'BEECH', 3)).code).toBe('not-enough-units');
    const callOff = aCallOff('ASH', 3, { ref: 'CO-2' });
    const command = { ...byProduct(), kind: 'draw', buyerRef: 'ASH', callOffRef: 'CO-2', over } as const;
    expect(refusal(decideBlockPurchase(aside, command, product({ callOff }), whileUsable)).code).toBe('not-enough-units');
  });

  test('only to a member, in whole units, within the days of use', () => {
    expect(refusal(offer(aBlockInUse(), 'ASH', 'DOGWOOD', 1)).code).toBe('not-a-member');
    expect(refusal(offer(aBlockInUse(), 'ASH', 'ASH', 1)).code).toBe('not-a-member');
    expect(refusal(offer(aBlockInUse(), 'ASH', 'CEDAR', 0.5)).code).toBe('number-not-allowed');
    expect(refusal(offer(aBlockInUse(), 'ASH', 'CEDAR', 1, afterUse)).code).toBe('dates-not-allowed');
    expect(refusal(offer(aBlockInUse(), 'DOGWOOD', 'ASH', 1)).code).toBe('not-enough-units');
  });

  test('needs somebody at the taker who may approve it', () => {
    const command = { ...given(asks('ASH')), kind: 'offer-transfer', giver: 'ASH', taker: 'CEDAR', units: 8 } as const;
    const members = theFacts('ASH').members.filter(({ buyerRef }) => buyerRef === 'ASH');
    expect(refusal(decideBlockPurchase(aBlockInUse(), command, theFacts('ASH', { members }), whileUsable)).code).toBe(
      'no-eligible-approver',
    );
  });

  test('is refused by the taker or withdrawn by the giver, and the units are free again', () => {
    const aside = accepted(offer(aBlockInUse(), 'ASH', 'CEDAR', 8)).state;
    expect(refusal(answer(aside, 'withdraw-transfer', asks('CEDAR'))).code).toBe('not-your-buyer');
    expect(refusal(answer(aside, 'refuse-transfer', asks('BEECH'))).code).toBe('not-your-buyer');
    for (const free of [answer(aside, 'withdraw-transfer', asks('ASH')), answer(aside, 'refuse-transfer', asks('CEDAR'))]) {
      const { state } = accepted(free);
      expect(balanceOf(state, 'ASH').free).toBe(40);
      expect(state.shares).toEqual(aside.shares);
      for (const kind of ['accept-transfer', 'refuse-transfer', 'withdraw-transfer'] as const)
        expect(refusal(answer(state, kind)).code).toBe('no-such-transfer');
    }
  });

  test('that nobody answered ends with the last day of use, and cannot be accepted after it', () => {
    const aside = accepted(offer(aBlockInUse(), 'ASH', 'CEDAR', 8)).state;
    expect(refusal(answer(aside, 'accept-transfer', head('CEDAR'), afterUse)).code).toBe('dates-not-allowed');
    const { state } = accepted(decideBlockPurchase(aside, { ...byProduct(), kind: 'expire-block' }, product(), afterUse));
    expect(state).toMatchObject({ status: 'expired', transfers: [] });
  });
});

describe('row 54: settlement', () => {
  const expired = (block: BlockPurchase) => after(block, { ...byProduct(), kind: 'expire-block' }, product(), afterUse);
  const settle = (block: BlockPurchase, told: Partial<BlockFacts> = {}, now = afterUse) =>
    decideBlockPurchase(block, { ...byProduct(), kind: 'settle-block' }, product(told), now);
  const used = (unused: 'pay' | 'lapse') => drawn(drawn(aBlockInUse(thePlan({ unused })), 'ASH', 30.25), 'CEDAR', 12);

  test('where unused units are paid, each owes its whole share', () => {
    const block = expired(used('pay'));
    expect(accepted(settle(block)).state.settlement).toEqual(block.shares);
  });

  test('where they lapse, each owes what it used, to the penny', () => {
    const { settlement = [] } = accepted(settle(expired(used('lapse')))).state;
    expect(settlement).toEqual([
      { buyerRef: 'ASH', units: 30.25, net: 127_050, vat: 25_410, gross: 152_460 },
      { buyerRef: 'BEECH', units: 0, net: 0, vat: 0, gross: 0 },
      { buyerRef: 'CEDAR', units: 12, net: 50_400, vat: 10_080, gross: 60_480 },
    ]);
    expect(totalsOf(settlement)).toEqual({ units: 42.25, net: 177_450, vat: 35_490, gross: 212_940 });
  });

  test('waits for the last day of use, and for every call-off that drew units', () => {
    const all = drawn(drawn(drawn(aBlockInUse(), 'ASH', 40), 'BEECH', 30), 'CEDAR', 12);
    expect(refusal(settle(all, {}, whileUsable)).code).toBe('not-yet');
    expect(refusal(settle(all, { liveCallOffs: ['CO-ASH'] }))).toMatchObject({
      code: 'call-offs-still-live',
      detail: '1 of the call-offs that drew units still run or wait to be reconciled.',
    });
    // What the edge did not read counts as live.
    expect(refusal(settle(all, { liveCallOffs: undefined })).code).toBe('call-offs-still-live');
    expect(accepted(settle(all, { liveCallOffs: ['CO-of-another-purchase'] })).state.status).toBe('settled');
  });

  test('counts what was given back after the last day of use', () => {
    const late = accepted(giveBack(expired(used('lapse')), 'CO-CEDAR', 2, afterUse)).state;
    expect(late.status).toBe('expired');
    expect(accepted(settle(late)).state.settlement?.at(-1)).toMatchObject({ buyerRef: 'CEDAR', units: 10, net: 42_000 });
  });

  test('nothing ends before its time', () => {
    const expire = decideBlockPurchase(aBlockInUse(), { ...byProduct(), kind: 'expire-block' }, product(), '2027-07-16T22:59:00Z');
    expect(refusal(expire).code).toBe('not-yet');
    // Midnight in London, an hour before it is midnight in UTC.
    expect(decideBlockPurchase(aBlockInUse(), { ...byProduct(), kind: 'expire-block' }, product(), '2027-07-16T23:00:00Z').ok).toBe(true);
  });
});

test.each<[string, () => BlockPurchase, number]>([
  ['of a few buyers', () => aBlockInUse(thePlan(), [['ASH', 15_000, 4_500], ...fourSchools.slice(1)]), 550],
  ['of forty', () => aFullBlockInUse(thePlan({ unused: 'lapse' })), 100],
])('a full record %s refuses one draw more, and can still be ended and settled', (_what, begun, atLeast) => {
  let block = begun();
  for (let count = 0; ; count += 1) {
    const callOff = aCallOff('ASH', 1, { ref: `CO-2027-${String(count).padStart(6, '0')}` });
    const receipted = new Set(block.outbox.map(({ id }) => id));
    const decision = decideBlockPurchase(
      block,
      { ...byProduct(), receipted, kind: 'draw', buyerRef: 'ASH', callOffRef: callOff.ref, over },
      product({ callOff }),
      whileUsable,
    );
    if (decision.ok) block = decision.state;
    else {
      expect(decision.code).toBe('record-full');
      expect(count).toBeGreaterThan(atLeast);
      break;
    }
  }
  expect(giveBack(block, 'CO-2027-000000', 1).ok).toBe(true);
  const ended = after(block, { ...byProduct(), kind: 'expire-block' }, product(), afterUse);
  const done = after(ended, { ...byProduct(), kind: 'settle-block' }, product(), afterUse);
  expect(done.settlement).toHaveLength(block.shares.length);
  expect(JSON.stringify(done).length).toBeLessThanOrEqual(60_000);
});
