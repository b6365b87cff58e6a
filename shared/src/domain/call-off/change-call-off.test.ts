import { decideApproval } from '../approvals/decide-approval.ts';
import { answerOrder } from '../orders/answer-order.ts';
import { personKey } from '../people/person.ts';
import {
  aCallOff,
  aCommand,
  accepted,
  aDecision,
  anOrder,
  decided,
  decisionFacts,
  head,
  now,
  officer,
  refusal,
  senco,
  stranger,
} from './call-off.fixture.ts';
import { waitingFor } from './call-off.ts';
import { withdrawCallOff } from './withdraw-call-off.ts';

const works = (effects: readonly object[]) =>
  effects.map((effect) => Object.fromEntries(Object.entries(effect).filter(([name]) => !['id', 'version', 'madeAt'].includes(name))));

describe('E38: withdrawing a request', () => {
  test('closes every step, refreshes the cards and leaves an audit line; nobody is waited for any more', () => {
    const { state, effects } = accepted(withdrawCallOff(aCallOff({ payer: 'council-budget' }), aCommand(senco)));
    expect(state.status).toBe('withdrawn');
    expect(state.approvals.map((step) => step.state)).toEqual(['closed', 'closed']);
    expect(waitingFor(state)).toEqual([]);
    expect(works(effects)).toEqual([
      { kind: 'refresh-approval-cards' },
      { kind: 'record-audit', action: 'call-off-withdrawn', actor: personKey(senco) },
    ]);
  });

  test('keeps the decision that was made before it', () => {
    const second = decided(aCallOff({ payer: 'council-budget' }), 'approve');
    const { state } = accepted(withdrawCallOff(second, aCommand(senco)));
    expect(state.approvals).toEqual([second.approvals[0], { kind: 'council', approvers: [officer], state: 'closed' }]);
  });

  test('is possible after it was sent back', () => {
    expect(withdrawCallOff(decided(aCallOff(), 'return'), aCommand(senco)).ok).toBe(true);
  });

  test.each([
    ['rejected', decided(aCallOff(), 'reject')],
    ['ordered', anOrder()],
    ['withdrawn', accepted(withdrawCallOff(aCallOff(), aCommand(senco))).state],
  ])('is refused once it is %s', (_state, present) => {
    expect(refusal(withdrawCallOff(present, aCommand(senco))).code).toBe('call-off-not-open');
  });

  test.each([
    ['the approver', head],
    ['a colleague', stranger],
    ['the same object id in another tenant', { ...senco, tenantId: officer.tenantId }],
  ])('is refused to %s', (_who, person) => {
    expect(refusal(withdrawCallOff(aCallOff(), aCommand(person))).code).toBe('not-yours');
  });

  test('leaves nothing to approve', () => {
    const present = aCallOff();
    const withdrawn = accepted(withdrawCallOff(present, aCommand(senco))).state;
    expect(refusal(decideApproval(withdrawn, aDecision(present, 'approve'), decisionFacts()))).toMatchObject({
      code: 'approval-already-decided',
      detail: 'The requester withdrew this request.',
    });
  });
});

describe("the provider's answer to an order", () => {
  const answer = (told: { answer: 'accepted' | 'declined'; reason?: string }, present = anOrder()) =>
    answerOrder(present, { ...aCommand(senco), ...told });

  test('accepted: the order is agreed, the requester is told', () => {
    const { state, effects } = accepted(answer({ answer: 'accepted' }));
    expect(state.status).toBe('ordered');
    expect(state.order).toMatchObject({
      number: 'AP-000042',
      madeAt: now,
      state: 'accepted',
      answeredAt: now,
      answerRecordedBy: senco.name,
    });
    expect(works(effects)).toEqual([
      { kind: 'tell-requester', news: 'accepted' },
      { kind: 'record-audit', action: 'order-accepted', actor: personKey(senco) },
    ]);
  });

  test('declined: the reason is kept with the order and in the history', () => {
    const { state, effects } = accepted(answer({ answer: 'declined', reason: 'No places until Easter.' }));
    expect(state.order).toMatchObject({ state: 'declined', declineReason: 'No places until Easter.' });
    expect(state.history.at(-1)).toMatchObject({ what: 'Provider declined the order', comment: 'No places until Easter.' });
    expect(works(effects)).toEqual([
      { kind: 'tell-requester', news: 'declined' },
      { kind: 'record-audit', action: 'order-declined', actor: personKey(senco) },
      { kind: 'settle-ledgers' },
    ]);
  });

  test.each([undefined, '', '  '])('declining without a reason (%p) is refused', (reason) => {
    const told = reason === undefined ? {} : { reason };
    expect(refusal(answer({ answer: 'declined', ...told }))).toMatchObject({ code: 'comment-required', field: '/reason' });
  });

  test.each(['accepted', 'declined'] as const)('a reason that names a pupil is refused when it is %s (R40)', (said) => {
    expect(refusal(answer({ answer: said, reason: 'Jack Smith was unkind.' }))).toMatchObject({
      code: 'text-names-a-pupil',
      field: '/reason',
    });
  });

  test.each([
    ['a request that waits for approval', aCallOff()],
    ['a rejected request', decided(aCallOff(), 'reject')],
    ['an order that was answered already', accepted(answer({ answer: 'accepted' })).state],
  ])('%s has nothing to answer', (_which, present) => {
    expect(refusal(answer({ answer: 'declined', reason: 'Full.' }, present)).code).toBe('order-not-awaiting-provider');
  });
});
