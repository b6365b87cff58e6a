import fc from 'fast-check';
import { providerMarks } from '../attendance/provider-mark.ts';
import { deputy, head, senco, stranger } from '../call-off/call-off.fixture.ts';
import { addDays, daysBetween, localDate } from '../days/local-date.ts';
import { addPence, pence } from '../money/money.ts';
import { rateUnits } from '../money/rate-card.ts';
import { timesUnits } from '../money/rounding.ts';
import { runningOrder } from '../orders/order.fixture.ts';
import { dueFor } from './chargeable-order.ts';
import { decideInvoice, type InvoiceRefusal } from './decide-invoice.ts';
import { accepts, afterwards, entered, invoiceFacts, orderNumberOf, taughtOrder, typedInvoice } from './invoice.fixture.ts';
import type { Invoice } from './invoice.ts';
import { matchLine } from './match-line.ts';
import { orderBalance, uncovered } from './order-balance.ts';
import { expectedVat, splitVat, vatMatches } from './split-vat.ts';

const receipted: ReadonlySet<string> = new Set();
const order = taughtOrder();
const number = orderNumberOf(order);
const ended = { ...order.callOff, order: { ...(order.callOff.order ?? fail()), state: 'completed' as const } };
function fail(): never {
  throw new Error('there is no order');
}
const january = { orderNumber: number, from: localDate('2027-01-12'), to: localDate('2027-01-31'), units: 6, net: pence(48_000) };
const later = { orderNumber: number, from: localDate('2027-02-01'), to: localDate('2027-03-18'), units: 12, net: pence(96_000) };
const typed = typedInvoice({ lines: [january] });

const state = (decision: { ok: true; state: Invoice } | InvoiceRefusal): Invoice => {
  if (!decision.ok) throw new Error(`${decision.code}: ${decision.detail}`);
  return decision.state;
};
const code = (decision: { ok: boolean; code?: string }): string => (decision.ok ? 'accepted' : (decision.code ?? ''));

describe('row 60: what the paper says is entered by somebody of the buyer', () => {
  test('each line names an order with this provider and days of it that are over', () => {
    const invoice = state(entered(typed, order));
    expect(invoice).toMatchObject({ status: 'entered', number: 'BV 1001', account: '113800/P-0001', lines: [{ net: 48_000, vat: 0 }] });
    const line = (told: object) => code(entered(typedInvoice({ lines: [{ ...january, ...told }] }), order));
    expect(line({ orderNumber: 'AP-000099' })).toBe('order-not-chargeable');
    expect(line({ from: localDate('2027-01-11') })).toBe('dates-not-allowed');
    expect(line({ from: localDate('2027-01-31'), to: localDate('2027-01-30') })).toBe('dates-not-allowed');
    expect(line({ to: localDate('2027-03-19') })).toBe('dates-not-allowed');
    expect(line({ units: -1 })).toBe('number-not-allowed');
    expect(line({ units: 1.23456 })).toBe('number-not-allowed');
    expect(line({ net: pence(90_000_001) })).toBe('number-not-allowed');
    expect(code(entered(typedInvoice({ lines: [] }), order))).toBe('number-not-allowed');
    expect(code(entered(typedInvoice({ number: '=1+1' }), order))).toBe('number-not-allowed');
    expect(code(entered(typed, order, [], stranger))).toBe('not-your-role');
  });

  test('nothing is charged twice: neither on two lines, nor on two invoices, nor after the account was closed', () => {
    expect(code(entered(typedInvoice({ lines: [january, { ...january, from: localDate('2027-01-31') }] }), order))).toBe('charged-twice');
    const first = state(entered(typed, order));
    const second = typedInvoice({ number: 'BV 1002', lines: [{ ...later, from: localDate('2027-01-31') }] });
    expect(code(entered(second, order, [first]))).toBe('charged-twice');
    expect(code(entered(second, order, [{ ...first, status: 'refused' }]))).toBe('accepted');
    // Both were typed at the same moment: neither is accepted while the other waits.
    const rival = state(entered(second, order));
    expect(code(accepts(rival, order, { others: [first] }))).toBe('charged-twice');
    expect(code(accepts(first, order, { others: [rival] }))).toBe('charged-twice');
    expect(code(accepts(first, order, { others: [{ ...rival, status: 'withdrawn' }] }))).toBe('accepted');
  });

  test('the same number is entered once; refused or withdrawn it is entered again, corrected', () => {
    const first = state(entered(typed, order));
    const facts = invoiceFacts(senco, [order]);
    const give = (present: Invoice, command: object) =>
      decideInvoice(present, { id: 'again', by: senco, receipted, ...command } as never, facts, afterwards);
    expect(code(give(first, { kind: 'enter-invoice', typed }))).toBe('already-made');
    const corrected = state(
      give(first, { kind: 'correct-invoice', typed: typedInvoice({ number: 'other', lines: [{ ...january, net: pence(40_000) }] }) }),
    );
    expect(corrected).toMatchObject({ number: 'BV 1001', lines: [{ net: 40_000 }], enteredBy: [senco] });
    const withdrawn = state(give(first, { kind: 'withdraw-invoice' }));
    expect(withdrawn.status).toBe('withdrawn');
    for (const status of ['withdrawn', 'refused'] as const) {
      const again = state(
        give(
          { ...withdrawn, status },
          { id: `after-${status}`, kind: 'correct-invoice', typed: typedInvoice({ lines: [{ ...january, net: pence(40_000) }] }) },
        ),
      );
      expect(again).toMatchObject({ number: 'BV 1001', status: 'entered', lines: [{ net: 40_000 }] });
    }
  });
});

