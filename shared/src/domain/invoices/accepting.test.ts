import { aMembership, deputy, head, senco } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import type { Membership } from '../people/membership.ts';
import { decideInvoice } from './decide-invoice.ts';
import { afterwards, entered, invoiceFacts, orderNumberOf, taughtOrder, typedInvoice } from './invoice.fixture.ts';
import type { Invoice } from './invoice.ts';
import type { Acceptance, TypedInvoice } from './invoice-command.ts';
import { chargedTwice, matchAtAcceptance, matchLine } from './match-line.ts';
import { mayExceed, whoDecides } from './who-decides.ts';

const order = taughtOrder();
const january = {
  orderNumber: orderNumberOf(order),
  from: localDate('2027-01-12'),
  to: localDate('2027-01-31'),
  units: 6,
  net: pence(48_000),
};
const february = { ...january, from: localDate('2027-02-01'), to: localDate('2027-02-04'), units: 2, net: pence(16_000) };
const waiting = (told: Partial<TypedInvoice> = {}, others: readonly Invoice[] = []): Invoice => {
  const decision = entered(typedInvoice(told), order, others);
  if (!decision.ok) throw new Error(decision.code);
  return decision.state;
};
const seenOf = (invoice: Invoice, others: readonly Invoice[] = []) => ({
  version: invoice.version,
  dueNet: invoice.lines.map((line) => matchLine(invoice, line, order, others).net),
});
const accept = (
  invoice: Invoice,
  told: Partial<Acceptance> = {},
  { by = head, others = [], members }: { by?: typeof head; others?: readonly Invoice[]; members?: readonly Membership[] } = {},
) =>
  decideInvoice(
    invoice,
    { id: 'accept', by, receipted: new Set(), kind: 'accept-invoice', seen: seenOf(invoice, others), reasons: [], ...told },
    { ...invoiceFacts(by, [order], others), ...(members && { members }) },
    afterwards,
  );
const told = (decision: ReturnType<typeof accept>) =>
  decision.ok ? 'accepted' : `${decision.code} ${'field' in decision ? (decision.field ?? '') : ''}`.trim();
const made = (decision: ReturnType<typeof accept>): Invoice => {
  if (!decision.ok) throw new Error(decision.code);
  return decision.state;
};

test('row 60, R35: an acceptance keeps who, when, what was owed, and a reason where a line or the VAT differs, and changes nothing else', () => {
  const invoice = waiting({ lines: [january, { ...february, net: pence(17_000) }], vat: pence(3) });
  const reasons = [
    { line: 0, reason: 'Of no use: it matches.' },
    { line: 1, reason: ' Transport, as agreed. ' },
  ];
  const decision = accept(invoice, { reasons, vatReason: ' It is registered now. ' });
  const { version, history, outbox, lastCommands, ...kept } = made(decision);
  const { version: _version, history: _history, outbox: _outbox, lastCommands: _commands, ...before } = invoice;
  expect(kept).toEqual({
    ...before,
    status: 'accepted',
    lines: [
      { ...invoice.lines[0], accepted: { dueUnits: 6, dueNet: 48_000 } },
      { ...invoice.lines[1], accepted: { dueUnits: 2, dueNet: 16_000, reason: 'Transport, as agreed.' } },
    ],
    acceptedBy: head,
    acceptedAt: afterwards,
    vatReason: 'It is registered now.',
  });
  expect(history.at(-1)?.what).toBe('Accepted for payment');
  expect([version, lastCommands?.length, outbox.at(-1)]).toMatchObject([2, 2, { kind: 'tell-provider', lines: [1] }]);
  expect(made(accept(waiting(), { vatReason: 'Of no use.' })).vatReason).toBeUndefined();
});

describe('row 60: what was seen must still hold', () => {
  const invoice = waiting({ lines: [january, february] });
  test.each<[string, Acceptance['seen'], string]>([
    ['as it is', { version: 1, dueNet: [pence(48_000), pence(16_000)] }, 'accepted'],
    ['an earlier version', { version: 0, dueNet: [pence(48_000), pence(16_000)] }, 'invoice-changed'],
    ['another sum on one of its lines', { version: 1, dueNet: [pence(48_000), pence(8_000)] }, 'invoice-changed'],
    ['a line less', { version: 1, dueNet: [pence(48_000)] }, 'invoice-changed'],
    ['a line more', { version: 1, dueNet: [pence(48_000), pence(16_000), pence(0)] }, 'invoice-changed'],
  ])('%s', (_what, seen, outcome) => {
    expect(told(accept(invoice, { seen }))).toBe(outcome);
  });
});

