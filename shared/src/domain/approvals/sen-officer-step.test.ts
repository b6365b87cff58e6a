import {
  aCallOff,
  aCommand,
  accepted,
  aDecision,
  aMembership,
  aSubmission,
  decided,
  decisionFacts,
  deputy,
  facts,
  head,
  officer,
  refusal,
  schoolMembers,
  stranger,
} from '../call-off/call-off.fixture.ts';
import { submitCallOff } from '../call-off/submit-call-off.ts';
import { pence } from '../money/money.ts';
import type { Payer } from '../money/payer.ts';
import { decideApproval } from './decide-approval.ts';

const caseOfficer = aMembership(officer, ['approver'], { buyerRef: 'CD-SEND', payers: ['ehc-top-up'], approvalLimit: pence(1) });
const money = aMembership(stranger, ['approver'], { buyerRef: 'CD-INC', payers: ['council-budget'] });
const council = { councilMembers: [caseOfficer, money] };
const kinds = (payer: Payer, ehcPlan: boolean) => aCallOff({ payer, ehcPlan }, council).approvals.map(({ kind }) => kind);

describe('an EHC plan adds the step of the SEN case officer', () => {
  test('after the school, before the money of the council; without a plan there is none', () => {
    expect(kinds('school', false)).toEqual(['buyer']);
    expect(kinds('school', true)).toEqual(['buyer', 'sen-officer']);
    expect(kinds('council-budget', true)).toEqual(['buyer', 'sen-officer', 'council']);
  });

  test('where the top-up of the plan pays, that officer is asked once', () => {
    expect(
      aCallOff({ payer: 'ehc-top-up', ehcPlan: true }, { councilMembers: [{ ...caseOfficer, approvalLimit: pence(10_000_000) }] })
        .approvals,
    ).toMatchObject([{ kind: 'buyer' }, { kind: 'council', approvers: [officer] }]);
  });

  test('no policy leaves it out', () => {
    const policy = { ...facts().policy, school: [{ kind: 'buyer' as const }] };
    expect(aCallOff({ ehcPlan: true }, { ...council, policy }).approvals).toHaveLength(2);
  });

  test('whether a placement fits the plan is no question of money: the officer decides it beyond any limit, and then the order is made', () => {
    const first = accepted(
      decideApproval(
        aCallOff({ ehcPlan: true }, council),
        aDecision(aCallOff({ ehcPlan: true }, council), 'approve'),
        decisionFacts(council),
      ),
    ).state;
    expect(first.status).toBe('awaiting-approval');
    const second = decideApproval(first, aDecision(first, 'approve', aCommand(officer)), decisionFacts(council));
    expect(accepted(second).state.status).toBe('ordered');
  });

  test('without an officer the request is refused with what to do', () => {
    const submission = aSubmission();
    const { code, detail } = refusal(
      submitCallOff({ ...submission, request: { ...submission.request, ehcPlan: true } }, facts({ councilMembers: [money] })),
    );
    expect(code).toBe('no-eligible-approver');
    expect(detail).toContain('none is on the register. Contact the commissioning team.');
  });

  test('somebody who approves for the school does not decide it as well', () => {
    const both = aMembership(head, ['approver'], { buyerRef: 'CD-SEND', payers: ['ehc-top-up'] });
    const { approvals } = aCallOff({ ehcPlan: true }, { councilMembers: [both], buyerMembers: schoolMembers });
    expect(approvals.map(({ approvers }) => approvers)).toEqual([[deputy], [head]]);
  });
});

test('the Virtual School is told of an order for a child who is looked after, of no other', () => {
  const told = (lookedAfter: boolean) =>
    decided(aCallOff({ lookedAfter }), 'approve').outbox.filter(({ kind }) => kind === 'tell-virtual-school');
  expect(told(true)).toHaveLength(1);
  expect(told(false)).toHaveLength(0);
});