describe('row 60, R35: a second person of the buyer accepts it', () => {
  const invoice = state(entered(typed, order));

  test('what matches to the penny needs no reason; nobody accepts what they typed', () => {
    expect(matchLine(invoice, invoice.lines[0] ?? fail(), order, [])).toEqual({
      units: 6,
      net: 48_000,
      unreported: 0,
      outcome: 'matches',
      difference: 0,
    });
    expect(state(accepts(invoice, order))).toMatchObject({
      status: 'accepted',
      acceptedBy: head,
      lines: [{ accepted: { dueNet: 48_000 } }],
    });
    const byHead = state(entered(typed, order, [], head));
    expect(code(accepts(byHead, order))).toBe('enterer-cannot-accept');
    expect(code(accepts(invoice, order, { by: senco }))).toBe('not-your-role');
    expect(code(accepts(byHead, order, { by: deputy }))).toBe('accepted');
  });

  test('a difference is shown and needs a reason that names no pupil, and more than is owed an approver whose limit it is within', () => {
    const dear = state(entered(typedInvoice({ lines: [{ ...january, net: pence(50_000) }] }), order));
    expect(matchLine(dear, dear.lines[0] ?? fail(), order, [])).toMatchObject({ outcome: 'partly', difference: 2_000 });
    expect(code(accepts(dear, order))).toBe('comment-required');
    expect(code(accepts(dear, order, { reason: 'For A123456789012.' }))).toBe('text-names-a-pupil');
    const accepted = state(accepts(dear, order, { reason: 'Transport, as agreed.' }));
    expect(accepted.lines[0]?.accepted).toEqual({ dueUnits: 6, dueNet: 48_000, reason: 'Transport, as agreed.' });
    const far = state(entered(typedInvoice({ lines: [{ ...january, net: pence(1_048_001) }] }), order));
    expect(code(accepts(far, order, { reason: 'Why not.' }))).toBe('over-approval-limit');
    const nothing = taughtOrder(() => 'cancelled');
    expect(matchLine(invoice, invoice.lines[0] ?? fail(), nothing, [])).toMatchObject({ outcome: 'differs', net: 0, difference: 48_000 });
  });

  test('what was seen must still hold: a session that is reported meanwhile changes what is owed', () => {
    const seen = accepts(
      invoice,
      taughtOrder((index) => (index === 0 ? 'cancelled' : 'present')),
      { reason: 'Agreed.' },
    );
    expect(code(seen)).toBe('accepted');
    const stale = decideInvoice(
      invoice,
      { id: 'stale', by: head, receipted, kind: 'accept-invoice', seen: { version: 1, dueNet: [pence(44_000)] }, reasons: [] },
      invoiceFacts(head, [order]),
      afterwards,
    );
    expect(code(stale)).toBe('invoice-changed');
  });

  test('VAT at another rate than the order has needs a reason as well', () => {
    const taxed = state(entered(typedInvoice({ vat: pence(9_600) }), order));
    const seen = { version: 1, dueNet: [pence(48_000)] };
    const give = (more: object) =>
      decideInvoice(
        taxed,
        { id: 'vat', by: head, receipted, kind: 'accept-invoice', seen, reasons: [], ...more },
        invoiceFacts(head, [order]),
        afterwards,
      );
    expect(order.callOff.price.vatBasisPoints).toBe(0);
    expect(code(give({}))).toBe('comment-required');
    expect(state(give({ vatReason: 'The provider is registered from January.' }))).toMatchObject({ status: 'accepted' });
  });
});

