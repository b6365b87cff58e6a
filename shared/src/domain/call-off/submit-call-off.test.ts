import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { rateContent } from '../money/rate-card.ts';
import { personKey } from '../people/person.ts';
import type { RegistrationFacts } from '../quality/registration-guard.ts';
import { defaultThreshold } from '../quality/registration-load.ts';
import {
  aBuyer,
  accepted,
  aFramework,
  aListing,
  aLot,
  aMembership,
  aProvider,
  aRate,
  aService,
  deputy,
  head,
  now,
  type RequestTold,
  refusal,
  schoolMembers,
  senco,
} from './call-off.fixture.ts';
import type { CallOffRequest } from './call-off.ts';
import { defaultPlacementGuidance } from './placement-guidance.ts';
import { refusedWith, submit } from './submission.fixture.ts';

describe('a request that keeps every rule', () => {
  const { state, effects } = accepted(submit());

  test('waits for the head and the deputy, either of whom may decide', () => {
    expect(state).toMatchObject({ version: 1, round: 1, status: 'awaiting-approval', requester: senco, submittedAt: now });
    expect(state.approvals).toEqual([{ kind: 'buyer', approvers: [head, deputy], state: 'open' }]);
  });

  test('freezes the price with the rate that it was taken from and the hash of its content', () => {
    expect(state.price).toEqual({
      rateRef: 'R-00001',
      rateHash: `#${rateContent(aRate())}`,
      unit: 'day',
      unitPrice: 8_000,
      units: 18,
      unitsSentence: '9 weeks x 2 days = 18 days',
      hoursPerWeek: 10,
      vatBasisPoints: 0,
      net: 144_000,
      vat: 0,
      gross: 144_000,
    });
  });

  test('asks each approver by card and by mail, tells the requester and leaves an audit line', () => {
    expect(effects).toEqual([
      { id: 'CO-7K3M-9QXT-v1-0', version: 1, madeAt: now, kind: 'send-approval-card', to: personKey(head), step: 0, round: 1 },
      { id: 'CO-7K3M-9QXT-v1-1', version: 1, madeAt: now, kind: 'send-approval-mail', to: personKey(head), step: 0, round: 1 },
      { id: 'CO-7K3M-9QXT-v1-2', version: 1, madeAt: now, kind: 'send-approval-card', to: personKey(deputy), step: 0, round: 1 },
      { id: 'CO-7K3M-9QXT-v1-3', version: 1, madeAt: now, kind: 'send-approval-mail', to: personKey(deputy), step: 0, round: 1 },
      { id: 'CO-7K3M-9QXT-v1-4', version: 1, madeAt: now, kind: 'tell-requester', news: 'submitted' },
      { id: 'CO-7K3M-9QXT-v1-5', version: 1, madeAt: now, kind: 'record-audit', action: 'call-off-submitted', actor: personKey(senco) },
    ]);
    expect(state.outbox).toEqual(effects);
  });

  test('remembers its command and says in its history what happened', () => {
    expect(state.lastCommands).toHaveLength(1);
    expect(state.history).toEqual([{ at: now, by: senco.name, what: 'Request sent for approval' }]);
  });
});

describe('R9: a school or the council asks, by somebody whom it lets; nobody else, and no parent', () => {
  test.each([
    ['somebody who is no member', schoolMembers.filter((member) => member.person !== senco)],
    ['an approver who is no requester', [aMembership(senco, ['approver'])]],
    ['somebody who has only asked for access', [aMembership(senco, ['requester'], { status: 'asked' })]],
    ['a leaver', [aMembership(senco, ['requester'], { status: 'removed' })]],
    ['a requester of another school', [aMembership(senco, ['requester'], { buyerRef: '999999' })]],
  ])('%s is refused', (_who, buyerMembers) => {
    expect(refusedWith(submit({ buyerMembers }))).toBe('not-a-requester at /buyerRef');
  });

  test.each([
    ['a closed school', aBuyer({ status: 'closed' }), 'buyer-not-active at /buyerRef'],
    ['a school whose type nobody recorded', aBuyer({ type: 'not-known' }), 'buyer-not-eligible at /buyerRef'],
    [
      'an independent school, which the framework does not name (R29)',
      aBuyer({ type: 'independent-school' }),
      'buyer-not-eligible at /buyerRef',
    ],
    [
      'a pupil referral unit, which the framework does not name (R29)',
      aBuyer({ type: 'pupil-referral-unit' }),
      'buyer-not-eligible at /buyerRef',
    ],
  ])('%s cannot buy', (_which, buyer, expected) => {
    expect(refusedWith(submit({ buyer }))).toBe(expected);
  });

  test('a framework that names further education colleges lets one buy (R29)', () => {
    const listing = aListing({ framework: aFramework({ eligibleBuyerTypes: ['further-education'] }) });
    expect(submit({ buyer: aBuyer({ type: 'further-education' }), listing }).ok).toBe(true);
    expect(refusedWith(submit({ listing }))).toBe('buyer-not-eligible at /buyerRef');
  });
});

