import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { personKey } from '../people/person.ts';
import {
  accepted,
  aDraft,
  after,
  afterClosing,
  aGathering,
  approved,
  asks,
  asksAndApproves,
  beforeClosing,
  byProduct,
  closesAt,
  deputy,
  given,
  head,
  pledged,
  product,
  refusal,
  type School,
  theFacts,
  thePlan,
  theTerms,
  withPledges,
} from './block.fixture.ts';
import type { BlockCommand, BlockFacts } from './block-command.ts';
import type { BlockPlan, BlockPurchase } from './block-purchase.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';
import { mostBuyers } from './pledging.ts';

const draft = (plan: BlockPlan, told: Partial<BlockFacts> = {}) =>
  decideBlockPurchase(
    undefined,
    { ...given(asks('ASH')), kind: 'draft-block', ref: 'BP-0001', purchase: 'joint', leadBuyerRef: 'ASH', plan },
    theFacts('ASH', told),
    beforeClosing,
  );

describe('row 51: what is stated before anybody pledges', () => {
  test('price, bands and VAT are taken from the register, the rest from the lead', () => {
    expect(aDraft()).toMatchObject({
      status: 'draft',
      kind: 'joint',
      leadBuyerRef: 'ASH',
      statement: { rateRef: 'R-00001', rateHash: '#rate', vatBasisPoints: 2_000, minimumUnits: 40, closesAt, unused: 'pay' },
    });
    expect(aDraft().statement).not.toHaveProperty('orderable');
  });

  test.each<[string, Partial<BlockPlan>, string, string]>([
    ['no units', { minimumUnits: 0 }, 'number-not-allowed', '/plan/minimumUnits'],
    ['half a unit', { minimumUnits: 0.5 }, 'number-not-allowed', '/plan/minimumUnits'],
    ['no closing time', { closesAt: 'soon' }, 'dates-not-allowed', '/plan/closesAt'],
    ['a closing time that is over', { closesAt: beforeClosing }, 'dates-not-allowed', '/plan/closesAt'],
    ['use on the day of closing', { usableFrom: localDate('2026-12-11') }, 'dates-not-allowed', '/plan/usableFrom'],
    ['use that ends before it begins', { usableTo: localDate('2027-01-03') }, 'dates-not-allowed', '/plan/usableTo'],
    ['use after the price period', { usableTo: localDate('2027-09-01') }, 'dates-not-allowed', '/plan/usableTo'],
  ])('%s is refused', (_what, told, code, field) => {
    expect(refusal(draft(thePlan(told)))).toMatchObject({ code, field });
  });

  test('use may end on the last day of the price, of the lot, or of both', () => {
    const lastDay = localDate('2027-08-31');
    const later = localDate('2028-08-31');
    for (const [priceTo, lotExpiresOn] of [
      [lastDay, later],
      [later, lastDay],
      [lastDay, lastDay],
    ] as const)
      expect(
        draft(thePlan({ usableTo: lastDay }), { terms: theTerms({ priceTo, lotExpiresOn, priceFrom: thePlan().usableFrom }) }).ok,
      ).toBe(true);
  });

  test.each<[string, Partial<BlockFacts>, string]>([
    ['a service that is not priced', { terms: undefined }, 'service-not-known'],
    ['a provider that may not be ordered from', { terms: theTerms({ orderable: false }) }, 'provider-not-orderable'],
    ['a service without volume prices', { terms: theTerms({ bands: theTerms().bands.slice(0, 1) }) }, 'no-volume-bands'],
    ['volume prices that rise', { terms: theTerms({ bands: [...theTerms().bands].reverse() }) }, 'no-volume-bands'],
    ['a lot that ends before', { terms: theTerms({ lotExpiresOn: localDate('2027-07-15') }) }, 'dates-not-allowed'],
    ['a price that begins later', { terms: theTerms({ priceFrom: localDate('2027-01-05') }) }, 'dates-not-allowed'],
    ['R29: a buyer that may not use the framework', { buyer: { ref: 'ASH', name: 'Ash', mayBuy: false } }, 'buyer-not-eligible'],
    ['somebody who does not ask for the lead buyer', { members: [] }, 'not-your-buyer'],
    ['somebody who is no lead', { roles: ['requester', 'approver', 'commissioner'] }, 'not-your-role'],
  ])('%s is refused', (_what, told, code) => {
    expect(refusal(draft(thePlan(), told)).code).toBe(code);
  });

  test('R38: opening asks whether price and VAT still are as drafted; saved again, the draft takes the new ones over', () => {
    const facts = theFacts('ASH', { terms: theTerms({ vatBasisPoints: 0 }) });
    const open = (block: BlockPurchase) => decideBlockPurchase(block, { ...given(asks('ASH')), kind: 'open-block' }, facts, beforeClosing);
    expect(refusal(open(aDraft())).code).toBe('terms-changed');
    const again = after(aDraft(), { ...given(asks('ASH')), kind: 'amend-block', plan: thePlan({ minimumUnits: 50 }) }, facts);
    expect(accepted(open(again)).state).toMatchObject({ status: 'gathering', statement: { vatBasisPoints: 0, minimumUnits: 50 } });
  });

  test('nothing of it changes once the purchase is open', () => {
    const amend = { ...given(asks('ASH')), kind: 'amend-block', plan: thePlan({ minimumUnits: 1 }) } as const;
    expect(refusal(decideBlockPurchase(aGathering(), amend, theFacts('ASH'), beforeClosing))).toMatchObject({
      code: 'not-in-this-state',
      detail: 'You cannot change the draft: the block purchase is open for pledges.',
    });
  });
});

