import { decideApproval } from '../approvals/decide-approval.ts';
import type { OnHand } from '../block-purchases/on-hand.ts';
import { localDate } from '../days/local-date.ts';
import type { WonCompetition } from '../enquiries/won-competition.ts';
import { pence } from '../money/money.ts';
import {
  aBuyer,
  aCallOff,
  accepted,
  aDecision,
  aListing,
  aMembership,
  aRate,
  aRequest,
  aService,
  aSubmission,
  decided,
  decisionFacts,
  facts,
  head,
  now,
  refusal,
  senco,
} from './call-off.fixture.ts';
import { quoteCallOff, resubmitCallOff, type SubmitFacts, submitCallOff } from './submit-call-off.ts';

const block: OnHand = {
  ref: 'BP-0001',
  statement: {
    serviceRef: 'S-00001',
    unit: 'day',
    rateRef: 'R-00007',
    rateHash: '#block',
    vatBasisPoints: 2_000,
    usableFrom: localDate('2026-12-01'),
    usableTo: localDate('2027-07-31'),
  },
  unitPrice: pence(7_000),
  units: 18,
};
const won: WonCompetition = {
  ref: 'EQ-0001',
  serviceRef: 'S-00001',
  unit: 'day',
  unitPrice: pence(7_500),
  earliestStart: localDate('2027-01-12'),
};
const quote = (request: Parameters<typeof aRequest>[0], world: Partial<SubmitFacts>) =>
  quoteCallOff(aRequest(request), senco, facts(world), now);

describe('row 54: units of a block purchase', () => {
  const draws = { blockRef: 'BP-0001' };
  const sent = aCallOffAt(151_200, draws, { block });
  const approve = (told: Partial<SubmitFacts>) => decideApproval(sent, aDecision(sent, 'approve'), decisionFacts(told));

  test('are priced at the terms of the purchase, with the VAT that was stated then, and rest on no basis of a direct award', () => {
    expect(sent.price).toMatchObject({
      rateRef: 'R-00007',
      rateHash: '#block',
      unit: 'day',
      unitPrice: 7_000,
      units: 18,
      vatBasisPoints: 2_000,
      net: 126_000,
      vat: 25_200,
      gross: 151_200,
    });
    expect(sent.award).toBeUndefined();
  });

  test('are not quoted where there are none, too few, or somebody else would pay', () => {
    expect(quote(draws, {})).toMatchObject({ code: 'block-not-usable', field: '/blockRef' });
    expect(quote(draws, { block: { ...block, units: 17 } })).toMatchObject({ code: 'not-enough-units', field: '/blockRef' });
    expect(quote({ ...draws, payer: 'council-budget' }, { block })).toMatchObject({ code: 'payer-not-allowed', field: '/payer' });
  });

  test('are asked about again at the approval; the framework price and its VAT are not', () => {
    expect(approve({ block }).ok).toBe(true);
    const changed = aListing({ rates: [aRate({ price: pence(9_000) })], service: aService({ vatTreatment: 'outside-scope' }) });
    expect(approve({ block, listing: changed }).ok).toBe(true);
    expect(refusal(approve({}))).toEqual({ ok: false, code: 'block-not-usable', detail: expect.any(String) });
    expect(refusal(approve({ block: { ...block, units: 17 } }))).toEqual({
      ok: false,
      code: 'not-enough-units',
      detail: expect.any(String),
    });
  });
});

describe('row 39: the winner of a competition', () => {
  const follows = { enquiryRef: 'EQ-0001' };
  const sent = aCallOffAt(135_000, follows, { competition: won });
  const approve = (told: Partial<SubmitFacts>) => decideApproval(sent, aDecision(sent, 'approve'), decisionFacts(told));

  test('is ordered at what it quoted, below the rate that stays the ceiling, and rests on no basis of a direct award', () => {
    expect(sent.price).toMatchObject({
      rateRef: 'R-00001',
      unit: 'day',
      unitPrice: 7_500,
      vatBasisPoints: 0,
      net: 135_000,
      gross: 135_000,
    });
    expect(sent.award).toBeUndefined();
  });

  test('is not quoted where nobody was chosen, nor above the framework price', () => {
    expect(quote(follows, {})).toMatchObject({ code: 'call-off-does-not-fit', field: '/enquiryRef' });
    expect(quote(follows, { competition: { ...won, unitPrice: pence(8_001) } })).toMatchObject({ code: 'rate-changed' });
    expect(quote(follows, { competition: { ...won, unitPrice: pence(8_000) } })).toMatchObject({ ok: true, price: { unitPrice: 8_000 } });
  });

  test('is asked about again at the approval', () => {
    expect(approve({ competition: won }).ok).toBe(true);
    expect(refusal(approve({}))).toEqual({ ok: false, code: 'call-off-does-not-fit', detail: expect.any(String) });
    expect(refusal(approve({ competition: { ...won, usedBy: 'CO-OTHER' } })).code).toBe('call-off-does-not-fit');
  });
});

