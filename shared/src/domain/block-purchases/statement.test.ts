import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import {
  accepted,
  aDraft,
  afterClosing,
  aGathering,
  asks,
  type BlockDecision,
  beforeClosing,
  closesAt,
  given,
  theFacts,
  thePlan,
  theTerms,
} from './block.fixture.ts';
import type { BlockFacts, RegisteredTerms } from './block-command.ts';
import type { BlockPlan, BlockPurchase } from './block-purchase.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';

const told = (decision: BlockDecision) => (decision.ok ? 'accepted' : `${decision.code} ${decision.field ?? ''}`.trim());
const draft = (plan: Partial<BlockPlan> = {}, facts: Partial<BlockFacts> = {}, purchase: 'joint' | 'individual' = 'joint') =>
  decideBlockPurchase(
    undefined,
    { ...given(asks('ASH')), kind: 'draft-block', ref: 'BP-0001', purchase, leadBuyerRef: 'ASH', plan: thePlan(plan) },
    theFacts('ASH', facts),
    beforeClosing,
  );
const lead = (block: BlockPurchase, command: object, facts: Partial<BlockFacts> = {}, now = beforeClosing) =>
  decideBlockPurchase(block, { ...given(asks('ASH')), ...command } as never, theFacts('ASH', facts), now);

test('row 51: a draft, whole: prices and VAT from the register, the rest from the lead', () => {
  const { version: _version, history, outbox: _outbox, lastCommands: _commands, ...kept } = accepted(draft()).state;
  const { orderable: _orderable, priceFrom: _from, priceTo: _to, lotExpiresOn: _lot, ...terms } = theTerms();
  expect(kept).toStrictEqual({
    ref: 'BP-0001',
    status: 'draft',
    kind: 'joint',
    leadBuyerRef: 'ASH',
    statement: {
      ...terms,
      minimumUnits: 40,
      closesAt,
      usableFrom: '2027-01-04',
      usableTo: '2027-07-16',
      unused: 'pay',
    },
    pledges: [],
    shares: [],
    orders: [],
    draws: [],
    transfers: [],
    transfersMade: 0,
  });
  expect(history.at(-1)?.what).toBe('Joint block purchase drafted');
  const alone = accepted(draft({}, {}, 'individual')).state;
  expect([alone.kind, alone.history.at(-1)?.what]).toEqual(['individual', 'Block purchase drafted']);
});

describe('row 51: what may be planned', () => {
  test.each<[string, Partial<BlockPlan>, string]>([
    ['one unit', { minimumUnits: 1 }, 'accepted'],
    ['no unit', { minimumUnits: 0 }, 'number-not-allowed /plan/minimumUnits'],
    ['part of a unit', { minimumUnits: 1.5 }, 'number-not-allowed /plan/minimumUnits'],
    ['as many as one purchase holds', { minimumUnits: 100_000 }, 'accepted'],
    ['one more', { minimumUnits: 100_001 }, 'number-not-allowed /plan/minimumUnits'],
    ['closing a second from now', { closesAt: '2026-12-01T10:00:01Z' }, 'accepted'],
    ['closing now', { closesAt: beforeClosing }, 'dates-not-allowed /plan/closesAt'],
    ['closing at no instant', { closesAt: 'soon' }, 'dates-not-allowed /plan/closesAt'],
    ['use from no day', { usableFrom: 'soon' as never }, 'dates-not-allowed /plan/usableFrom'],
    ['use to no day', { usableTo: 'later' as never }, 'dates-not-allowed /plan/usableTo'],
    ['use to half a day', { usableTo: '2027-07-1' as never }, 'dates-not-allowed /plan/usableTo'],
    ['use from the day after closing', { usableFrom: localDate('2026-12-12') }, 'accepted'],
    ['use from the day of closing', { usableFrom: localDate('2026-12-11') }, 'dates-not-allowed /plan/usableFrom'],
    ['use on one day', { usableFrom: localDate('2027-01-04'), usableTo: localDate('2027-01-04') }, 'accepted'],
    ['use that ends a day before', { usableTo: localDate('2027-01-03') }, 'dates-not-allowed /plan/usableTo'],
    ['use to the last day of the price', { usableTo: localDate('2027-08-31') }, 'accepted'],
    ['use to a day after it', { usableTo: localDate('2027-09-01') }, 'dates-not-allowed /plan/usableTo'],
  ])('%s: %j, %s', (_what, plan, outcome) => {
    expect(told(draft(plan))).toBe(outcome);
  });

  test.each<[string, Partial<RegisteredTerms>, string]>([
    ['a price from the first day of use on', { priceFrom: localDate('2027-01-04') }, 'accepted'],
    ['a price from a day later', { priceFrom: localDate('2027-01-05') }, 'dates-not-allowed /plan/usableFrom'],
    ['a lot to the last day of use', { lotExpiresOn: localDate('2027-07-16') }, 'accepted'],
    ['a lot that ends a day before', { lotExpiresOn: localDate('2027-07-15') }, 'dates-not-allowed /plan/usableTo'],
    ['a provider that may not be ordered from', { orderable: false }, 'provider-not-orderable'],
    ['no price at all', { bands: [] }, 'no-volume-bands /serviceRef'],
    ['the ordinary price alone', { bands: theTerms().bands.slice(0, 1) }, 'no-volume-bands /serviceRef'],
    ['one volume price', { bands: theTerms().bands.slice(0, 2) }, 'accepted'],
    ['prices that rise', { bands: [{ fromUnits: 1, unitPrice: pence(1) }, ...theTerms().bands.slice(1)] }, 'no-volume-bands /serviceRef'],
  ])('by the register: %s', (_what, terms, outcome) => {
    expect(told(draft({}, { terms: theTerms(terms) }))).toBe(outcome);
  });

  test('for whom: a service with a price, a buyer that may use the framework, by somebody who asks for it', () => {
    expect(told(draft({}, { terms: undefined }))).toBe('service-not-known /serviceRef');
    expect(told(draft({}, { buyer: undefined }))).toBe('buyer-not-eligible /leadBuyerRef');
    expect(told(draft({}, { buyer: { ref: 'BEECH', name: 'Beech', mayBuy: true } }))).toBe('buyer-not-eligible /leadBuyerRef');
    expect(told(draft({}, { buyer: { ref: 'ASH', name: 'Ash', mayBuy: false } }))).toBe('buyer-not-eligible /leadBuyerRef');
    expect(told(draft({}, { members: [] }))).toBe('not-your-buyer');
  });
});

