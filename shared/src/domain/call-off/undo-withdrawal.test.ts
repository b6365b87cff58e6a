import { decideApproval } from '../approvals/decide-approval.ts';
import { personKey } from '../people/person.ts';
import {
  aCallOff,
  aCommand,
  accepted,
  aDecision,
  decided,
  decisionFacts,
  deputy,
  head,
  now,
  officer,
  refusal,
  senco,
} from './call-off.fixture.ts';
import { type CallOff, waitingFor, waitingSince } from './call-off.ts';
import { type Asked, undoUntil, undoWithdrawal, whyNotUndo } from './undo-withdrawal.ts';
import { withdrawCallOff } from './withdraw-call-off.ts';

const after = (minutes: number): string => new Date(Date.parse(now) + minutes * 60_000).toISOString();
const withdrawn = (callOff: CallOff): CallOff => accepted(withdrawCallOff(callOff, aCommand(senco))).state;
const undo = (callOff: CallOff, { at = after(1), by = senco, asked = [] as readonly Asked[] } = {}) =>
  undoWithdrawal(callOff, { ...aCommand(by, { now: at }), asked });
const both = (to: string, at: string): readonly Asked[] => [
  { kind: 'send-approval-card', to, at },
  { kind: 'send-approval-mail', to, at },
];
const everybody = [...both(personKey(head), now), ...both(personKey(deputy), now)];

describe('undoing a withdrawal', () => {
  test.each([
    ['that waited for its first step', aCallOff({ payer: 'council-budget' })],
    ['that waited for its second', decided(aCallOff({ payer: 'council-budget' }), 'approve')],
    ['that was sent back', decided(aCallOff({ payer: 'council-budget' }), 'return')],
  ])('puts a request %s back to where it stood: same status, steps and round, and since when', (_which, before) => {
    const { state } = accepted(undo(withdrawn(before)));
    const { status, approvals, round, submittedAt, price, request } = before;
    expect(state).toMatchObject({ status, approvals, round, submittedAt, price, request });
    expect([waitingFor(state), waitingSince(state)]).toEqual([waitingFor(before), waitingSince(before)]);
    expect(state.withdrawnAt).toBeUndefined();
    expect(state.history.slice(-2).map(({ what }) => what)).toEqual(['Withdrawn by the requester', 'Withdrawal undone by the requester']);
  });

  test('shows it on every card, leaves an audit line, and asks nobody twice', () => {
    const { effects } = accepted(undo(withdrawn(aCallOff()), { asked: everybody }));
    expect(effects).toMatchObject([
      { kind: 'refresh-approval-cards' },
      { kind: 'record-audit', action: 'withdrawal-undone', actor: personKey(senco) },
    ]);
  });

  test('asks nobody where the request was sent back: it waits for whoever asked', () => {
    const { effects } = accepted(undo(withdrawn(decided(aCallOff(), 'return'))));
    expect(effects.map(({ kind }) => kind)).toEqual(['refresh-approval-cards', 'record-audit']);
  });

  test('asks those whom the withdrawal kept from being asked', () => {
    const { effects } = accepted(undo(withdrawn(aCallOff()), { asked: everybody.slice(0, 3) }));
    expect(effects.filter(({ kind }) => kind.startsWith('send'))).toMatchObject([
      { kind: 'send-approval-mail', to: personKey(deputy), step: 0, round: 1 },
    ]);
  });

  test('does not take the asking of an earlier round or step for that of this one', () => {
    const second = decided(aCallOff({ payer: 'council-budget' }), 'approve', { now: after(5) });
    const { effects } = accepted(undo(withdrawn(second), { asked: [...everybody, ...both(personKey(officer), after(4))] }));
    expect(effects.filter(({ kind }) => kind.startsWith('send'))).toHaveLength(2);
  });

  test('lets it be decided as before: what changed meanwhile is seen at the decision', () => {
    const before = aCallOff();
    const { state } = accepted(undo(withdrawn(before)));
    expect(accepted(decideApproval(state, aDecision(before, 'approve'), decisionFacts())).state.status).toBe('ordered');
  });

  test('is possible for an hour, to the minute, and says until when', () => {
    const present = withdrawn(aCallOff());
    expect(undoUntil(present)).toBe(after(60));
    expect(undo(present, { at: after(60) }).ok).toBe(true);
    expect(refusal(undo(present, { at: after(61) }))).toMatchObject({ code: 'undo-too-late' });
    expect(undoUntil(aCallOff())).toBeUndefined();
  });

  test('is refused for a record that was withdrawn before this was noted', () => {
    expect(refusal(undo({ ...withdrawn(aCallOff()), withdrawnAt: undefined })).code).toBe('undo-too-late');
  });

  test('is refused to anybody else, and when there is nothing to undo', () => {
    const present = withdrawn(aCallOff());
    expect(refusal(undo(present, { by: head })).code).toBe('not-yours');
    expect(whyNotUndo(present, head, now)?.code).toBe('not-yours');
    for (const other of [aCallOff(), decided(aCallOff(), 'reject'), decided(aCallOff(), 'approve')])
      expect(refusal(undo(other)).code).toBe('call-off-not-withdrawn');
    expect(refusal(undo(accepted(undo(present)).state)).code).toBe('call-off-not-withdrawn');
  });
});

test('E38: since when a request is with somebody: since it was sent, or since the step before was decided', () => {
  const first = aCallOff({ payer: 'council-budget' });
  expect(waitingSince(first)).toBe(first.submittedAt);
  expect(waitingSince(decided(first, 'approve', { now: after(30) }))).toBe(after(30));
  for (const ended of [decided(first, 'return'), withdrawn(first)]) expect(waitingSince(ended)).toBeUndefined();
});
