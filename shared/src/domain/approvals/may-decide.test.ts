import {
  aBuyer,
  aCallOff,
  aCommand,
  accepted,
  aDecision,
  aMembership,
  chair,
  decided,
  decisionFacts,
  deputy,
  head,
  officer,
  officers,
  refusal,
  schoolMembers,
  senco,
  stranger,
} from '../call-off/call-off.fixture.ts';
import type { CallOff, EarlierOffer } from '../call-off/call-off.ts';
import { localDate } from '../days/local-date.ts';
import type { Delegation, Membership } from '../people/membership.ts';
import { type Person, personKey } from '../people/person.ts';
import type { ApprovalCommand, ApprovalDecisionFacts } from './approval-command.ts';
import { decideApproval } from './decide-approval.ts';

const approve = (present: CallOff, by: Person, world: Partial<ApprovalDecisionFacts> = {}, told: Partial<ApprovalCommand> = {}) =>
  decideApproval(present, aDecision(present, 'approve', { ...aCommand(by), ...told }), decisionFacts(world));
const today = localDate('2026-11-24');
const away = (to: Person): Delegation => ({ to, from: today, until: today });
const headAway = [
  aMembership(senco, ['requester']),
  aMembership(head, ['approver'], { delegation: away(stranger) }),
  aMembership(deputy, ['approver']),
  aMembership(stranger, ['requester']),
];

describe('whoever may not decide any more is told how it stands', () => {
  test('also an approver who was appointed after it was decided', () => {
    const buyerMembers = [...schoolMembers, aMembership(stranger, ['approver'])];
    const told = approve(decided(aCallOff(), 'approve'), stranger, { buyerMembers });
    expect(refusal(told)).toMatchObject({
      code: 'approval-already-decided',
      detail: 'Already approved by Hedda Marsh on Tuesday 24 November 2026 at 10am.',
    });
  });

  test('by the last decision of several', () => {
    const second = decided(aCallOff({ payer: 'council-budget' }), 'approve');
    const returned = decided(second, 'return', aCommand(officer, { now: '2026-11-25T14:15:00Z' }));
    expect(refusal(approve(returned, deputy)).detail).toBe(
      'Already sent back for changes by Offa Brook on Wednesday 25 November 2026 at 2:15pm.',
    );
  });

  test('with the delegate and for whom, where one decided', () => {
    const buyerMembers = headAway;
    const { state } = accepted(approve(aCallOff({}, { buyerMembers }), stranger, { buyerMembers }));
    expect(state.approvals).toMatchObject([{ by: stranger, onBehalfOf: head }]);
    expect(refusal(approve(state, head, { buyerMembers })).detail).toBe(
      'Already approved by Strang Moor for Hedda Marsh on Tuesday 24 November 2026 at 10am.',
    );
  });

  test('but not somebody who was never asked: who decided is none of their business', () => {
    expect(refusal(approve(decided(aCallOff(), 'approve'), stranger))).toMatchObject({ code: 'not-an-approver' });
    expect(refusal(approve({ ...aCallOff(), status: 'returned', approvals: [] }, head))).toMatchObject({ code: 'not-an-approver' });
  });

  test('and only that, where nobody decided and nobody withdrew it', () => {
    const ended: CallOff = { ...aCallOff(), status: 'rejected', approvals: [{ kind: 'buyer', approvers: [head], state: 'closed' }] };
    expect(refusal(approve(ended, head)).detail).toBe('This request is no longer waiting for a decision.');
  });
});

test('the next approver is asked about the next step, and nobody decides for those who decided before', () => {
  const present = aCallOff({ payer: 'council-budget' });
  const { effects } = accepted(approve(present, head));
  const asked = effects.filter(({ kind }) => kind === 'send-approval-card' || kind === 'send-approval-mail');
  expect(asked).toMatchObject([
    { to: personKey(officer), step: 1 },
    { to: personKey(officer), step: 1 },
  ]);
  // Whoever decides the first step is no longer there to decide the second.
  const councilMembers = [aMembership(head, ['approver'], { buyerRef: 'CD-SEND', payers: ['council-budget'] })];
  expect(refusal(approve(present, head, { councilMembers })).code).toBe('no-eligible-approver');
});

test('a card of another round is told apart from one of a step that is decided', () => {
  const second = decided(aCallOff({ payer: 'council-budget' }), 'approve');
  const changed = 'This request has changed since your copy was sent. Here it is as it stands now.';
  const detail = (round: number, step: number) => refusal(approve(second, officer, {}, { seen: { round, step } })).detail;
  expect(detail(1, 0)).toMatch(/^Already approved by Hedda Marsh/);
  expect(detail(0, 1)).toBe(changed);
  expect(detail(1, 2)).toBe(changed);
});

test('whoever stands in for the school stands in at no step of the council, though they were asked there', () => {
  const chairToo = { councilMembers: [...officers, aMembership(chair, ['approver'], { buyerRef: 'CD-SEND', payers: ['council-budget'] })] };
  const first = aCallOff({ payer: 'council-budget', useFallbackApprover: true }, chairToo);
  const second = accepted(approve(first, head, chairToo)).state;
  expect(second.approvals[1]?.approvers).toEqual([officer, chair]);
  expect(approve(second, chair, chairToo).ok).toBe(true);
  expect(refusal(approve(second, chair)).code).toBe('not-an-approver');
});

