import {
  aBuyer,
  aCallOff,
  aCheck,
  aCommand,
  accepted,
  aDecision,
  aFramework,
  aListing,
  aLot,
  aMembership,
  anOrder,
  aProvider,
  aRate,
  aService,
  aSubmission,
  chair,
  currentChecks,
  decided,
  decisionFacts,
  deputy,
  facts,
  head,
  now,
  officer,
  officers,
  refusal,
  schoolMembers,
  senco,
  stranger,
} from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { resubmitCallOff } from '../call-off/submit-call-off.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { type Person, personKey } from '../people/person.ts';
import type { ApprovalCommand, ApprovalDecisionFacts } from './approval-command.ts';
import { type Verdict, verdicts } from './approval-step.ts';
import { decideApproval } from './decide-approval.ts';

const decide = (callOff: CallOff, verdict: Verdict, told: Partial<ApprovalCommand> = {}, world: Partial<ApprovalDecisionFacts> = {}) =>
  decideApproval(callOff, aDecision(callOff, verdict, told), decisionFacts(world));

const by = (person: Person) => aCommand(person);
const inCapitals = (person: Person): Person => ({
  ...person,
  tenantId: person.tenantId.toUpperCase(),
  objectId: person.objectId.toUpperCase(),
});

describe('one approval makes the order', () => {
  const present = aCallOff();
  const { state, effects } = accepted(decide(present, 'approve', { comment: 'Go ahead.' }));

  test('the order takes its number from the list item and waits for the provider', () => {
    expect(state).toMatchObject({ status: 'ordered', version: 2, round: 1 });
    expect(state.order).toEqual({ number: 'AP-000042', madeAt: now, state: 'awaiting-provider', answerBy: '2026-11-26T17:00:00Z' });
  });

  test('the step keeps who decided, when, where and why', () => {
    expect(state.approvals).toStrictEqual([
      {
        kind: 'buyer',
        approvers: [head, deputy],
        state: 'decided',
        verdict: 'approve',
        by: head,
        at: now,
        channel: 'card',
        comment: 'Go ahead.',
      },
    ]);
    expect(state.history.at(-1)).toEqual({
      at: now,
      by: head.name,
      what: 'Approved: order made, waiting for the provider',
      comment: 'Go ahead.',
    });
  });

  test('the cards, the provider, the requester and the audit are told, in that order', () => {
    expect(effects.map(({ id: _id, version: _version, madeAt: _madeAt, ...work }) => work)).toEqual([
      { kind: 'refresh-approval-cards' },
      { kind: 'mail-order-to-provider' },
      { kind: 'tell-requester', news: 'ordered' },
      { kind: 'record-audit', action: 'approval-approved', actor: personKey(head) },
      { kind: 'record-audit', action: 'order-made', actor: personKey(head) },
      { kind: 'settle-ledgers' },
    ]);
    expect(state.outbox).toEqual([...present.outbox, ...effects]);
  });

  test('effects whose receipt was read leave the outbox, no other', () => {
    const [first, ...others] = present.outbox;
    const { state: pruned, effects: added } = accepted(decide(present, 'approve', { receipted: new Set([first?.id ?? '']) }));
    expect(pruned.outbox).toEqual([...others, ...added]);
  });
});

describe('rejecting and sending back', () => {
  test.each([
    ['reject', 'rejected', 'Rejected', 'approval-rejected'],
    ['return', 'returned', 'Sent back for changes', 'approval-returned'],
  ] as const)('%s closes the request without an order', (verdict, status, what, action) => {
    const { state, effects } = accepted(decide(aCallOff(), verdict, { comment: 'Fewer days.' }));
    expect(state.status).toBe(status);
    expect(state.order).toBeUndefined();
    expect(state.history.at(-1)).toMatchObject({ what, comment: 'Fewer days.' });
    expect(effects.map(({ id: _id, version: _version, madeAt: _madeAt, ...work }) => work)).toEqual([
      { kind: 'refresh-approval-cards' },
      { kind: 'tell-requester', news: status },
      { kind: 'record-audit', action, actor: personKey(head) },
    ]);
  });

  test.each(['reject', 'return'] as const)('%s without a comment is refused: the requester must know why', (verdict) => {
    for (const comment of [undefined, '', '  \n'])
      expect(refusal(decide(aCallOff(), verdict, { comment }))).toMatchObject({ code: 'comment-required', field: '/comment' });
  });

  test.each(verdicts)('a comment that names a pupil is refused on %s (R40)', (verdict) => {
    expect(refusal(decide(aCallOff(), verdict, { comment: 'Jack Smith is not ready.' }))).toMatchObject({
      code: 'text-names-a-pupil',
      field: '/comment',
    });
  });
});