const pledge = (
  block: BlockPurchase,
  buyerRef: School,
  told: { units?: number; cap?: number } = {},
  facts: Partial<BlockFacts> = {},
  now = beforeClosing,
) =>
  decideBlockPurchase(
    block,
    { ...given(asks(buyerRef)), kind: 'pledge', buyerRef, units: told.units ?? 10, cap: pence(told.cap ?? 4_200) },
    theFacts(buyerRef, facts),
    now,
  );

describe('row 52: a pledge', () => {
  test('waits for an approver of its own buyer, and asks each who may approve its maximum cost', () => {
    const { state, effects } = accepted(pledge(aGathering(), 'BEECH', { units: 10, cap: 4_200 }));
    expect(state.pledges).toMatchObject([{ buyerRef: 'BEECH', units: 10, cap: 4_200, round: 1, state: 'waiting' }]);
    // £420 and VAT is above what the deputy may approve.
    expect(effects.slice(1)).toMatchObject([
      { kind: 'ask-pledge-approval', to: personKey(head('BEECH')), buyerRef: 'BEECH', round: 1, id: 'BP-0001-v3-1' },
    ]);
    const small = accepted(pledge(aGathering(), 'BEECH', { units: 9 })).effects;
    expect(small.filter(({ kind }) => kind === 'ask-pledge-approval')).toHaveLength(2);
  });

  test.each<[string, { units?: number; cap?: number }, string, string]>([
    ['of nothing', { units: 0 }, 'number-not-allowed', '/units'],
    ['of half an hour', { units: 0.5 }, 'number-not-allowed', '/units'],
    ['of more than one purchase holds', { units: 100_001 }, 'number-not-allowed', '/units'],
    ['at nothing', { cap: 0 }, 'price-not-allowed', '/cap'],
    ['below the lowest price', { cap: 3_999 }, 'cap-too-low', '/cap'],
    ['above the price without a block', { cap: 4_501 }, 'price-not-allowed', '/cap'],
  ])('%s is refused', (_what, told, code, field) => {
    expect(refusal(pledge(aGathering(), 'BEECH', told))).toMatchObject({ code, field });
  });

  test('R29: is for buyers that may use the framework, by those who ask for them', () => {
    expect(refusal(pledge(aGathering(), 'BEECH', {}, { buyer: { ref: 'BEECH', name: 'Beech', mayBuy: false } })).code).toBe(
      'buyer-not-eligible',
    );
    expect(refusal(pledge(aGathering(), 'BEECH', {}, { buyer: { ref: 'CEDAR', name: 'Cedar', mayBuy: true } })).code).toBe(
      'buyer-not-eligible',
    );
    const other: BlockCommand = { ...given(asks('ASH')), kind: 'pledge', buyerRef: 'BEECH', units: 10, cap: pence(4_200) };
    expect(refusal(decideBlockPurchase(aGathering(), other, theFacts('BEECH'), beforeClosing)).code).toBe('not-your-buyer');
  });

  test('needs somebody else at the buyer who may approve it', () => {
    const alone = theFacts('BEECH').members.filter(({ person }) => person.name !== head('BEECH').name);
    expect(refusal(pledge(aGathering(), 'BEECH', { units: 10 }, { members: alone }))).toMatchObject({
      code: 'no-eligible-approver',
      detail: 'Nobody else at BEECH School can approve £504.01, the most that this may cost with VAT. Ask its contact to add an approver.',
    });
  });

  test('of another buyer has no place in an individual purchase', () => {
    const alone = aGathering(thePlan(), 'individual');
    expect(refusal(pledge(alone, 'BEECH')).code).toBe('individual-purchase');
    expect(pledge(alone, 'ASH').ok).toBe(true);
  });

  test('is made, changed, decided and withdrawn before the closing time only, also when the clock is late', () => {
    const block = withPledges(pledged(aGathering(), 'BEECH', 10, 4_200), [['ASH', 40, 4_500]]);
    const late = (command: BlockCommand, buyerRef: School) =>
      refusal(decideBlockPurchase(block, command, theFacts(buyerRef), afterClosing)).code;
    expect(refusal(pledge(block, 'CEDAR', {}, {}, closesAt)).code).toBe('closing-passed');
    expect(pledge(block, 'CEDAR', {}, {}, '2026-12-11T16:59:59Z').ok).toBe(true);
    expect(late({ ...given(head('BEECH')), kind: 'approve-pledge', buyerRef: 'BEECH', round: 1 }, 'BEECH')).toBe('closing-passed');
    expect(late({ ...given(head('BEECH')), kind: 'refuse-pledge', buyerRef: 'BEECH', round: 1, reason: 'Too dear.' }, 'BEECH')).toBe(
      'closing-passed',
    );
    expect(late({ ...given(asks('ASH')), kind: 'withdraw-pledge', buyerRef: 'ASH' }, 'ASH')).toBe('closing-passed');
    expect(late({ ...given(asks('ASH')), kind: 'cancel-block', reason: 'Not needed.' }, 'ASH')).toBe('closing-passed');
  });

  test('is refused when as many buyers have pledged as the record can hold', () => {
    const [first] = pledged(aGathering(), 'BEECH', 1, 4_200).pledges;
    if (!first) throw new Error('nobody pledged');
    const many = Array.from({ length: mostBuyers }, (_, at) => ({ ...first, buyerRef: `B-${at}` }));
    expect(refusal(pledge({ ...aGathering(), pledges: many }, 'CEDAR')).code).toBe('too-many-buyers');
  });
});