describe('dates, age and money of the request', () => {
  test.each<[string, RequestTold, string]>([
    ['a start in the past', { startDate: localDate('2026-11-23') }, 'dates-not-allowed at /startDate'],
    ['an end before the start', { endDate: localDate('2027-01-11') }, 'dates-not-allowed at /endDate'],
    ['more than a year', { endDate: localDate('2028-01-12') }, 'dates-not-allowed at /endDate'],
    ['only holidays', { startDate: localDate('2027-02-16'), endDate: localDate('2027-02-18') }, 'no-teaching-days at /endDate'],
    ['no day of the week', { pattern: { days: [], sessions: 'both', hoursPerDay: 5 } }, 'dates-not-allowed at /pattern/days'],
    ['nine hours a day', { pattern: { days: ['tue'], sessions: 'both', hoursPerDay: 9 } }, 'dates-not-allowed at /pattern/hoursPerDay'],
    ['a pupil who is too young', { age: 10 }, 'age-not-served at /age'],
    ['a pupil who is too old', { age: 17 }, 'age-not-served at /age'],
  ])('%s is refused', (_what, request, expected) => {
    expect(refusedWith(submit({}, request))).toBe(expected);
  });

  test('R8: an off-site direction starts two school days after its request at the earliest', () => {
    const from = (day: string, offSiteDirection?: boolean) =>
      refusedWith(submit({}, { startDate: localDate(day), ...(offSiteDirection === undefined ? {} : { offSiteDirection }) }));
    expect(from('2026-11-25', true)).toBe('notice-too-short at /startDate');
    // Far enough, or no direction: only the total is another one than was shown.
    expect(from('2026-11-26', true)).toBe('price-changed at /shownGross');
    expect(from('2026-11-25', false)).toBe('price-changed at /shownGross');
    expect(from('2026-11-25')).toBe('price-changed at /shownGross');
    expect(accepted(submit({}, { offSiteDirection: true })).state.request.offSiteDirection).toBe(true);
  });

  test('a placement that outlives the lot is refused', () => {
    const listing = aListing({ lot: aLot({ expiresOn: localDate('2027-03-17') }) });
    expect(refusedWith(submit({ listing }))).toBe('dates-not-allowed at /endDate');
  });

  test('a week beyond what the service offers is refused', () => {
    expect(refusedWith(submit({ listing: aListing({ service: aService({ hoursPerWeekMax: 9 }) }) }))).toBe('dates-not-allowed at /pattern');
  });

  test('a school whose term dates nobody entered cannot be priced: days are never guessed', () => {
    expect(refusedWith(submit({ buyer: aBuyer({ termDates: [] }) }))).toBe('dates-not-allowed at /startDate');
  });

  test('today in London counts: half past midnight of 26 May in summer time is still 25 May in UTC', () => {
    const told = { startDate: localDate('2027-05-25'), endDate: localDate('2027-06-24') };
    expect(refusedWith(submit({}, told, { now: '2027-05-25T23:30:00Z' }))).toBe('dates-not-allowed at /startDate');
  });

  test('a council department does not spend a school budget', () => {
    const buyer = aBuyer({ type: 'council-department' });
    expect(refusedWith(submit({ buyer }))).toBe('payer-not-allowed at /payer');
    expect(submit({ buyer }, { payer: 'council-budget' }).ok).toBe(true);
  });

  test('a standard-rated provider charges VAT on the net price, every other none (R38)', () => {
    const listing = aListing({ provider: aProvider({ vatTreatment: 'standard-rated' }) });
    const { state } = accepted(submit({ listing }, {}, { shownGross: pence(172_800) }));
    expect(state.price).toMatchObject({ net: 144_000, vatBasisPoints: 2000, vat: 28_800, gross: 172_800 });
    for (const vatTreatment of ['exempt-education', 'exempt-health-or-welfare', 'outside-scope', 'not-registered'] as const)
      expect(accepted(submit({ listing: aListing({ provider: aProvider({ vatTreatment }) }) })).state.price.vat).toBe(0);
  });

  test.each([143_999, 144_001, 0])('a total of %p pence that the browser showed or made up is told, not charged', (shown) => {
    const { code, detail, field } = refusal(submit({}, {}, { shownGross: pence(shown) }));
    expect({ code, field }).toEqual({ code: 'price-changed', field: '/shownGross' });
    expect(detail).toContain('£1,440.00');
  });
});

test('R13: what would make the provider a school that must register is refused when it is sent', () => {
  const registration: RegistrationFacts = { placements: [], policy: { ...defaultThreshold, fullTimeAbove: 5 } };
  expect(submit({ registration }).ok).toBe(true);
  expect(refusedWith(submit({ registration }, { lookedAfter: true }))).toBe('registration-threshold');
});

test('R11: what a request goes beyond is kept with it; one that goes beyond nothing keeps nothing', () => {
  const guidance = { ...defaultPlacementGuidance, longestWeeks: 1, sessionsAWeek: 1 };
  expect(accepted(submit({ guidance })).state.advice).toHaveLength(2);
  expect(accepted(submit()).state).not.toHaveProperty('advice');
});

describe('nothing that could name a pupil is kept (R40)', () => {
  test.each(['Jack Smith', 'A123456789012', '03/04/2012', 'pupil', 'x@school.example'])('the reference %p is refused', (pupilRef) => {
    expect(refusedWith(submit({}, { pupilRef }))).toBe('pupil-reference-not-allowed at /pupilRef');
  });

  test.each<[keyof CallOffRequest, string]>([
    ['objectives', 'Jack Smith needs a calm start.'],
    ['objectives', 'Born 03/04/2012.'],
    ['billTo', 'Stour Vale School, for the pupil born 03/04/2012'],
    ['costCode', 'A123456789012'],
  ])('%s with an identity in it is refused, and the refusal does not repeat it', (field, text) => {
    const { code, field: at, detail } = refusal(submit({}, { [field]: text }));
    expect({ code, at }).toEqual({ code: 'text-names-a-pupil', at: `/${field}` });
    expect(detail).not.toContain('2012');
    expect(detail).not.toContain('Jack');
  });

  test('an invoice address may hold a postcode and the name of a bursar', () => {
    expect(submit({}, { billTo: 'Mary Jones, Finance, Stour Vale School, DT11 7AA' }).ok).toBe(true);
  });
});
