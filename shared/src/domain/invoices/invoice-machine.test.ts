import { aMembership, deputy, head, officer, senco, stranger } from '../call-off/call-off.fixture.ts';
import { stateRoom } from '../call-off/call-off-room.ts';
import { localDate } from '../days/local-date.ts';
import type { MemberRole } from '../people/membership.ts';
import { decideInvoice } from './decide-invoice.ts';
import { afterwards, entered, invoiceFacts, taughtOrder, typedInvoice } from './invoice.fixture.ts';
import { type Invoice, invoiceKinds, invoiceKindWords, invoiceStatuses, invoiceStatusWords, sameNumber } from './invoice.ts';
import { invoiceActions } from './invoice-action.ts';
import { invoiceMachine } from './invoice-machine.ts';
import { invoiceRolesOf } from './invoice-role.ts';
import { matchOutcomes, matchOutcomeWords } from './match-line.ts';

test('row 60: which command leads an invoice where, who may give it, and what the audit chain calls it', () => {
  expect(invoiceMachine.moves.map(({ command, from, to, by, audit }) => [command, from, to, by, audit])).toEqual([
    ['enter-invoice', ['none'], ['entered'], ['enterer'], 'invoice-entered'],
    ['correct-invoice', ['entered', 'refused', 'withdrawn'], ['entered'], ['enterer'], 'invoice-corrected'],
    ['accept-invoice', ['entered'], ['accepted'], ['accepter'], 'invoice-accepted'],
    ['refuse-invoice', ['entered'], ['refused'], ['accepter'], 'invoice-refused'],
    ['withdraw-invoice', ['entered'], ['withdrawn'], ['enterer'], 'invoice-withdrawn'],
  ]);
  expect(invoiceMachine.ends).toEqual(['accepted']);
  expect(invoiceActions).toEqual(['invoice-entered', 'invoice-corrected', 'invoice-accepted', 'invoice-refused', 'invoice-withdrawn']);
});

test('each state, kind and outcome has its word', () => {
  expect(invoiceMachine.states).toEqual({
    entered: 'waiting to be accepted',
    accepted: 'accepted for payment',
    refused: 'refused',
    withdrawn: 'withdrawn',
  });
  expect(invoiceStatuses.map((status) => invoiceStatusWords[status])).toEqual([
    'Waiting to be accepted',
    'Accepted for payment',
    'Refused',
    'Withdrawn',
  ]);
  expect(invoiceKinds.map((kind) => invoiceKindWords[kind])).toEqual([
    'Invoice',
    'Credit note',
    'Statement that nothing more will be invoiced',
  ]);
  expect(matchOutcomes.map((outcome) => matchOutcomeWords[outcome])).toEqual(['Matches', 'Partly matches', 'Differs']);
});

test('R35: whoever asks for the buyer enters; its approvers and contacts accept as well; who has left, or is of another buyer, does neither', () => {
  const rolesOf = (roles: readonly MemberRole[], told: object = {}) => invoiceRolesOf([aMembership(head, roles, told)], '113800', head);
  expect(rolesOf(['requester'])).toEqual(['enterer']);
  expect(rolesOf(['approver'])).toEqual(['enterer', 'accepter']);
  expect(rolesOf(['contact'])).toEqual(['enterer', 'accepter']);
  expect(rolesOf(['commissioner'])).toEqual([]);
  expect(rolesOf(['approver'], { status: 'removed' })).toEqual([]);
  expect(rolesOf(['approver'], { buyerRef: '113899' })).toEqual([]);
  expect(invoiceRolesOf([aMembership(head, ['approver'])], '113800', deputy)).toEqual([]);
});

test('a number is the same however it is typed', () => {
  expect([' bv 1001', 'BV1001', 'Bv  10 01'].map(sameNumber)).toEqual(['BV1001', 'BV1001', 'BV1001']);
});