describe('row 60: reasons', () => {
  const both = waiting({
    lines: [
      { ...january, net: pence(40_000) },
      { ...february, net: pence(15_000) },
    ],
  });
  test('each line that differs needs its own, and one that names no pupil', () => {
    expect(told(accept(both))).toBe('comment-required /reasons/0');
    expect(told(accept(both, { reasons: [{ line: 0, reason: 'Agreed.' }] }))).toBe('comment-required /reasons/1');
    expect(
      told(
        accept(both, {
          reasons: [
            { line: 0, reason: 'Agreed.' },
            { line: 1, reason: ' ' },
          ],
        }),
      ),
    ).toBe('comment-required /reasons/1');
    expect(told(accept(both, { reasons: [{ line: 0, reason: 'For A123456789012.' }] }))).toBe('text-names-a-pupil /reasons/0');
    expect(
      told(
        accept(both, {
          reasons: [
            { line: 1, reason: 'Less.' },
            { line: 0, reason: 'Agreed.' },
          ],
        }),
      ),
    ).toBe('accepted');
  });

  test('VAT that differs needs one, and one that names no pupil', () => {
    const taxed = waiting({ vat: pence(2) });
    expect(told(accept(taxed))).toBe('comment-required /vatReason');
    expect(told(accept(taxed, { vatReason: 'For A123456789012.' }))).toBe('text-names-a-pupil /vatReason');
    expect(told(accept(waiting({ vat: pence(1) })))).toBe('accepted');
  });

  test('what is stated to be the last is explained by its own note, asks for nothing and tells the provider nothing', () => {
    const closing = waiting({ kind: 'closing', note: 'It closed.', lines: [{ ...january, units: 0, net: pence(0) }] });
    const decision = accept(closing, { reasons: [{ line: 0, reason: 'Another.' }] });
    expect(made(decision).lines[0]?.accepted).toEqual({ dueUnits: 6, dueNet: 48_000, reason: 'It closed.' });
    expect(made(decision).history.at(-1)?.what).toBe('Accepted: nothing more will be invoiced');
    expect(decision.ok && decision.effects.map(({ kind }) => kind)).toEqual(['record-audit']);
  });
});

test('R35: nobody accepts what they typed, though others typed it too', () => {
  const invoice = waiting();
  const correct = { id: 'correct', by: deputy, receipted: new Set<string>(), kind: 'correct-invoice', typed: typedInvoice() } as const;
  const corrected = made(decideInvoice(invoice, correct, invoiceFacts(deputy, [order]), afterwards));
  expect(corrected.enteredBy).toEqual([senco, deputy]);
  expect(told(accept(corrected, {}, { by: deputy }))).toBe('enterer-cannot-accept');
  const again = { ...correct, id: 'again', by: senco };
  expect(made(decideInvoice(corrected, again, invoiceFacts(senco, [order]), afterwards)).enteredBy).toEqual([senco, deputy]);
  expect(told(accept(corrected))).toBe('accepted');
  const wrong = { ...correct, id: 'wrong', typed: typedInvoice({ lines: [] }) };
  expect(told(decideInvoice(invoice, wrong, invoiceFacts(deputy, [order]), afterwards))).toBe('number-not-allowed /lines');
});

