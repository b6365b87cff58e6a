import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { rateContent } from '../money/rate-card.ts';
import { personKey } from '../people/person.ts';
import { mandatoryStandards } from '../quality/standard.ts';
import {
  aBuyer,
  aCallOff,
  aCheck,
  aCommand,
  accepted,
  aFramework,
  aListing,
  aLot,
  aMembership,
  aProvider,
  aRate,
  aRequest,
  aService,
  aSubmission,
  chair,
  currentChecks,
  decided,
  deputy,
  facts,
  head,
  now,
  officer,
  type RequestTold,
  refusal,
  schoolMembers,
  senco,
  stranger,
} from './call-off.fixture.ts';
import type { CallOffRequest } from './call-off.ts';
import { quoteCallOff, resubmitCallOff, type SubmitCommand, type SubmitFacts, submitCallOff } from './submit-call-off.ts';

const submit = (world: Partial<SubmitFacts> = {}, request: RequestTold = {}, told: Partial<SubmitCommand> = {}) =>
  submitCallOff(aSubmission({ request: aRequest(request), ...told }), facts(world));

const refusedWith = (decision: ReturnType<typeof submit>) => {
  const { code, field } = refusal(decision);
  return field === undefined ? code : `${code} at ${field}`;
};

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

describe('what may be ordered', () => {
  test.each([
    ['nothing is known of the service', { service: undefined }, 'service-not-offered at /serviceRef'],
    ['the service was withdrawn', { service: aService({ status: 'withdrawn' }) }, 'service-not-offered at /serviceRef'],
    ['the framework is missing', { framework: undefined }, 'framework-not-live'],
    ['the framework is in standstill (R28)', { framework: aFramework({ status: 'standstill' }) }, 'framework-not-live'],
    ['the framework begins tomorrow', { framework: aFramework({ liveFrom: localDate('2026-11-25') }) }, 'framework-not-live'],
    ['the framework ended yesterday (R29)', { framework: aFramework({ expiresOn: localDate('2026-11-23') }) }, 'framework-not-live'],
    ['the lot is missing', { lot: undefined }, 'lot-not-live'],
    ['the lot is closed', { lot: aLot({ status: 'closed' }) }, 'lot-not-live'],
    ['the lot ended yesterday', { lot: aLot({ expiresOn: localDate('2026-11-23') }) }, 'lot-not-live'],
    ['the lot is of another framework', { lot: aLot({ frameworkRef: 'AP-2018' }) }, 'lot-not-live'],
    ['the service is on another lot', { service: aService({ lotKey: 'AP-2026-2' }) }, 'lot-not-live'],
    ['the provider is missing', { provider: undefined }, 'provider-not-active'],
    ['the provider is another', { provider: aProvider({ ref: 'P-0002' }) }, 'provider-not-active'],
    ['the provider is suspended (R19)', { provider: aProvider({ status: 'suspended' }) }, 'provider-not-active'],
    ['the provider has paused', { provider: aProvider({ status: 'paused' }) }, 'provider-not-active'],
    ['the provider was not awarded the lot', { provider: aProvider({ lotKeys: ['AP-2026-2'] }) }, 'provider-not-on-lot'],
    ['no rate is approved', { rates: [aRate({ status: 'draft' })] }, 'no-live-rate'],
    ['the rate ends before the start', { rates: [aRate({ effectiveTo: localDate('2027-01-11') })] }, 'no-live-rate'],
    ['the rate was agreed for another lot (R29)', { rates: [aRate({ lotKey: 'AP-2026-2' })] }, 'rate-not-for-lot'],
    ['two approved rates overlap', { rates: [aRate(), aRate({ ref: 'R-00002', price: pence(9_000) })] }, 'no-live-rate'],
  ])('nothing when %s', (_why, told, expected) => {
    expect(refusedWith(submit({ listing: aListing(told) }))).toBe(expected);
  });

  test('on the last day of the framework a call-off may still be made', () => {
    const framework = aFramework({ expiresOn: localDate('2027-03-18') });
    expect(submit({ listing: aListing({ framework }) }, {}, { now: '2027-01-12T09:00:00Z' }).ok).toBe(true);
  });

  test('the price is the one of the start date, not of today', () => {
    const rates = [
      aRate({ effectiveTo: localDate('2026-12-31') }),
      aRate({ ref: 'R-00002', effectiveFrom: localDate('2027-01-01'), price: pence(9_000) }),
    ];
    const { state } = accepted(submit({ listing: aListing({ rates }) }, {}, { shownGross: pence(162_000) }));
    expect(state.price).toMatchObject({ rateRef: 'R-00002', unitPrice: 9_000 });
  });

  test('a direct award states a basis that the framework permits (R30)', () => {
    expect(refusedWith(submit({}, { basis: 'continuity' }))).toBe('direct-award-not-allowed at /basis');
    const listing = aListing({ framework: aFramework({ permittedBases: ['continuity'] }) });
    expect(refusedWith(submit({ listing }, { basis: 'continuity' }))).toBe('text-required at /basisReason');
    expect(submit({ listing }, { basis: 'continuity', basisReason: 'A place there since September.' }).ok).toBe(true);
  });
});