describe('row 49: a delegate is as bound as the approver who is away', () => {
  const offered = (by: Person, callOff = aCallOff()): CallOff => {
    const { request, price, providerRef, providerName, serviceName } = callOff;
    const earlier: EarlierOffer = {
      round: 1,
      providerRef,
      providerName,
      serviceName,
      asked: request,
      price,
      order: { number: 'AP-000042', madeAt: callOff.submittedAt, state: 'declined' },
      passedOn: { at: callOff.submittedAt, by, reason: 'It is the next lowest.' },
    };
    return { ...callOff, round: 2, offers: [earlier] };
  };
  test('where the approver offered the request to this provider, neither of them decides it', () => {
    const buyerMembers = headAway;
    expect(refusal(approve(offered(head), head, { buyerMembers })).code).toBe('requester-cannot-approve');
    expect(refusal(approve(offered(head), stranger, { buyerMembers })).code).toBe('not-an-approver');
    expect(approve(offered(deputy), stranger, { buyerMembers }).ok).toBe(true);
  });

  test('whoever offered the request to this provider is asked at no later step either', () => {
    const councilMembers = [...officers, aMembership(stranger, ['approver'], { buyerRef: 'CD-INC', payers: ['council-budget'] })];
    const sent = aCallOff({ payer: 'council-budget' }, { councilMembers });
    expect(accepted(approve(offered(officer, sent), head, { councilMembers })).state.approvals[1]?.approvers).toEqual([stranger]);
    expect(accepted(approve(offered(senco, sent), head, { councilMembers })).state.approvals[1]?.approvers).toEqual([officer, stranger]);
  });

  test('where the approver is the only one for a later step, the delegate cannot use up their word at this one', () => {
    const world = {
      buyerMembers: headAway,
      councilMembers: [aMembership(head, ['approver'], { buyerRef: 'CD-SEND', payers: ['council-budget'] })],
    };
    const first = aCallOff({ payer: 'council-budget' }, { ...world, buyerMembers: schoolMembers });
    expect(refusal(approve(first, stranger, world)).code).toBe('no-eligible-approver');
    expect(approve(first, deputy, world).ok).toBe(true);
  });

  test('a delegate who was named in one department has no say in what is of another', () => {
    const councilMembers = (lent: { readonly here?: Delegation; readonly elsewhere?: Delegation }) => [
      aMembership(officer, ['approver'], { buyerRef: 'CD-SEND', payers: ['council-budget'], ...(lent.here && { delegation: lent.here }) }),
      aMembership(stranger, ['commissioner'], { buyerRef: 'CD-SEND' }),
      aMembership(officer, ['approver'], {
        buyerRef: 'CD-VS',
        payers: ['virtual-school'],
        ...(lent.elsewhere && { delegation: lent.elsewhere }),
      }),
      aMembership(stranger, ['commissioner'], { buyerRef: 'CD-VS' }),
    ];
    const approversOf = (members: readonly Membership[]) => {
      const world = { councilMembers: members };
      const second = accepted(approve(aCallOff({ payer: 'council-budget' }, world), head, world)).state;
      return { asked: second.approvals[1]?.approvers, ok: approve(second, stranger, world).ok };
    };
    expect(approversOf(councilMembers({ here: away(stranger) }))).toEqual({ asked: [officer, stranger], ok: true });
    expect(approversOf(councilMembers({ elsewhere: away(stranger) }))).toEqual({ asked: [officer], ok: false });
  });

  test('nor does a delegate decide the step after the one that they decided', () => {
    const councilMembers = [
      aMembership(officer, ['approver'], { buyerRef: 'CD-SEND', payers: ['council-budget'], delegation: away(stranger) }),
      aMembership(stranger, ['commissioner'], { buyerRef: 'CD-SEND' }),
    ];
    const world = { buyerMembers: headAway, councilMembers };
    const second = accepted(approve(aCallOff({ payer: 'council-budget' }, world), stranger, world)).state;
    expect(second.approvals[1]?.approvers).toEqual([officer]);
    expect(refusal(approve(second, stranger, world)).code).toBe('decided-earlier-step');
  });
});

test('row 48: three steps are decided one after the other, each by somebody else', () => {
  const councilMembers = [
    aMembership(officer, ['approver'], { buyerRef: 'CD-SEND', payers: ['ehc-top-up'] }),
    aMembership(stranger, ['approver'], { buyerRef: 'CD-INC', payers: ['council-budget'] }),
  ];
  const world = { councilMembers };
  const first = aCallOff({ payer: 'council-budget', ehcPlan: true }, world);
  const second = accepted(approve(first, head, world)).state;
  expect(second.approvals.map(({ kind, state, approvers }) => [kind, state, approvers])).toEqual([
    ['buyer', 'decided', [head, deputy]],
    ['sen-officer', 'open', [officer]],
    ['council', 'waiting', [stranger]],
  ]);
  const third = accepted(approve(second, officer, world)).state;
  expect(third.approvals.map(({ state }) => state)).toEqual(['decided', 'decided', 'open']);
  expect(accepted(approve(third, stranger, world)).state.status).toBe('ordered');
});

test('a stand-in of the school to whom the step was not sent has no say, nor a requester who is named as one later', () => {
  const useFallbackApprover = true;
  const alone = { buyerMembers: [aMembership(senco, ['requester'])] };
  const sent = aCallOff({ useFallbackApprover }, alone);
  expect(refusal(approve(sent, stranger, { ...alone, buyer: aBuyer({ fallbackApprover: stranger }) })).code).toBe('not-an-approver');
  expect(approve(sent, chair, alone).ok).toBe(true);
});