describe('the requester never decides', () => {
  const both = [aMembership(senco, ['requester', 'approver']), ...schoolMembers.slice(1)];

  test.each(verdicts)('not to %s, though they are an approver of the school', (verdict) => {
    expect(refusal(decide(aCallOff(), verdict, by(senco), { buyerMembers: both })).code).toBe('requester-cannot-approve');
  });

  test('not with the same ids written in capitals', () => {
    expect(refusal(decide(aCallOff(), 'approve', by(inCapitals(senco)), { buyerMembers: both })).code).toBe('requester-cannot-approve');
  });

  test('not as the fallback approver, appointed after the request was made', () => {
    const present = aCallOff({ useFallbackApprover: true }, { buyerMembers: [aMembership(senco, ['requester'])] });
    const told = decide(present, 'approve', by(senco), { buyer: aBuyer({ fallbackApprover: inCapitals(senco) }) });
    expect(refusal(told).code).toBe('requester-cannot-approve');
  });

  test("not as the council's officer", () => {
    const present = decided(aCallOff({ payer: 'council-budget' }), 'approve');
    const councilMembers = [aMembership(senco, ['approver'], { buyerRef: 'CD-SEND', payers: ['council-budget'] })];
    expect(refusal(decide(present, 'approve', by(senco), { councilMembers })).code).toBe('requester-cannot-approve');
  });

  test('the same object id in another tenant is another person', () => {
    const namesake = { ...senco, tenantId: officer.tenantId };
    expect(refusal(decide(aCallOff(), 'approve', by(namesake))).code).toBe('not-an-approver');
  });
});

describe('only an approver of today decides', () => {
  test.each([
    ['a stranger', stranger, schoolMembers],
    ['the chair, when nobody chose the fallback', chair, schoolMembers],
    ["the council's officer at the school's step", officer, schoolMembers],
    ['a head who has left', head, [aMembership(head, ['approver'], { status: 'removed' })]],
    ['a head whose role was taken away', head, [aMembership(head, ['contact'])]],
    ['a head of another school', head, [aMembership(head, ['approver'], { buyerRef: '999999' })]],
    ['a head whose limit is now below the total', head, [aMembership(head, ['approver'], { approvalLimit: pence(143_999) })]],
    ['a head without any limit', head, [aMembership(head, ['approver'], { approvalLimit: undefined })]],
  ])('%s is refused', (_who, person, buyerMembers) => {
    expect(refusal(decide(aCallOff(), 'approve', by(person), { buyerMembers })).code).toBe('not-an-approver');
  });

  test('R35: approvers decide within the limit that the rules of their own buyer give them; to the penny suffices', () => {
    const buyerMembers = [aMembership(head, ['approver'], { approvalLimit: pence(144_000) })];
    expect(decide(aCallOff(), 'approve', {}, { buyerMembers }).ok).toBe(true);
  });

  test('an approver appointed since then may decide, and one whose ids come in capitals', () => {
    const buyerMembers = [...schoolMembers, aMembership(stranger, ['approver'])];
    expect(decide(aCallOff(), 'approve', by(stranger), { buyerMembers }).ok).toBe(true);
    expect(decide(aCallOff(), 'approve', by(inCapitals(head))).ok).toBe(true);
  });

  test('the fallback approver decides the step that was sent to them', () => {
    const present = aCallOff({ useFallbackApprover: true }, { buyerMembers: [aMembership(senco, ['requester'])] });
    expect(accepted(decide(present, 'approve', by(chair))).state.approvals[0]).toMatchObject({ by: chair, verdict: 'approve' });
    expect(refusal(decide(present, 'approve', by(chair), { buyer: aBuyer({ fallbackApprover: undefined }) })).code).toBe('not-an-approver');
  });

  test('the fallback approver has no way around their own limit when the step was sent to others', () => {
    const present = aCallOff({ useFallbackApprover: true });
    const buyerMembers = [...schoolMembers, aMembership(chair, ['approver'], { approvalLimit: pence(50_000) })];
    expect(refusal(decide(present, 'approve', by(chair), { buyerMembers })).code).toBe('not-an-approver');
  });
});