describe('row 60: credit notes', () => {
  const charged = state(
    accepts(state(entered(typedInvoice({ lines: [{ ...january, net: pence(50_000) }] }), order)), order, {
      reason: 'A credit note follows.',
    }),
  );
  const credit = (net: number, told: object = {}) =>
    typedInvoice({ kind: 'credit-note', number: 'CN 7', lines: [{ ...january, units: 0, net: pence(net), ...told }] });

  test('what was charged too much matches; more than was charged, and what was never charged, is not given back', () => {
    const note = state(entered(credit(2_000), order, [charged]));
    expect(matchLine(note, note.lines[0] ?? fail(), order, [charged])).toMatchObject({ outcome: 'matches', net: 2_000 });
    const accepted = state(accepts(note, order, { others: [charged] }));
    expect(orderBalance(order, [charged, accepted], january.to)).toMatchObject({ invoiced: 50_000, credited: 2_000, difference: 0 });
    expect(code(entered(credit(50_001), order, [charged]))).toBe('nothing-to-credit');
    expect(code(entered(credit(48_001), order, [charged, accepted]))).toBe('nothing-to-credit');
    expect(code(entered(credit(100), order))).toBe('nothing-to-credit');
    expect(code(entered(credit(100, { from: localDate('2027-01-13') }), order, [charged]))).toBe('nothing-to-credit');
  });
});

describe('row 60: an order that is over is reconciled when everything is invoiced or explained', () => {
  const done = { ...order, callOff: ended };
  const first = state(accepts(state(entered(typed, done)), done));
  const last = localDate('2027-03-18');

  test('not while anything is delivered and not invoiced, waits, or was never reported', () => {
    expect(orderBalance(done, [first], last)).toMatchObject({ due: { net: 144_000 }, accrual: 96_000, reconciled: false });
    const second = state(entered(typedInvoice({ number: 'BV 1002', lines: [later] }), done, [first]));
    expect(orderBalance(done, [first, second], last)).toMatchObject({ accrual: 96_000, waiting: 96_000, reconciled: false });
    const accepted = state(accepts(second, done, { others: [first] }));
    expect(orderBalance(done, [first, accepted], last)).toMatchObject({ accrual: 0, difference: 0, reconciled: true });
    expect(orderBalance(order, [first, accepted], last)).toMatchObject({ accrual: 0, reconciled: false });
    const silent = { ...taughtOrder(() => undefined), callOff: ended };
    expect(orderBalance(silent, [], last)).toMatchObject({ accrual: 0, unreported: 36, reconciled: false });
  });

  test('a statement that nothing more will be invoiced explains the rest; entered with a reason, accepted by a second person', () => {
    const rest = { ...later, units: 0, net: pence(0) };
    const closing = (note?: string) => typedInvoice({ kind: 'closing', number, note, lines: [rest] });
    expect(code(entered(closing(), done, [first]))).toBe('comment-required');
    const stated = state(entered(closing('The provider has closed.'), done, [first]));
    expect(code(accepts(stated, done, { others: [first], by: senco }))).toBe('not-your-role');
    const accepted = state(accepts(stated, done, { others: [first] }));
    expect(orderBalance(done, [first, accepted], last)).toMatchObject({
      accrual: 0,
      difference: -96_000,
      reasons: ['The provider has closed.'],
      reconciled: true,
    });
    expect(code(entered(typedInvoice({ number: 'BV 1002', lines: [later] }), done, [first, accepted]))).toBe('charged-twice');
  });
});

