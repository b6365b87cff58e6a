import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import {
  accepted,
  after,
  aGathering,
  approved,
  asks,
  type BlockDecision,
  beforeClosing,
  deputy,
  given,
  head,
  pledged,
  refusal,
  type School,
  theFacts,
  thePlan,
  theTerms,
} from './block.fixture.ts';
import type { BlockCommand, BlockFacts } from './block-command.ts';
import { type BlockPurchase, outcomeOf, type PledgeState } from './block-purchase.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';
import { mostBuyers } from './pledging.ts';
import { pledgesToRemindOf } from './remind-of-pledge.ts';

const pledge = (block: BlockPurchase, buyerRef: School, told: { units?: number; cap?: number } = {}, facts: Partial<BlockFacts> = {}) =>
  decideBlockPurchase(
    block,
    { ...given(asks(buyerRef)), kind: 'pledge', buyerRef, units: told.units ?? 10, cap: (told.cap ?? 4_200) as never },
    theFacts(buyerRef, facts),
    beforeClosing,
  );
const told = (decision: BlockDecision) => (decision.ok ? 'accepted' : `${decision.code} ${decision.field ?? ''}`.trim());
const inState = (block: BlockPurchase, state: PledgeState): BlockPurchase => ({
  ...block,
  pledges: block.pledges.map((each) => ({ ...each, state })),
});

describe('row 52: what is kept of a pledge', () => {
  test('whole: who, how many, at most how much, in which round, and when its approvers were asked', () => {
    const first = accepted(pledge(aGathering(), 'BEECH')).state;
    const made = {
      buyerRef: 'BEECH',
      buyerName: 'BEECH School',
      units: 10,
      cap: 4_200,
      round: 1,
      state: 'waiting',
      pledgedBy: asks('BEECH'),
      askedOn: '2026-12-01',
    };
    expect(first.pledges).toStrictEqual([made]);
    expect(first.history.at(-1)?.what).toBe('BEECH School pledged');
    const both = accepted(pledge(first, 'CEDAR')).state;
    const again = accepted(pledge(approved(both, 'BEECH'), 'BEECH', { units: 12, cap: 4_500 })).state;
    expect(again.pledges).toStrictEqual([{ ...made, units: 12, cap: 4_500, round: 2 }, both.pledges[1]]);
    expect(again.history.at(-1)?.what).toBe('BEECH School pledged anew');
  });

  test('withdrawn, nobody decided it any more', () => {
    const block = approved(pledged(pledged(aGathering(), 'BEECH', 10, 4_200), 'ASH', 10, 4_200), 'BEECH');
    const { decidedBy: _decided, ...made } = block.pledges[0] as (typeof block.pledges)[number];
    const gone = after(block, { ...given(asks('BEECH')), kind: 'withdraw-pledge', buyerRef: 'BEECH' }, theFacts('BEECH'));
    expect(gone.pledges).toStrictEqual([{ ...made, state: 'withdrawn' }, block.pledges[1]]);
  });

  test.each<[PledgeState, string]>([
    ['waiting', 'accepted'],
    ['approved', 'accepted'],
    ['refused', 'no-such-pledge'],
    ['withdrawn', 'no-such-pledge'],
  ])('one that is %s is left: %s', (state, outcome) => {
    const block = inState(pledged(aGathering(), 'BEECH', 10, 4_200), state);
    const withdraw: BlockCommand = { ...given(asks('BEECH')), kind: 'withdraw-pledge', buyerRef: 'BEECH' };
    expect(told(decideBlockPurchase(block, withdraw, theFacts('BEECH'), beforeClosing))).toBe(outcome);
  });
});

