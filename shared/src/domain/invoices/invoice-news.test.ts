import { deputy, head, senco } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import type { Membership } from '../people/membership.ts';
import type { Person } from '../people/person.ts';
import { decideInvoice } from './decide-invoice.ts';
import { accepts, afterwards, entered, invoiceFacts, taughtOrder, typedInvoice } from './invoice.fixture.ts';
import type { Invoice } from './invoice.ts';
import { whoDecides } from './who-decides.ts';

const order = taughtOrder();
const asking = (net: number) => ({
  orderNumber: 'AP-000042',
  from: localDate('2027-01-12'),
  to: localDate('2027-01-31'),
  units: 6,
  net: pence(net),
});
const made = (decision: { ok: true; state: Invoice } | { ok: false; code: string }): Invoice => {
  if (!decision.ok) throw new Error(decision.code);
  return decision.state;
};
const worksOf = ({ outbox, version }: Invoice) =>
  outbox
    .filter((effect) => effect.version === version && effect.kind !== 'record-audit')
    .map(({ id: _id, version: _version, madeAt: _madeAt, ...work }) => work);
const refuse = (invoice: Invoice) =>
  made(
    decideInvoice(
      invoice,
      { id: 'refuse', by: head, receipted: new Set(), kind: 'refuse-invoice', reason: 'The days are wrong.' },
      invoiceFacts(head, [order]),
      afterwards,
    ),
  );

test('row 60: whoever decides is told that an invoice waits, when it is entered and each time it is corrected', () => {
  const first = made(entered(typedInvoice(), order));
  expect(worksOf(first)).toEqual([{ kind: 'ask-accepter' }]);
  const corrected = decideInvoice(
    first,
    { id: 'correct', by: senco, receipted: new Set(), kind: 'correct-invoice', typed: typedInvoice({ lines: [asking(40_000)] }) },
    invoiceFacts(senco, [order]),
    afterwards,
  );
  expect(worksOf(made(corrected))).toEqual([{ kind: 'ask-accepter' }]);
});

test('row 60: of a refused invoice the provider is told, and whoever typed it; of a statement that nothing more will come the provider hears nothing', () => {
  expect(worksOf(refuse(made(entered(typedInvoice(), order))))).toEqual([
    { kind: 'tell-enterer' },
    { kind: 'tell-provider', news: 'queried' },
  ]);
  const closing = typedInvoice({ kind: 'closing', note: 'The provider has closed.', lines: [{ ...asking(0), units: 0 }] });
  expect(worksOf(refuse(made(entered(closing, order))))).toEqual([{ kind: 'tell-enterer' }]);
});

test('row 60: a credit note is expected of what asks for too much, and of nothing of which attendance is not known', () => {
  const over = made(entered(typedInvoice({ lines: [asking(50_000)] }), order));
  expect(worksOf(made(accepts(over, order, { reason: 'A credit note follows.' })))).toEqual([
    { kind: 'tell-provider', news: 'credit-note-expected', lines: [0] },
  ]);
  expect(worksOf(made(accepts(made(entered(typedInvoice(), order)), order)))).toEqual([]);
  const silent = taughtOrder(() => undefined);
  const unknown = made(entered(typedInvoice(), silent));
  expect(worksOf(made(accepts(unknown, silent, { reason: 'The registers on paper were checked.' })))).toEqual([]);
});

test('R35: what matches waits for the contacts; what asks for more for the approvers whose limit reaches so far; never for whoever typed it', () => {
  const member = (person: Person, roles: Membership['roles'], told: Partial<Membership> = {}): Membership => ({
    buyerRef: '113800',
    person,
    roles,
    status: 'active',
    payers: [],
    ...told,
  });
  const manager: Person = { ...senco, objectId: '99999999-9999-4999-8999-999999999999', name: 'Manager' };
  const members = [
    member(senco, ['requester']),
    member(manager, ['contact']),
    member(head, ['approver'], { approvalLimit: pence(5_000) }),
    member(deputy, ['approver'], { approvalLimit: pence(50_000) }),
  ];
  const who = (over: number, enteredBy: readonly Person[] = [senco], among: readonly Membership[] = members) =>
    whoDecides({ buyerRef: '113800', enteredBy }, among, pence(over)).map(({ name }) => name);
  expect(who(0)).toEqual(['Manager']);
  expect(who(0, [senco, manager])).toEqual([head.name, deputy.name]);
  expect(who(4_000)).toEqual([head.name, deputy.name]);
  expect(who(10_000)).toEqual([deputy.name]);
  expect(who(60_000)).toEqual(['Manager', head.name, deputy.name]);
  expect(who(10_000, [senco, deputy])).toEqual(['Manager', head.name]);
  expect(
    who(0, [senco], [member(manager, ['contact'], { status: 'removed' }), member(manager, ['contact'], { buyerRef: '113899' })]),
  ).toEqual([]);
});
