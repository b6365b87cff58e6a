import {
  aBuyer,
  aCallOff,
  accepted,
  aMembership,
  aSubmission,
  chair,
  decided,
  deputy,
  facts,
  head,
  officer,
  officers,
  refusal,
  schoolMembers,
  senco,
  stranger,
} from '../call-off/call-off.fixture.ts';
import { resubmitCallOff } from '../call-off/submit-call-off.ts';
import { pence } from '../money/money.ts';
import { type Person, personKey } from '../people/person.ts';
import { by, decide } from './approval.fixture.ts';
import { verdicts } from './approval-step.ts';

const inCapitals = (person: Person): Person => ({
  ...person,
  tenantId: person.tenantId.toUpperCase(),
  objectId: person.objectId.toUpperCase(),
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