describe('row 52: how much may be pledged', () => {
  test.each<[string, { units?: number; cap?: number }, string]>([
    ['one unit', { units: 1 }, 'accepted'],
    ['none', { units: 0 }, 'number-not-allowed /units'],
    ['part of one', { units: 1.5 }, 'number-not-allowed /units'],
    ['as many as one purchase holds', { units: 100_000 }, 'accepted'],
    ['one more', { units: 100_001 }, 'number-not-allowed /units'],
    ['at the lowest price', { cap: 4_000 }, 'accepted'],
    ['a penny below it', { cap: 3_999 }, 'cap-too-low /cap'],
    ['at the price without a block', { cap: 4_500 }, 'accepted'],
    ['a penny above it', { cap: 4_501 }, 'price-not-allowed /cap'],
    ['at nothing', { cap: 0 }, 'price-not-allowed /cap'],
    ['at part of a penny', { cap: 4_200.5 }, 'price-not-allowed /cap'],
  ])('%s: %j', (_what, amount, outcome) => {
    const rich = theFacts('BEECH').members.map((member) => ({ ...member, approvalLimit: pence(1_000_000_000_000) }));
    expect(told(pledge(aGathering(), 'BEECH', amount, { members: rich }))).toBe(outcome);
  });

  test('the units of other buyers count while their pledges wait or stand, and the buyer’s own earlier ones do not', () => {
    const rich = { members: theFacts('BEECH').members.map((member) => ({ ...member, approvalLimit: pence(1_000_000_000_000) })) };
    const most = accepted(pledge(aGathering(), 'ASH', { units: 99_990 }, rich)).state;
    const room = (state: PledgeState, units: number) => told(pledge(inState(most, state), 'BEECH', { units }, rich));
    expect([room('waiting', 10), room('waiting', 11), room('approved', 11)]).toEqual([
      'accepted',
      'number-not-allowed /units',
      'number-not-allowed /units',
    ]);
    expect([room('refused', 11), room('withdrawn', 11)]).toEqual(['accepted', 'accepted']);
    expect(told(pledge(most, 'ASH', { units: 100_000 }, rich))).toBe('accepted');
  });

  test('one purchase with a price of one penny takes a cap of one penny', () => {
    const bands = [
      { fromUnits: 1, unitPrice: pence(2) },
      { fromUnits: 50, unitPrice: pence(1) },
    ];
    expect(told(pledge(aGathering(thePlan(), 'joint', theTerms({ bands })), 'BEECH', { cap: 1 }))).toBe('accepted');
  });
});

describe('R29, row 52: who may join', () => {
  test.each<[string, BlockFacts['buyer'], string]>([
    ['a buyer that may', { ref: 'BEECH', name: 'Beech', mayBuy: true }, 'accepted'],
    ['one that may not', { ref: 'BEECH', name: 'Beech', mayBuy: false }, 'buyer-not-eligible /buyerRef'],
    ['another', { ref: 'CEDAR', name: 'Cedar', mayBuy: true }, 'buyer-not-eligible /buyerRef'],
    ['one that is not known', undefined, 'buyer-not-eligible /buyerRef'],
  ])('%s', (_who, buyer, outcome) => {
    expect(told(pledge(aGathering(), 'BEECH', {}, { buyer }))).toBe(outcome);
  });

  test('in an individual purchase its lead alone', () => {
    const alone = aGathering(thePlan(), 'individual');
    expect([told(pledge(alone, 'ASH')), told(pledge(alone, 'BEECH'))]).toEqual(['accepted', 'individual-purchase /buyerRef']);
  });

  test('as many as the record holds, of whom each may still pledge anew', () => {
    const [first] = pledged(aGathering(), 'BEECH', 1, 4_200).pledges;
    if (!first) throw new Error('nobody pledged');
    const full = (count: number): BlockPurchase => ({
      ...aGathering(),
      pledges: Array.from({ length: count }, (_, at) => ({ ...first, buyerRef: at === 0 ? 'BEECH' : `B-${at}` })),
    });
    expect(told(pledge(full(mostBuyers - 1), 'CEDAR'))).toBe('accepted');
    expect(told(pledge(full(mostBuyers), 'CEDAR'))).toBe('too-many-buyers /buyerRef');
    expect(told(pledge(full(mostBuyers), 'BEECH'))).toBe('accepted');
  });
});