describe('R35: more than is owed', () => {
  const approver = (limit: number | undefined) => [
    aMembership(head, ['approver'], { approvalLimit: limit === undefined ? limit : pence(limit) }),
  ];
  const reasons = [
    { line: 0, reason: 'Transport.' },
    { line: 1, reason: 'Transport.' },
  ];
  // £10.00 more and £20.00 more on one paper.
  const over = waiting({
    lines: [
      { ...january, net: pence(49_000) },
      { ...february, net: pence(18_000) },
    ],
  });

  test('is accepted by an approver whose limit reaches all of it', () => {
    const by = (limit: number | undefined) => told(accept(over, { reasons }, { members: approver(limit) }));
    expect([by(3_000), by(undefined)]).toEqual(['accepted', 'accepted']);
    expect(by(2_999)).toBe('over-approval-limit');
    expect(told(accept(over, { reasons }, { members: [aMembership(head, ['contact'])] }))).toBe('over-approval-limit');
    expect(accept(over, { reasons }, { members: approver(2_999) })).toMatchObject({
      detail: '£30.00 more is asked than is owed. Only an approver with a limit of that much accepts it.',
    });
  });

  test('a line that asks for less makes no room for one that asks for more', () => {
    const mixed = waiting({
      lines: [
        { ...january, net: pence(49_000) },
        { ...february, net: pence(15_000) },
      ],
    });
    expect(told(accept(mixed, { reasons }, { members: approver(999) }))).toBe('over-approval-limit');
    expect(told(accept(mixed, { reasons }, { members: approver(1_000) }))).toBe('accepted');
    const decision = accept(mixed, { reasons });
    expect(decision.ok && decision.effects.slice(1)).toMatchObject([{ kind: 'tell-provider', news: 'credit-note-expected', lines: [0] }]);
  });

  test('what is owed, or less, needs no limit; nor does money that is given back', () => {
    const contact = { members: [aMembership(head, ['contact'])] };
    expect(told(accept(waiting(), {}, contact))).toBe('accepted');
    const charged = made(accept(waiting({ lines: [{ ...january, net: pence(50_000) }] }), { reasons }));
    const credit = waiting({ kind: 'credit-note', number: 'CN 1', lines: [{ ...january, units: 0, net: pence(3_000) }] }, [charged]);
    const decision = accept(credit, { reasons }, { ...contact, others: [charged] });
    expect(told(decision)).toBe('accepted');
    expect(decision.ok && decision.effects.map(({ kind }) => kind)).toEqual(['record-audit']);
  });

  test('may be agreed to by an active approver of that very buyer only', () => {
    const may = (member: Membership, by = head) => mayExceed(pence(100), '113800', by, [member]);
    expect(may(aMembership(head, ['approver']))).toBe(true);
    expect(may(aMembership(head, ['approver']), deputy)).toBe(false);
    expect(may(aMembership(head, ['approver'], { status: 'removed' }))).toBe(false);
    expect(may(aMembership(head, ['approver'], { buyerRef: '113899' }))).toBe(false);
    expect(may(aMembership(head, ['requester', 'contact']))).toBe(false);
  });

  test('waits for approvers whose limit is exactly so much; what is owed for contacts alone where there are any', () => {
    const members = [
      aMembership(senco, ['requester']),
      aMembership(head, ['contact', 'requester']),
      aMembership(deputy, ['approver'], { approvalLimit: pence(3_000) }),
    ];
    const who = (sum: number, among = members) =>
      whoDecides({ buyerRef: '113800', enteredBy: [] }, among, pence(sum)).map(({ name }) => name);
    expect(who(3_000)).toEqual([deputy.name]);
    expect(who(3_001)).toEqual([head.name, deputy.name]);
    expect(who(0)).toEqual([head.name]);
    expect(who(0, members.slice(2))).toEqual([deputy.name]);
    expect(who(0, members.slice(0, 1))).toEqual([]);
    expect(who(1, members.slice(0, 1))).toEqual([]);
    expect(who(0, [aMembership(head, ['contact'], { status: 'removed' }), ...members.slice(2)])).toEqual([deputy.name]);
  });
});