describe('quality assurance (R12 to R18): no call-off to a provider without every current check', () => {
  const without = (standard: (typeof mandatoryStandards)[number], ...instead: ReturnType<typeof aCheck>[]) =>
    aListing({ qaChecks: [...currentChecks.filter((check) => check.standard !== standard), ...instead] });

  test.each(mandatoryStandards)('%s was never checked', (standard) => {
    expect(refusedWith(submit({ listing: without(standard) }))).toBe('qa-not-current');
  });

  test.each(mandatoryStandards)('%s lapsed yesterday', (standard) => {
    const listing = without(standard, aCheck(standard, { expiresOn: localDate('2026-11-23') }));
    expect(refusedWith(submit({ listing }))).toBe('qa-not-current');
  });

  test('a check holds to the end of its last day', () => {
    expect(submit({ listing: without('insurance', aCheck('insurance', { expiresOn: localDate('2026-11-24') })) }).ok).toBe(true);
  });

  test('a check without a date of expiry is not current: what cannot be read is refused', () => {
    expect(refusedWith(submit({ listing: without('policies', aCheck('policies', { expiresOn: undefined })) }))).toBe('qa-not-current');
  });

  test.each(['failed', 'action-required'] as const)('a check that %s after one that passed holds the provider at once', (outcome) => {
    const later = aCheck('staff-checks', { ref: 'Q-later', outcome, checkedOn: localDate('2026-11-20') });
    expect(refusedWith(submit({ listing: aListing({ qaChecks: [...currentChecks, later] }) }))).toBe('qa-not-current');
  });

  test.each(['failed', 'action-required'] as const)(
    'a check that %s and whose date nobody wrote down holds the provider too',
    (outcome) => {
      const undated = aCheck('staff-checks', { ref: 'Q-0', outcome, checkedOn: undefined });
      expect(refusedWith(submit({ listing: aListing({ qaChecks: [...currentChecks, undated] }) }))).toBe('qa-not-current');
    },
  );

  test('a visit that is only scheduled takes nothing away', () => {
    const planned = aCheck('staff-checks', { ref: 'Q-later', outcome: 'scheduled', checkedOn: localDate('2026-12-20') });
    expect(submit({ listing: aListing({ qaChecks: [...currentChecks, planned] }) }).ok).toBe(true);
  });

  test("another provider's checks say nothing of this one", () => {
    const foreign = currentChecks.map((check) => ({ ...check, providerRef: 'P-0002' }));
    expect(refusedWith(submit({ listing: aListing({ qaChecks: foreign }) }))).toBe('qa-not-current');
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

describe('who will decide', () => {
  test('money of the council needs the school first and its officer for that payer after', () => {
    const { approvals } = aCallOff({ payer: 'council-budget' });
    expect(approvals).toEqual([
      { kind: 'buyer', approvers: [head, deputy], state: 'open' },
      { kind: 'council', approvers: [officer], state: 'waiting' },
    ]);
  });

  test('an officer for other money does not count: it is said, and nothing is sent', () => {
    const { code, detail } = refusal(submit({}, { payer: 'virtual-school' }));
    expect(code).toBe('no-eligible-approver');
    expect(detail).toBe('No council officer can approve £1,440.00 for this payer. Contact the commissioning team.');
  });

  const alone = [aMembership(senco, ['requester', 'approver'])];

  test('the requester never decides their own request, even as the only approver; the fallback is named', () => {
    const { code, detail } = refusal(submit({ buyerMembers: alone }));
    expect(code).toBe('no-eligible-approver');
    expect(detail).toBe('Nobody else at Stour Vale School can approve £1,440.00. You can send it to Chara Vale instead.');
  });

  test('a limit below the total does not count, and one that nobody entered is no limit at all', () => {
    for (const approvalLimit of [pence(143_999), undefined]) {
      const buyerMembers = [aMembership(senco, ['requester']), aMembership(head, ['approver'], { approvalLimit })];
      expect(refusedWith(submit({ buyerMembers }))).toBe('no-eligible-approver');
    }
    const justEnough = [aMembership(senco, ['requester']), aMembership(head, ['approver'], { approvalLimit: pence(144_000) })];
    expect(submit({ buyerMembers: justEnough }).ok).toBe(true);
  });

  test('the fallback approver is asked when the requester chooses so', () => {
    expect(aCallOff({ useFallbackApprover: true }, { buyerMembers: alone }).approvals).toEqual([
      { kind: 'buyer', approvers: [chair], state: 'open' },
    ]);
  });

  test('with an approver at school the fallback is not asked, whatever was chosen', () => {
    expect(aCallOff({ useFallbackApprover: true }).approvals[0]?.approvers).toEqual([head, deputy]);
  });

  test('a requester who is the fallback approver cannot send it to themselves', () => {
    const buyer = aBuyer({ fallbackApprover: { ...senco, objectId: senco.objectId.toUpperCase() } });
    const { code, detail } = refusal(submit({ buyer, buyerMembers: alone }, { useFallbackApprover: true }));
    expect(code).toBe('no-eligible-approver');
    expect(detail).toContain('Ask its contact');
  });

  describe('nobody decides two steps', () => {
    const headForCouncil = [aMembership(head, ['approver'], { buyerRef: 'CD-SEND', payers: ['council-budget'] })];
    const money = { payer: 'council-budget' as const };
    const oneHead = [aMembership(senco, ['requester']), aMembership(head, ['approver'])];

    test('whoever is the only one for the council is not asked for the school', () => {
      expect(aCallOff(money, { councilMembers: headForCouncil }).approvals.map(({ approvers }) => approvers)).toEqual([[deputy], [head]]);
    });

    test('one person for both steps is not enough: it is said, with who could stand in for the school', () => {
      const { code, detail } = refusal(submit({ buyerMembers: oneHead, councilMembers: headForCouncil }, money));
      expect(code).toBe('no-eligible-approver');
      expect(detail).toBe(
        'The only person at Stour Vale School who can approve £1,440.00 decides another step of this request, and nobody decides two. You can send it to Chara Vale instead.',
      );
    });

    test('with the stand-in it goes out', () => {
      const { approvals } = aCallOff({ ...money, useFallbackApprover: true }, { buyerMembers: oneHead, councilMembers: headForCouncil });
      expect(approvals.map(({ approvers }) => approvers)).toEqual([[chair], [head]]);
    });

    test('a stand-in who is needed for the council does not count', () => {
      const councilMembers = [aMembership(chair, ['approver'], { buyerRef: 'CD-SEND', payers: ['council-budget'] })];
      const buyerMembers = [aMembership(senco, ['requester'])];
      const { detail } = refusal(submit({ buyerMembers, councilMembers }, { ...money, useFallbackApprover: true }));
      expect(detail).toBe('Nobody else at Stour Vale School can approve £1,440.00. Ask its contact to add an approver.');
    });

    test('the quote says so before the form is filled in', () => {
      const quote = quoteCallOff(aRequest(money), senco, facts({ buyerMembers: oneHead, councilMembers: headForCouncil }), now);
      expect(quote).toMatchObject({
        ok: true,
        plan: { steps: [{ kind: 'council', approvers: [head] }], missing: [{ kind: 'buyer', fallback: chair }] },
      });
    });

    test('two officers are needed where the council decides twice', () => {
      const policy = {
        ...facts().policy,
        'council-budget': [{ kind: 'council' as const }, { kind: 'council' as const, above: pence(100_000) }],
      };
      expect(refusal(submit({ policy }, money)).detail).toBe(
        'The only council officer who can approve £1,440.00 for this payer decides another step of this request, and nobody decides two. Contact the commissioning team.',
      );
    });
  });

  test('a policy that asks only above a sum still asks somebody below it: nothing is ordered without a decision', () => {
    const policy = { ...facts().policy, school: [{ kind: 'buyer' as const, above: pence(500_000) }] };
    expect(accepted(submit({ policy })).state.approvals).toEqual([{ kind: 'buyer', approvers: [head, deputy], state: 'open' }]);
  });

  test('a policy without any step is refused', () => {
    const policy = { ...facts().policy, school: [] };
    expect(refusedWith(submit({ policy }))).toBe('no-eligible-approver');
  });

  test('a further step applies above its sum only', () => {
    const school = [{ kind: 'buyer' as const }, { kind: 'council' as const, above: pence(144_000) }];
    const councilMembers = [aMembership(officer, ['approver'], { buyerRef: 'CD-SEND', payers: ['school'] })];
    const world = { policy: { ...facts().policy, school }, councilMembers };
    expect(accepted(submit(world)).state.approvals).toHaveLength(1);
    const fewer = [{ kind: 'buyer' as const }, { kind: 'council' as const, above: pence(143_999) }];
    expect(accepted(submit({ ...world, policy: { ...facts().policy, school: fewer } })).state.approvals).toHaveLength(2);
  });
});

test('a quote promises what submission keeps: the same price and the same approvers, and a missing one is said', () => {
  const quote = quoteCallOff(aRequest(), senco, facts(), now);
  const { state } = accepted(submit());
  expect(quote).toMatchObject({ ok: true, price: state.price, plan: { missing: [] } });
  const none = quoteCallOff(aRequest(), senco, facts({ buyerMembers: [] }), now);
  expect(none).toMatchObject({ ok: true, plan: { steps: [], missing: [{ kind: 'buyer', fallback: chair }] } });
});

describe('a request that was sent back and is sent again', () => {
  const returned = decided(aCallOff(), 'return');
  const again = (told: Partial<SubmitCommand> = {}, world: Partial<SubmitFacts> = {}) =>
    resubmitCallOff(returned, aSubmission({ ref: 'CO-0000-0000', idempotencyKey: 'another-key', ...told }), facts(world));

  test('keeps its reference, key, history and outbox, and asks every step anew in a new round', () => {
    const { state, effects } = accepted(again());
    expect(state).toMatchObject({
      ref: returned.ref,
      idempotencyKey: returned.idempotencyKey,
      version: 3,
      round: 2,
      status: 'awaiting-approval',
    });
    expect(state.approvals).toEqual([{ kind: 'buyer', approvers: [head, deputy], state: 'open' }]);
    expect(state.history.slice(0, -1)).toEqual(returned.history);
    expect(state.outbox).toEqual([...returned.outbox, ...effects]);
    expect(effects.map((effect) => [effect.id, effect.kind])).toEqual([
      ['CO-7K3M-9QXT-v3-0', 'send-approval-card'],
      ['CO-7K3M-9QXT-v3-1', 'send-approval-mail'],
      ['CO-7K3M-9QXT-v3-2', 'send-approval-card'],
      ['CO-7K3M-9QXT-v3-3', 'send-approval-mail'],
      ['CO-7K3M-9QXT-v3-4', 'record-audit'],
    ]);
    expect(effects[0]).toMatchObject({ step: 0, round: 2 });
  });

  test('is priced afresh', () => {
    const listing = aListing({ rates: [aRate({ ref: 'R-00009', price: pence(10_000) })] });
    expect(refusal(again({}, { listing })).code).toBe('price-changed');
    const { state } = accepted(again({ shownGross: pence(180_000) }, { listing }));
    expect(state.price).toMatchObject({ rateRef: 'R-00009', gross: 180_000 });
  });

  test('is checked by every rule of a new one', () => {
    expect(refusal(again({}, { listing: aListing({ provider: aProvider({ status: 'suspended' }) }) })).code).toBe('provider-not-active');
    expect(refusal(again({ request: aRequest({ pupilRef: 'Jack Smith' }) })).code).toBe('pupil-reference-not-allowed');
  });

  test('comes from its requester only, by tenant and object id in any case', () => {
    expect(refusal(again({ ...aCommand(stranger) })).code).toBe('not-yours');
    expect(refusal(again({ ...aCommand({ ...senco, tenantId: officer.tenantId }) })).code).toBe('not-yours');
    expect(again({ ...aCommand({ ...senco, objectId: senco.objectId.toUpperCase() }) }).ok).toBe(true);
  });

  test('stays with its school: what its head wrote is not for another to read', () => {
    const other = aBuyer({ ref: '999999', name: 'Another School' });
    const buyerMembers = schoolMembers.map((member) => ({ ...member, buyerRef: '999999' }));
    const moved = again({ request: aRequest({ buyerRef: '999999' }) }, { buyer: other, buyerMembers });
    expect(refusedWith(moved)).toBe('not-yours at /buyerRef');
  });

  test.each([
    ['awaiting approval', aCallOff()],
    ['rejected', decided(aCallOff(), 'reject')],
    ['ordered', decided(aCallOff(), 'approve')],
  ])('cannot be sent again while it is %s', (_state, present) => {
    expect(refusal(resubmitCallOff(present, aSubmission(), facts())).code).toBe('call-off-not-returned');
  });
});