describe('money of the council', () => {
  const first = aCallOff({ payer: 'council-budget' });
  const { state: second, effects } = accepted(decide(first, 'approve'));

  test('the first approval opens the step of the officer and makes no order', () => {
    expect(second).toMatchObject({ status: 'awaiting-approval', round: 1 });
    expect(second.order).toBeUndefined();
    expect(second.approvals.map((step) => step.state)).toEqual(['decided', 'open']);
    expect(effects.map(({ id: _id, version: _version, madeAt: _madeAt, ...work }) => work)).toEqual([
      { kind: 'refresh-approval-cards' },
      { kind: 'send-approval-card', to: personKey(officer), step: 1, round: 1 },
      { kind: 'send-approval-mail', to: personKey(officer), step: 1, round: 1 },
      { kind: 'tell-requester', news: 'approved-step' },
      { kind: 'record-audit', action: 'approval-approved', actor: personKey(head) },
    ]);
  });

  test('the officer cannot decide before the school', () => {
    expect(refusal(decide(first, 'approve', by(officer))).code).toBe('not-an-approver');
  });

  test("the officer's approval makes the order; rejecting ends it", () => {
    expect(accepted(decide(second, 'approve', by(officer))).state.order?.number).toBe('AP-000042');
    const rejected = accepted(decide(second, 'reject', by(officer))).state;
    expect(rejected.status).toBe('rejected');
    expect(rejected.order).toBeUndefined();
  });

  test('an officer for other money is refused', () => {
    const councilMembers = officers.map((member) => ({ ...member, payers: ['ehc-top-up' as const] }));
    expect(refusal(decide(second, 'approve', by(officer), { councilMembers })).code).toBe('not-an-approver');
  });

  test('a deputy who comes second is told who decided, not that they are no approver', () => {
    const late = decide(second, 'approve', { ...by(deputy), seen: { round: 1, step: 0 } });
    expect(refusal(late)).toMatchObject({
      code: 'stale-version',
      detail: 'Already approved by Hedda Marsh on Tuesday 24 November 2026 at 10am.',
    });
  });

  test("a head cannot decide the officer's step by saying that they saw it", () => {
    expect(refusal(decide(second, 'approve', { ...by(head), seen: { round: 1, step: 1 } })).code).toBe('not-an-approver');
  });

  test('after the order the head is told that it was decided', () => {
    const ordered = accepted(decide(second, 'approve', by(officer))).state;
    expect(refusal(decide(ordered, 'approve', { ...by(head), seen: { round: 1, step: 0 } })).code).toBe('approval-already-decided');
  });
});