describe('R38: a draft is opened as it is stated', () => {
  const open = (facts: Partial<BlockFacts> = {}, now = beforeClosing) => lead(aDraft(), { kind: 'open-block' }, facts, now);
  test('while the register says the same', () => {
    expect(accepted(open()).state).toMatchObject({ status: 'gathering', statement: aDraft().statement });
    const changed: readonly Partial<RegisteredTerms>[] = [
      { vatBasisPoints: 0 },
      { rateHash: '#other' },
      { providerRef: 'P-0002' },
      { bands: [...theTerms().bands.slice(0, 2), { fromUnits: 100, unitPrice: pence(3_999) }] },
      { bands: [...theTerms().bands.slice(0, 2), { fromUnits: 101, unitPrice: pence(4_000) }] },
    ];
    for (const terms of changed) expect(told(open({ terms: theTerms(terms) }))).toBe('terms-changed');
    // Days on which the rate holds are asked about anew, and are no part of the statement.
    expect(told(open({ terms: theTerms({ priceTo: localDate('2028-08-31') }) }))).toBe('accepted');
  });

  test('not by somebody else, nor after its closing time, nor of a service that cannot be ordered', () => {
    expect(told(open({ members: [] }))).toBe('not-your-buyer');
    expect(told(open({}, afterClosing))).toBe('dates-not-allowed /plan/closesAt');
    expect(told(open({ terms: theTerms({ orderable: false }) }))).toBe('provider-not-orderable');
    expect(told(open({ terms: undefined }))).toBe('service-not-known /serviceRef');
  });

  test('changed, it stays with its service', () => {
    const amend = (facts: Partial<BlockFacts> = {}, plan = thePlan({ minimumUnits: 50 })) =>
      lead(aDraft(), { kind: 'amend-block', plan }, facts);
    expect(accepted(amend()).state).toMatchObject({ status: 'draft', statement: { ...aDraft().statement, minimumUnits: 50 } });
    expect(told(amend({ terms: theTerms({ serviceRef: 'S-00002' }) }))).toBe('service-not-known /serviceRef');
    expect(told(amend({ members: [] }))).toBe('not-your-buyer');
    expect(told(amend({}, thePlan({ minimumUnits: 0 })))).toBe('number-not-allowed /plan/minimumUnits');
  });
});

test('a purchase is cancelled by a requester of its lead or a commissioner: a draft whenever, an open one before it closes', () => {
  const cancel = (block: BlockPurchase, facts: Partial<BlockFacts>, now: string) =>
    told(lead(block, { kind: 'cancel-block', reason: 'The budget was cut.' }, facts, now));
  const commissioner = { roles: ['commissioner'], members: [] } as const;
  expect([cancel(aDraft(), {}, afterClosing), cancel(aDraft(), commissioner, afterClosing)]).toEqual(['accepted', 'accepted']);
  expect([cancel(aGathering(), {}, beforeClosing), cancel(aGathering(), commissioner, beforeClosing)]).toEqual(['accepted', 'accepted']);
  expect([cancel(aGathering(), {}, closesAt), cancel(aGathering(), commissioner, closesAt)]).toEqual(['closing-passed', 'closing-passed']);
  expect(cancel(aGathering(), { members: [] }, beforeClosing)).toBe('not-your-buyer');
  const noReason = lead(aDraft(), { kind: 'cancel-block', reason: '' });
  expect(told(noReason)).toBe('text-required /reason');
});