describe('the sums hold, whatever was told of the sessions', () => {
  const first = localDate('2027-01-12');
  const last = localDate('2027-03-18');
  const length = daysBetween(first, last);
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: length - 1 }), { maxLength: 5 }).map((found) => [...found].sort((a, b) => a - b));
  const marks = fc.array(fc.constantFrom(undefined, ...providerMarks), {
    minLength: order.sessions.length,
    maxLength: order.sessions.length,
  });
  const running = runningOrder();
  const periodsOf = (found: readonly number[]) =>
    [0, ...found].map((start, at) => ({
      from: addDays(first, start),
      to: at === found.length ? last : addDays(first, (found[at] ?? 0) - 1),
    }));

  test('units of periods that follow each other add up to those of the whole, in every unit', () => {
    fc.assert(
      fc.property(marks, cuts, fc.constantFrom(...rateUnits), (told, cut, unit) => {
        const told_ = taughtOrder((index) => told[index], { ...running, price: { ...running.price, unit } });
        const parts = periodsOf(cut).map((period) => dueFor(told_, period));
        const whole = dueFor(told_, { from: first, to: last });
        expect(parts.reduce((sum, { units }) => sum + units, 0)).toBe(whole.units);
        expect(parts.reduce((sum, { unreported }) => sum + unreported, 0)).toBe(whole.unreported);
        for (const { units, net } of parts) expect(net).toBe(timesUnits(running.price.unitPrice, units));
      }),
      { numRuns: 60 },
    );
  });

  test('every penny that is owed is covered by an accepted line or is accrual, never both', () => {
    fc.assert(
      fc.property(marks, cuts, fc.nat(), (told, cut, which) => {
        const told_ = taughtOrder((index) => told[index], running);
        const periods = periodsOf(cut);
        const charged = periods.filter((_period, at) => (which >> at) % 2 === 1);
        const lines = charged.map((period) => ({ ...january, ...period, net: dueFor(told_, period).net }));
        const invoices = lines.length === 0 ? [] : [state(accepts(state(entered(typedInvoice({ lines }), told_)), told_))];
        const { due, invoiced, accrual, difference } = orderBalance(told_, invoices, last);
        expect(difference).toBe(0);
        // Whole days at a whole price: no piece is rounded.
        expect(addPence(invoiced, accrual)).toBe(due.net);
      }),
      { numRuns: 60 },
    );
  });

  test('days are covered or left over, each once', () => {
    fc.assert(
      fc.property(cuts, fc.nat(), (cut, which) => {
        const periods = periodsOf(cut);
        const covered = periods.filter((_period, at) => (which >> at) % 2 === 1);
        const days = (found: readonly { from: typeof first; to: typeof first }[]) =>
          found.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
        expect(days(uncovered({ from: first, to: last }, covered)) + days(covered)).toBe(length + 1);
      }),
    );
  });

  test('R38: shares of VAT add up to it to the penny, and what the lines owe is never a difference', () => {
    const line = fc.record({ net: fc.integer({ min: 0, max: 1_000_000 }).map(pence), vatBasisPoints: fc.constantFrom(0, 500, 2_000) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 1_000_000 }).map(pence), (lines, vat) => {
        const shares = splitVat(vat, lines);
        expect(addPence(...shares)).toBe(vat);
        expect(shares.every((share) => share >= 0)).toBe(true);
        expect(vatMatches(expectedVat(lines), lines)).toBe(true);
        expect(vatMatches(pence(expectedVat(lines) + lines.length + 1), lines)).toBe(false);
      }),
    );
  });
});