describe('row 60: nothing is accepted twice', () => {
  test('of two papers that charge one day neither is accepted while the other counts, and the refusal names the other', () => {
    const first = waiting();
    const rival = waiting({ number: 'BV 2', lines: [{ ...february, from: localDate('2027-01-31') }] });
    expect(accept(first, {}, { others: [rival] })).toMatchObject({
      code: 'charged-twice',
      detail: 'AP-000042 from Tuesday 12 January 2027 to Sunday 31 January 2027 is on BV 2 as well. Withdraw or refuse one of them.',
    });
    const after = waiting({ number: 'BV 3', lines: [february] });
    expect(told(accept(first, {}, { others: [after, { ...rival, status: 'refused' }] }))).toBe('accepted');
  });

  test('an invoice and a credit note for the same days stand beside each other', () => {
    const charged = made(accept(waiting({ lines: [{ ...january, net: pence(50_000) }] }), { reasons: [{ line: 0, reason: 'Later.' }] }));
    const credit = (number: string, net: number, others: readonly Invoice[]) =>
      waiting({ kind: 'credit-note', number, lines: [{ ...january, units: 0, net: pence(net) }] }, others);
    const first = credit('CN 1', 500, [charged]);
    const given = made(accept(first, { reasons: [{ line: 0, reason: 'In part.' }] }, { others: [charged] }));
    const second = credit('CN 2', 1_500, [charged, given]);
    expect(matchLine(second, second.lines[0] as never, order, [charged, given])).toEqual({
      units: 6,
      net: 1_500,
      unreported: 0,
      outcome: 'matches',
      difference: 0,
    });
    expect(told(accept(second, {}, { others: [charged, given] }))).toBe('accepted');
    expect(told(accept(second, {}, { others: [charged, first] }))).toBe('charged-twice');
  });
});

test('row 60: what is given back is no charge of its days, and what is charged gives nothing back', () => {
  const paper = (kind: Invoice['kind'], status: Invoice['status'] = 'entered'): Invoice => ({ ...waiting(), kind, status });
  const twice = (kind: Invoice['kind'], other: Invoice) => chargedTwice({ kind }, january, [other]) !== undefined;
  expect([twice('invoice', paper('invoice')), twice('invoice', paper('closing')), twice('closing', paper('invoice'))]).toEqual([
    true,
    true,
    true,
  ]);
  expect([twice('invoice', paper('credit-note')), twice('credit-note', paper('invoice'))]).toEqual([false, false]);
  expect([twice('credit-note', paper('credit-note')), twice('credit-note', paper('credit-note', 'accepted'))]).toEqual([true, false]);
});

describe('row 60: how a line stands to what is owed', () => {
  const outcome = (net: number) => {
    const invoice = waiting({ lines: [{ ...january, net: pence(net) }] });
    const { outcome: found, difference } = matchLine(invoice, invoice.lines[0] as never, order, []);
    return [found, difference];
  };
  test('to the penny, in part, or in nothing', () => {
    expect(outcome(48_000)).toEqual(['matches', 0]);
    expect(outcome(48_001)).toEqual(['partly', 1]);
    expect(outcome(1)).toEqual(['partly', -47_999]);
    expect(outcome(0)).toEqual(['differs', -48_000]);
  });

  test('a credit note, to what was charged too much: nothing where nothing was', () => {
    const exact = made(accept(waiting()));
    const credit = waiting({ kind: 'credit-note', number: 'CN 1', lines: [{ ...january, units: 0, net: pence(700) }] }, [exact]);
    expect(matchLine(credit, credit.lines[0] as never, order, [exact])).toMatchObject({ net: 0, outcome: 'differs', difference: 700 });
    const little = { ...exact, lines: exact.lines.map((line) => ({ ...line, net: pence(1_000) })) };
    expect(matchLine(credit, credit.lines[0] as never, order, [little])).toMatchObject({ net: 0, outcome: 'differs', difference: 700 });
  });

  test('once accepted, as it stood then', () => {
    const [line] = waiting().lines;
    if (!line) throw new Error('It has a line.');
    expect(matchAtAcceptance(line)).toBeUndefined();
    expect(matchAtAcceptance({ ...line, accepted: { dueUnits: 5, dueNet: pence(40_000) } })).toEqual({
      units: 5,
      net: 40_000,
      unreported: 0,
      outcome: 'partly',
      difference: 8_000,
    });
  });

  test('a line whose order was not read is a fault of the code', () => {
    expect(() =>
      decideInvoice(
        waiting(),
        { id: 'x', by: head, receipted: new Set(), kind: 'accept-invoice', seen: { version: 1, dueNet: [] }, reasons: [] },
        invoiceFacts(head, []),
        afterwards,
      ),
    ).toThrow(RangeError);
  });
});