describe('nobody decides two steps of a request', () => {
  const money = ['council-budget' as const];
  const asOfficer = (person: Person) => aMembership(person, ['approver'], { buyerRef: 'CD-SEND', payers: money });
  const headToo = { councilMembers: [...officers, asOfficer(head)] };
  const onlyHead = { councilMembers: [asOfficer(head)] };
  const first = aCallOff({ payer: 'council-budget' }, headToo);
  const { state: second, effects } = accepted(decide(first, 'approve', {}, headToo));

  test('whoever approved for the school is not asked for the council', () => {
    expect(first.approvals.map(({ approvers }) => approvers)).toEqual([
      [head, deputy],
      [officer, head],
    ]);
    expect(second.approvals[1]).toEqual({ kind: 'council', approvers: [officer], state: 'open' });
    expect(effects.flatMap((effect) => (effect.kind === 'send-approval-card' ? [effect.to] : []))).toEqual([personKey(officer)]);
  });

  test.each(verdicts)('nor can they %s it, in capitals or not', (verdict) => {
    for (const person of [head, inCapitals(head)])
      expect(refusal(decide(second, verdict, by(person), headToo))).toMatchObject({
        code: 'decided-earlier-step',
        detail: 'You decided an earlier step of this request, so someone else must decide this one.',
      });
  });

  test('when a colleague approved for the school they may', () => {
    const passed = accepted(decide(first, 'approve', by(deputy), headToo)).state;
    expect(passed.approvals[1]).toMatchObject({ approvers: [officer, head] });
    expect(accepted(decide(passed, 'approve', by(head), headToo)).state.status).toBe('ordered');
  });

  test('a round that was sent again is decided anew: who approved for the school then may decide for the council now', () => {
    const returned = accepted(decide(second, 'return', by(officer), headToo)).state;
    const again = accepted(resubmitCallOff(returned, aSubmission({ request: returned.request }), facts(headToo))).state;
    const passed = accepted(decide(again, 'approve', by(deputy), headToo)).state;
    expect(accepted(decide(passed, 'approve', by(head), headToo)).state.status).toBe('ordered');
  });

  test('an approval that would leave the next step to nobody is refused; rejecting and sending back are not', () => {
    expect(refusal(decide(first, 'approve', by(head), onlyHead))).toMatchObject({
      code: 'no-eligible-approver',
      detail:
        'Only you can decide a later step of this request, and nobody decides two. Someone else must approve this step, or you can ask for changes.',
    });
    expect(accepted(decide(first, 'approve', by(deputy), onlyHead)).state.approvals[1]).toMatchObject({ approvers: [head] });
    expect(decide(first, 'reject', by(head), onlyHead).ok).toBe(true);
    expect(decide(first, 'return', by(head), onlyHead).ok).toBe(true);
  });

  test('nor is an approval taken when every officer has left: the request would wait for ever', () => {
    expect(refusal(decide(first, 'approve', by(head), { councilMembers: [] }))).toMatchObject({
      code: 'no-eligible-approver',
      detail: 'Nobody can decide a later step of this request at present. Contact the commissioning team, or ask for changes.',
    });
  });

  test('an officer appointed since the request was made is asked when their step opens', () => {
    const passed = accepted(decide(aCallOff({ payer: 'council-budget' }), 'approve', {}, { councilMembers: [asOfficer(chair)] })).state;
    expect(passed.approvals[1]).toMatchObject({ approvers: [chair], state: 'open' });
  });

  test('a policy that asks the school twice asks two people', () => {
    const policy = { ...facts().policy, school: [{ kind: 'buyer' as const }, { kind: 'buyer' as const }] };
    const passed = accepted(decide(aCallOff({}, { policy }), 'approve', {}, { policy })).state;
    expect(passed.approvals[1]).toMatchObject({ kind: 'buyer', approvers: [deputy], state: 'open' });
    expect(accepted(decide(passed, 'approve', by(deputy), { policy })).state.status).toBe('ordered');
  });
});

describe('the first decision stands', () => {
  test.each([
    ['approve', 'Already approved by Hedda Marsh on Tuesday 24 November 2026 at 10am.'],
    ['reject', 'Already rejected by Hedda Marsh on Tuesday 24 November 2026 at 10am.'],
    ['return', 'Already sent back for changes by Hedda Marsh on Tuesday 24 November 2026 at 10am.'],
  ] as const)('after %s a second person is told by whom and when', (verdict, detail) => {
    const present = aCallOff();
    const after = decided(present, verdict);
    for (const second of verdicts) {
      const late = decideApproval(after, { ...aDecision(present, second), ...by(deputy) }, decisionFacts());
      expect(refusal(late)).toMatchObject({ code: 'approval-already-decided', detail });
    }
  });

  test('a withdrawn request says so', () => {
    const withdrawn: CallOff = { ...aCallOff(), status: 'withdrawn', approvals: [{ kind: 'buyer', approvers: [head], state: 'closed' }] };
    expect(refusal(decide(withdrawn, 'approve'))).toMatchObject({
      code: 'approval-already-decided',
      detail: 'The requester withdrew this request.',
    });
  });

  test.each([
    ['an earlier round', { round: 0, step: 0 }],
    ['a later round', { round: 2, step: 0 }],
    ['a later step', { round: 1, step: 1 }],
    ['no step', { round: 1, step: -1 }],
  ])('a card of %s changes nothing', (_what, seen) => {
    expect(refusal(decide(aCallOff(), 'approve', { seen })).code).toBe('stale-version');
  });

  test('the same click again, as a command that was applied, finds the request decided', () => {
    const present = aCallOff();
    const click = aDecision(present, 'approve');
    const after = accepted(decideApproval(present, click, decisionFacts())).state;
    expect(after.lastCommands).toContain(click.id);
    expect(refusal(decideApproval(after, click, decisionFacts())).code).toBe('approval-already-decided');
  });
});