describe('R38: the VAT at the approval is the one of the request', () => {
  test.each([
    ['exempt as health in place of exempt as education', 'exempt-health-or-welfare' as const, undefined],
    ['standard-rated now', 'standard-rated' as const, 'rate-changed'],
  ])('%s', (_what, vatTreatment, code) => {
    const present = aCallOff();
    const told = decideApproval(
      present,
      aDecision(present, 'approve'),
      decisionFacts({ listing: aListing({ service: aService({ vatTreatment }) }) }),
    );
    expect(told.ok ? undefined : told.code).toBe(code);
  });
});

test('a pattern of exactly the most hours a week that the service offers is ordered, a quarter more is not', () => {
  const most = aListing({ service: aService({ hoursPerWeekMax: 10 }) });
  expect(quote({}, { listing: most })).toMatchObject({ ok: true, price: { hoursPerWeek: 10 } });
  const longer = { pattern: { days: ['tue', 'thu'] as const, sessions: 'both' as const, hoursPerDay: 5.25 } };
  expect(quote(longer, { listing: most })).toMatchObject({ code: 'dates-not-allowed', field: '/pattern' });
});

test('R29: a school whose type nobody recorded is told so, and one that the framework does not name, that', () => {
  expect(quote({}, { buyer: aBuyer({ type: 'not-known' }) })).toMatchObject({
    code: 'buyer-not-eligible',
    detail: 'Stour Vale School can search, but cannot buy until the commissioning team records what type of school it is.',
  });
  expect(quote({}, { buyer: aBuyer({ type: 'independent-school' }) })).toMatchObject({
    detail: 'Stour Vale School is not of a type that may buy from this framework (R29).',
  });
});

test('R29: the last day that a lot covers may be the last of a placement', () => {
  const { lot, ...listing } = aListing();
  const until = (day: string) => quote({}, { listing: { ...listing, lot: lot && { ...lot, expiresOn: localDate(day) } } });
  expect(until('2027-03-18')).toMatchObject({ ok: true });
  expect(until('2027-03-17')).toMatchObject({ code: 'dates-not-allowed', field: '/endDate' });
});

test.each([
  [10, false],
  [11, true],
  [16, true],
  [17, false],
])('a pupil of %i at a service for ages 11 to 16: %p', (age, served) => {
  expect(quote({ age }, {}).ok).toBe(served);
});

test('a request that is sent again says so in the audit and asks whoever decides first, in its new round', () => {
  const returned = decided(aCallOff(), 'return');
  const buyerMembers = [aMembership(senco, ['requester']), aMembership(head, ['approver'])];
  const { state, effects } = accepted(resubmitCallOff(returned, aSubmission(), facts({ buyerMembers })));
  expect(state.history.at(-1)?.what).toBe('Changed request sent for approval');
  expect(effects.map((effect) => ('round' in effect ? [effect.kind, effect.round] : [effect.kind]))).toEqual([
    ['send-approval-card', 2],
    ['send-approval-mail', 2],
    ['record-audit'],
  ]);
  expect(effects.at(-1)).toMatchObject({ kind: 'record-audit', action: 'call-off-resubmitted' });
});

/** A request on a route, sent with the total that it comes to. */
function aCallOffAt(gross: number, route: Parameters<typeof aRequest>[0], world: Partial<SubmitFacts>) {
  return accepted(submitCallOff(aSubmission({ request: aRequest(route), shownGross: pence(gross) }), facts(world))).state;
}