describe('row 53: a pledge is decided', () => {
  const waiting = pledged(pledged(aGathering(), 'ASH', 10, 4_200), 'BEECH', 10, 4_200);
  const about = { buyerRef: 'ASH', round: 1 };

  test('approved or refused, it names who did it, and no other pledge changes', () => {
    const approve = decideBlockPurchase(
      waiting,
      { ...given(head('ASH')), kind: 'approve-pledge', ...about },
      theFacts('ASH'),
      beforeClosing,
    );
    expect(accepted(approve).state.pledges).toStrictEqual([
      { ...waiting.pledges[0], state: 'approved', decidedBy: head('ASH') },
      waiting.pledges[1],
    ]);
    expect(accepted(approve).state.history.at(-1)?.what).toBe('Pledge of ASH School approved');
    const refuse = { ...given(deputy('ASH')), kind: 'refuse-pledge', ...about, reason: 'Too dear.' } as const;
    expect(accepted(decideBlockPurchase(waiting, refuse, theFacts('ASH'), beforeClosing)).state.pledges).toStrictEqual([
      { ...waiting.pledges[0], state: 'refused', decidedBy: deputy('ASH') },
      waiting.pledges[1],
    ]);
  });

  test('once: who comes second reads who decided, where anybody did', () => {
    const approve = (block: BlockPurchase) =>
      refusal(decideBlockPurchase(block, { ...given(head('ASH')), kind: 'approve-pledge', ...about }, theFacts('ASH'), beforeClosing))
        .detail;
    expect(approve(approved(waiting, 'ASH'))).toBe('This pledge is approved already by Head ASH.');
    expect(approve(inState(waiting, 'withdrawn'))).toBe('This pledge is withdrawn already.');
  });

  test('a reason has from one to 2,000 characters', () => {
    const refuse = (reason: string) =>
      decideBlockPurchase(waiting, { ...given(head('ASH')), kind: 'refuse-pledge', ...about, reason }, theFacts('ASH'), beforeClosing);
    expect(told(refuse('x'.repeat(2_000)))).toBe('accepted');
    expect(refusal(refuse('x'.repeat(2_001)))).toMatchObject({ code: 'text-too-long', field: '/reason' });
    expect(refusal(refuse('For Jack Smith.'))).toMatchObject({ code: 'text-names-a-pupil', field: '/reason' });
    expect(refusal(refuse(' '))).toStrictEqual({
      ok: false,
      code: 'text-required',
      detail: 'Enter why the pledge is refused.',
      field: '/reason',
    });
    // A refusal that no input caused names none.
    expect(
      Object.keys(
        refusal(
          decideBlockPurchase(
            waiting,
            { ...given(head('ASH')), kind: 'approve-pledge', ...about, round: 2 },
            theFacts('ASH'),
            beforeClosing,
          ),
        ),
      ),
    ).toEqual(['ok', 'code', 'detail']);
  });
});

test('row 49: a pledge of an older record, of which nobody knows when its approvers were asked, is reminded of too', () => {
  const block = pledged(aGathering(), 'BEECH', 10, 4_200);
  const older = { ...block, pledges: block.pledges.map((each) => ({ ...each, askedOn: undefined })) };
  expect(pledgesToRemindOf(older, '2026-12-10T09:00:00Z')).toEqual(['BEECH']);
  const today = { ...block, pledges: block.pledges.map((each) => ({ ...each, askedOn: localDate('2026-12-10') })) };
  expect(pledgesToRemindOf(today, '2026-12-10T09:00:00Z')).toEqual([]);
});

test('row 52: what became of a pledge at closing, and of none before it or where it was left', () => {
  const pledgeOf = (state: PledgeState) => ({
    ...(pledged(aGathering(), 'ASH', 1, 4_200).pledges[0] as BlockPurchase['pledges'][number]),
    state,
  });
  const share = { buyerRef: 'ASH', units: 1, net: pence(0), vat: pence(0), gross: pence(0) };
  const of = (status: BlockPurchase['status'], state: PledgeState, shares: readonly (typeof share)[] = []) =>
    outcomeOf({ status, shares }, pledgeOf(state));
  for (const status of ['draft', 'gathering', 'cancelled'] as const)
    expect([of(status, 'approved'), of(status, 'waiting')]).toEqual([undefined, undefined]);
  for (const status of ['closed', 'drawing', 'settled', 'lapsed'] as const)
    expect([of(status, 'waiting'), of(status, 'refused'), of(status, 'withdrawn')]).toEqual(['not-approved', undefined, undefined]);
  expect([
    of('closed', 'approved', [share]),
    of('closed', 'approved', [{ ...share, buyerRef: 'BEECH' }]),
    of('lapsed', 'approved'),
  ]).toEqual(['bought', 'dropped', 'lapsed']);
});
