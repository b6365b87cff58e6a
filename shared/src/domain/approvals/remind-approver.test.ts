import {
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
  refusal,
  schoolMembers,
  senco,
  stranger,
} from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { undoWithdrawal } from '../call-off/undo-withdrawal.ts';
import { withdrawCallOff } from '../call-off/withdraw-call-off.ts';
import type { Membership } from '../people/membership.ts';
import { type Person, personKey } from '../people/person.ts';
import { decideApproval } from './decide-approval.ts';
import { mayRemind, remindApprover, remindFrom } from './remind-approver.ts';

// Everything happens from Tuesday 24 November 2026, when the request was sent.
const tuesday = aCallOff();
const thursday = '2026-11-26T09:00:00Z';

const remind = (present: CallOff, told: { by?: Person; now?: string; memberships?: readonly Membership[] } = {}) => {
  const { by = senco, now = thursday, memberships = schoolMembers } = told;
  return remindApprover(present, { ...aCommand(by, { now }), memberships });
};

describe('E38: a reminder of a request that waits', () => {
  test('tells everyone who may decide the step, and is in the history and the audit', () => {
    const { state, effects } = accepted(remind(tuesday));
    expect(state).toMatchObject({ status: 'awaiting-approval', version: 2, approvals: [{ state: 'open', remindedAt: thursday }] });
    expect(state.history.at(-1)).toEqual({ at: thursday, by: senco.name, what: `Reminded ${head.name} and ${deputy.name}` });
    expect(effects.map(({ id: _id, version: _version, madeAt: _madeAt, ...work }) => work)).toEqual([
      { kind: 'remind-approver', to: personKey(head), step: 0, round: 1 },
      { kind: 'remind-approver', to: personKey(deputy), step: 0, round: 1 },
      { kind: 'record-audit', action: 'approver-reminded', actor: personKey(senco) },
    ]);
  });

  test('leaves the copies that people have of the request fit to decide by', () => {
    const { state } = accepted(remind(tuesday));
    const decision = decideApproval(state, aDecision(tuesday, 'approve'), decisionFacts());
    expect(accepted(decision).state).toMatchObject({ status: 'ordered', approvals: [{ state: 'decided' }] });
    expect(accepted(decision).state.approvals[0]).not.toHaveProperty('remindedAt');
  });

  test('may be sent by the requester, or a colleague who may raise requests for the same school, and by nobody else', () => {
    const colleague = aMembership(stranger, ['requester']);
    expect(remind(tuesday, { by: stranger, memberships: [colleague] }).ok).toBe(true);
    for (const elsewhere of [
      [],
      [{ ...colleague, buyerRef: '113999' }],
      [{ ...colleague, status: 'removed' as const }],
      [aMembership(stranger, ['contact'])],
    ])
      expect(refusal(remind(tuesday, { by: stranger, memberships: elsewhere }))).toMatchObject({
        code: 'not-yours',
        detail: 'Only the person who made this request, or a colleague who can raise requests for Stour Vale School, can send a reminder.',
      });
  });

  test('may be sent by the requester also where an approver has answered: there is nothing to remind of, and no right is lost', () => {
    expect(mayRemind(decided(tuesday, 'reject', { comment: 'Fewer days.' }), senco, [])).toBe(true);
    expect(mayRemind(decided(tuesday, 'reject', { comment: 'Fewer days.' }), stranger, [])).toBe(false);
  });

  test('is not sent by whoever is asked themselves', () => {
    const memberships = [aMembership(head, ['requester', 'approver'])];
    expect(refusal(remind(tuesday, { by: head, memberships }))).toMatchObject({
      code: 'not-yours',
      detail: 'This request waits for your own decision.',
    });
  });

  test.each([
    ['on the day it was sent', '2026-11-24T16:00:00Z'],
    ['on the first working day after', '2026-11-25T23:59:59Z'],
  ])('is too soon %s', (_when, now) => {
    expect(refusal(remind(tuesday, { now }))).toEqual({
      ok: false,
      code: 'reminder-too-soon',
      detail: 'Approvers have a whole working day before they are reminded. You can send a reminder from Thursday 26 November 2026.',
    });
  });

  test('waits for working days: weekends and bank holidays do not count', () => {
    const christmasEve = { ...tuesday, submittedAt: '2026-12-24T10:00:00Z' };
    // Friday 25 and Monday 28 December are kept as bank holidays: Tuesday is the approver's own.
    expect(remindFrom(christmasEve)).toBe('2026-12-30');
  });

  test('can be sent once a working day', () => {
    const { state } = accepted(remind(tuesday, { now: '2026-11-27T09:00:00Z' }));
    expect(refusal(remind(state, { now: '2026-11-29T12:00:00Z' }))).toMatchObject({
      code: 'reminder-too-soon',
      detail: 'A reminder was sent already. You can send another from Monday 30 November 2026.',
    });
    expect(remind(state, { now: '2026-11-30T00:00:00Z' }).ok).toBe(true);
  });

  test('begins anew with the next step', () => {
    const first = aCallOff({ payer: 'council-budget' });
    const reminded = accepted(remind(first)).state;
    const passed = decided(reminded, 'approve', { now: '2026-11-26T12:00:00Z' });
    expect(refusal(remind(passed, { now: '2026-11-27T12:00:00Z' })).code).toBe('reminder-too-soon');
    const { effects } = accepted(remind(passed, { now: '2026-11-30T12:00:00Z' }));
    expect(effects[0]).toMatchObject({ kind: 'remind-approver', to: personKey(officer), step: 1 });
  });

  test('counts for the day also when the request was withdrawn after it, and is back', () => {
    const reminded = accepted(remind(tuesday)).state;
    const withdrawn = accepted(withdrawCallOff(reminded, aCommand(senco, { now: '2026-11-26T10:00:00Z' }))).state;
    const back = accepted(undoWithdrawal(withdrawn, { ...aCommand(senco, { now: '2026-11-26T10:30:00Z' }), asked: [] })).state;
    expect(remindFrom(back)).toBe('2026-11-27');
  });

  test('is for what waits only', () => {
    const withdrawn = accepted(withdrawCallOff(tuesday, aCommand(senco))).state;
    for (const present of [withdrawn, decided(tuesday, 'approve'), decided(tuesday, 'return')]) {
      expect(remindFrom(present)).toBeUndefined();
      expect(refusal(remind(present, { by: chair })).code).toBe('call-off-not-open');
    }
  });

  test('does not wait for bank holidays that nobody knows yet', () => {
    expect(remindFrom({ ...tuesday, submittedAt: '2030-12-24T10:00:00Z' })).toBe('2030-12-26');
  });
});