describe('row 53: each buyer’s own approver approves units and cap', () => {
  const waiting = pledged(aGathering(), 'ASH', 10, 4_200);
  const approve = (by: ReturnType<typeof head>, block = waiting, round = 1) =>
    decideBlockPurchase(block, { ...given(by), kind: 'approve-pledge', buyerRef: 'ASH', round }, theFacts('ASH'), beforeClosing);

  test('within the limit on the maximum cost with VAT (R35)', () => {
    expect(accepted(approve(head('ASH'))).state.pledges).toMatchObject([{ state: 'approved', decidedBy: { name: 'Head ASH' } }]);
    expect(refusal(approve(deputy('ASH')))).toMatchObject({
      code: 'over-approval-limit',
      detail: 'This may cost £504.01 with VAT, which is above your limit.',
    });
    expect(approve(deputy('ASH'), pledged(aGathering(), 'ASH', 9, 4_200)).ok).toBe(true);
  });

  test('not by the pledger, nor by another buyer’s approver', () => {
    const own = after(
      aGathering(),
      { ...given(asksAndApproves), kind: 'pledge', buyerRef: 'ASH', units: 10, cap: pence(4_200) },
      theFacts('ASH'),
    );
    expect(refusal(approve(asksAndApproves, own)).code).toBe('pledger-cannot-approve');
    expect(approve(asksAndApproves).ok).toBe(true);
    expect(refusal(approve(head('BEECH'))).code).toBe('not-your-buyer');
  });

  test('as it is now: changed, a pledge is approved again, and a card of the earlier round is stale', () => {
    const changed = pledged(approved(waiting, 'ASH'), 'ASH', 12, 4_500);
    expect(changed.pledges).toMatchObject([{ units: 12, cap: 4_500, round: 2, state: 'waiting' }]);
    expect(changed.pledges[0]).not.toHaveProperty('decidedBy');
    expect(refusal(approve(head('ASH'), changed, 1)).code).toBe('pledge-changed');
    expect(approve(head('ASH'), changed, 2).ok).toBe(true);
  });

  test('once: whoever comes second is told who decided', () => {
    expect(refusal(approve(asksAndApproves, approved(waiting, 'ASH')))).toMatchObject({
      code: 'pledge-not-waiting',
      detail: 'This pledge is approved already by Head ASH.',
    });
  });

  test('or refuses, with a reason that names no pupil, whatever the limit', () => {
    const refuse = (reason: string) =>
      decideBlockPurchase(
        waiting,
        { ...given(deputy('ASH')), kind: 'refuse-pledge', buyerRef: 'ASH', round: 1, reason },
        theFacts('ASH'),
        beforeClosing,
      );
    expect(refusal(refuse(' '))).toMatchObject({ code: 'text-required', field: '/reason' });
    expect(refusal(refuse('x'.repeat(2_001))).code).toBe('text-too-long');
    expect(refusal(refuse('It is for Jack Smith.')).code).toBe('text-names-a-pupil');
    expect(accepted(refuse('Not in this budget.')).state).toMatchObject({
      pledges: [{ state: 'refused' }],
      history: [{}, {}, {}, { comment: 'Not in this budget.' }],
    });
  });

  test('what waits, was refused or withdrawn does not count at closing', () => {
    const block = withPledges(aGathering(), [
      ['ASH', 60, 4_500],
      ['CEDAR', 60, 4_500],
    ]);
    const withdrawn = after(
      pledged(block, 'BEECH', 60, 4_500),
      { ...given(asks('CEDAR')), kind: 'withdraw-pledge', buyerRef: 'CEDAR' },
      theFacts('CEDAR'),
    );
    const left = after(
      pledged(withdrawn, 'DOGWOOD', 60, 4_500),
      { ...given(head('DOGWOOD')), kind: 'refuse-pledge', buyerRef: 'DOGWOOD', round: 1, reason: 'Not in this budget.' },
      theFacts('DOGWOOD'),
    );
    const { state } = accepted(decideBlockPurchase(left, { ...byProduct(), kind: 'close-block' }, product(), afterClosing));
    expect(state).toMatchObject({ status: 'closed', unitPrice: 4_200, shares: [{ buyerRef: 'ASH', units: 60 }] });
  });

  test('withdrawn before closing, a pledge is gone until it is made anew', () => {
    const withdraw = (block: BlockPurchase) =>
      decideBlockPurchase(block, { ...given(head('ASH')), kind: 'withdraw-pledge', buyerRef: 'ASH' }, theFacts('ASH'), beforeClosing);
    const gone = accepted(withdraw(approved(waiting, 'ASH'))).state;
    expect(refusal(withdraw(gone)).code).toBe('no-such-pledge');
    expect(refusal(approve(head('ASH'), gone)).code).toBe('pledge-not-waiting');
    expect(refusal(approve(head('ASH'), aGathering())).code).toBe('no-such-pledge');
    expect(pledged(gone, 'ASH', 5, 4_000).pledges).toMatchObject([{ round: 2, state: 'waiting' }]);
  });
});
