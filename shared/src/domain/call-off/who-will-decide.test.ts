import { pence } from '../money/money.ts';
import {
  aBuyer,
  aCallOff,
  accepted,
  aMembership,
  aRequest,
  chair,
  deputy,
  facts,
  head,
  now,
  officer,
  refusal,
  senco,
} from './call-off.fixture.ts';
import { refusedWith, submit } from './submission.fixture.ts';
import { quoteCallOff } from './submit-call-off.ts';

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