describe('facts are checked again at the click', () => {
  const listing = (told: Parameters<typeof aListing>[0]) => ({ listing: aListing(told) });
  const changed: [string, Partial<ApprovalDecisionFacts>, string][] = [
    ['the provider was suspended', listing({ provider: aProvider({ status: 'suspended' }) }), 'provider-not-active'],
    ['the provider lost the lot', listing({ provider: aProvider({ lotKeys: [] }) }), 'provider-not-on-lot'],
    [
      'a check lapsed (R12 to R18)',
      listing({ qaChecks: [...currentChecks.slice(1), aCheck('staff-checks', { expiresOn: localDate('2026-11-23') })] }),
      'qa-not-current',
    ],
    ['a check cannot be read', listing({ qaChecks: currentChecks.slice(1) }), 'qa-not-current'],
    ['the service was withdrawn', listing({ service: aService({ status: 'withdrawn' }) }), 'service-not-offered'],
    ['the framework ended', listing({ framework: aFramework({ status: 'expired' }) }), 'framework-not-live'],
    ['the lot was closed', listing({ lot: aLot({ status: 'closed' }) }), 'lot-not-live'],
    ['the lot now ends before the placement', listing({ lot: aLot({ expiresOn: localDate('2027-03-17') }) }), 'dates-not-allowed'],
    [
      'the basis is permitted no longer (R30)',
      listing({ framework: aFramework({ permittedBases: ['only-match'] }) }),
      'direct-award-not-allowed',
    ],
    ['the rate was withdrawn', listing({ rates: [] }), 'no-live-rate'],
    ['the price changed', listing({ rates: [aRate({ price: pence(8_001) })] }), 'rate-changed'],
    ['the unit changed', listing({ rates: [aRate({ unit: 'hour' })] }), 'rate-changed'],
    ['the rate is of another lot now (R29)', listing({ rates: [aRate({ lotKey: 'AP-2026-2' })] }), 'rate-not-for-lot'],
    [
      'another provider offers the service',
      listing({
        provider: aProvider({ ref: 'P-0002' }),
        service: aService({ providerRef: 'P-0002' }),
        qaChecks: currentChecks.map((check) => ({ ...check, providerRef: 'P-0002' })),
      }),
      'provider-changed',
    ],
    [
      'the provider stated another VAT of the service (R38)',
      listing({ service: aService({ vatTreatment: 'standard-rated' }) }),
      'rate-changed',
    ],
    ['another rate took its place', listing({ rates: [aRate({ ref: 'R-00002' })] }), 'rate-changed'],
    ['the buyer may buy no longer (R29)', { buyer: aBuyer({ type: 'independent-school' }) }, 'buyer-not-eligible'],
    ['the buyer was closed', { buyer: aBuyer({ status: 'closed' }) }, 'buyer-not-active'],
  ];

  test.each(changed)('when %s nobody can approve', (_why, world, code) => {
    const told = refusal(decide(aCallOff(), 'approve', {}, world));
    expect(told.code).toBe(code);
    expect(told.field).toBeUndefined();
  });

  test.each(changed)('when %s it can still be rejected or sent back', (_why, world) => {
    expect(accepted(decide(aCallOff(), 'reject', {}, world)).state.status).toBe('rejected');
    expect(accepted(decide(aCallOff(), 'return', {}, world)).state.status).toBe('returned');
  });

  test('after the start date has passed nobody can approve; on the day itself they can', () => {
    const late = { now: '2027-01-13T00:30:00Z' };
    expect(refusal(decide(aCallOff(), 'approve', late))).toMatchObject({
      code: 'dates-not-allowed',
      detail: 'The start date has passed. Ask for changes, so that a new date is chosen.',
    });
    expect(decide(aCallOff(), 'approve', { now: '2027-01-12T23:59:00Z' }).ok).toBe(true);
    expect(decide(aCallOff(), 'return', late).ok).toBe(true);
  });

  test('both approvals of council money are checked', () => {
    const second = decided(aCallOff({ payer: 'council-budget' }), 'approve');
    const world = listing({ provider: aProvider({ status: 'suspended' }) });
    expect(refusal(decide(second, 'approve', by(officer), world)).code).toBe('provider-not-active');
  });
});

test('an order once made is not decided again', () => {
  expect(refusal(decide(anOrder(), 'reject')).code).toBe('approval-already-decided');
});