describe('row 60: what becomes of an invoice that is not accepted', () => {
  const order = taughtOrder();
  const give = (present: Invoice, by: typeof head, command: object) =>
    decideInvoice(
      present,
      { id: `not-accepted-${JSON.stringify(command)}`, by, receipted: new Set(), ...command } as never,
      invoiceFacts(by, [order]),
      afterwards,
    );
  const first = (): Invoice => {
    const decision = entered(typedInvoice(), order);
    if (!decision.ok) throw new Error(decision.code);
    return decision.state;
  };

  test('refused with a reason, which is kept; corrected, the reason is gone and both who typed it are known', () => {
    expect(give(first(), head, { kind: 'refuse-invoice', reason: ' ' })).toMatchObject({ ok: false, code: 'comment-required' });
    expect(give(first(), head, { kind: 'refuse-invoice', reason: 'For A123456789012.' })).toMatchObject({ code: 'text-names-a-pupil' });
    const refused = give(first(), head, { kind: 'refuse-invoice', reason: ' The days are wrong. ' });
    if (!refused.ok) throw new Error(refused.code);
    expect(refused.state).toMatchObject({ status: 'refused', refusedReason: 'The days are wrong.' });
    expect(refused.state.history.at(-1)).toMatchObject({ what: 'Refused', comment: 'The days are wrong.' });
    const told = typedInvoice({
      kind: 'credit-note',
      number: 'other',
      date: localDate('2027-02-02'),
      poNumber: ' PO 7 ',
      note: 'Of no use.',
    });
    const corrected = give(refused.state, deputy, { kind: 'correct-invoice', typed: told });
    if (!corrected.ok) throw new Error(corrected.code);
    const { history, ...now } = corrected.state;
    const { history: _history, ...before } = first();
    expect(now).toEqual({
      ...before,
      version: 3,
      outbox: now.outbox,
      lastCommands: now.lastCommands,
      date: '2027-02-02',
      poNumber: 'PO 7',
      enteredBy: [senco, deputy],
      enteredAt: afterwards,
      refusedReason: undefined,
    });
    expect(now.refusedReason).toBeUndefined();
    expect(history.at(-1)?.what).toBe('Corrected: £480.00 ex VAT');
  });

  test('withdrawn by somebody of the buyer, and by nobody else', () => {
    const withdrawn = give(first(), senco, { kind: 'withdraw-invoice' });
    expect(withdrawn).toMatchObject({ ok: true, state: { status: 'withdrawn' } });
    expect(withdrawn.ok && withdrawn.state.history.at(-1)?.what).toBe('Withdrawn');
    if (!withdrawn.ok) throw new Error(withdrawn.code);
    expect(withdrawn.effects.map(({ kind }) => kind)).toEqual(['record-audit']);
    expect(give(withdrawn.state, head, { kind: 'refuse-invoice', reason: 'Late.' })).toMatchObject({
      code: 'not-in-this-state',
      detail: 'You cannot refuse the invoice: the invoice is withdrawn.',
    });
    for (const by of [stranger, officer])
      expect(give(first(), by, { kind: 'withdraw-invoice' })).toMatchObject({
        code: 'not-your-role',
        detail: 'Only a requester, approver or contact of the buyer can withdraw the invoice.',
      });
    expect(give(first(), senco, { kind: 'refuse-invoice', reason: 'Late.' })).toMatchObject({
      code: 'not-your-role',
      detail: 'Only an approver or contact of the buyer can refuse the invoice.',
    });
  });

  test('refused or withdrawn though its record is full to everything else', () => {
    const full = { ...first(), providerName: 'x'.repeat(stateRoom - 5_000) };
    expect(give(full, head, { kind: 'refuse-invoice', reason: 'Late.' })).toMatchObject({ ok: true, state: { status: 'refused' } });
    expect(give(full, senco, { kind: 'withdraw-invoice' })).toMatchObject({ ok: true, state: { status: 'withdrawn' } });
    expect(give(full, senco, { kind: 'correct-invoice', typed: typedInvoice() })).toMatchObject({ ok: false, code: 'record-full' });
  });

  test('who corrects what they typed themselves is named once', () => {
    expect(give(first(), senco, { kind: 'correct-invoice', typed: typedInvoice() })).toMatchObject({ state: { enteredBy: [senco] } });
  });
});
