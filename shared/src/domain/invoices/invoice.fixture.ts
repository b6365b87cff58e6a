import { defaultAttendancePolicy } from '../attendance/attendance-policy.ts';
import { sessionsBetween } from '../attendance/planned-session.ts';
import type { ProviderMark } from '../attendance/provider-mark.ts';
import { aBuyer, head, schoolMembers, senco } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { runningOrder } from '../orders/order.fixture.ts';
import type { Order } from '../orders/order.ts';
import type { Person } from '../people/person.ts';
import type { ChargeableOrder } from './chargeable-order.ts';
import { decideInvoice } from './decide-invoice.ts';
import type { Invoice } from './invoice.ts';
import type { InvoiceFacts, TypedInvoice } from './invoice-command.ts';
import { invoiceRolesOf } from './invoice-role.ts';
import { matchLine } from './match-line.ts';

/** After the planned last day of the order. */
export const afterwards = '2027-03-19T09:00:00Z';

/** The order of the fixtures, taught from 12 January to 18 March 2027 at £80 a day, with its sessions told as `mark` says. */
export const taughtOrder = (
  mark: (index: number) => ProviderMark | undefined = () => 'present',
  callOff: CallOff = runningOrder(),
): ChargeableOrder => ({
  callOff,
  sessions: sessionsBetween(callOff, localDate('2027-01-12'), localDate('2027-03-18'), aBuyer().termDates).map((session, index) => ({
    session,
    told: { mark: mark(index) },
  })),
  policy: defaultAttendancePolicy,
});

export const orderNumberOf = ({ callOff }: ChargeableOrder): string => callOff.order?.number ?? '';

/** The same placement, of whose order something else is told, and perhaps of its call-off. */
export const withOrder = (of: ChargeableOrder, told: Partial<Order>, callOff: Partial<CallOff> = {}): ChargeableOrder => {
  const { order } = of.callOff;
  if (!order) throw new Error('there is no order');
  return { ...of, callOff: { ...of.callOff, ...callOff, order: { ...order, ...told } } };
};

export const invoiceFacts = (by: Person, orders: readonly ChargeableOrder[], others: readonly Invoice[] = []): InvoiceFacts => ({
  roles: invoiceRolesOf(schoolMembers, '113800', by),
  members: schoolMembers,
  orders: new Map(orders.map((order) => [orderNumberOf(order), order])),
  others,
});

/** January of the order, as its provider charges it: six days at £80 without VAT. */
export const typedInvoice = (told: Partial<TypedInvoice> = {}): TypedInvoice => ({
  kind: 'invoice',
  number: 'BV 1001',
  date: localDate('2027-02-01'),
  lines: [{ orderNumber: 'AP-000042', from: localDate('2027-01-12'), to: localDate('2027-01-31'), units: 6, net: pence(48_000) }],
  vat: pence(0),
  ...told,
});

let commands = 0;
const command = (by: Person) => {
  commands += 1;
  return { id: `invoice-command-${commands}`, by, receipted: new Set<string>() };
};

/** An invoice of the school entered at a moment, beside these orders. */
export const enteredAt = (
  now: string,
  typed: TypedInvoice,
  orders: readonly ChargeableOrder[],
  others: readonly Invoice[] = [],
  by = senco,
) =>
  decideInvoice(
    undefined,
    {
      ...command(by),
      kind: 'enter-invoice',
      ref: `IV-${typed.kind}-${typed.number}`,
      buyer: { ref: '113800', name: 'Stour Vale School' },
      provider: { ref: 'P-0001', name: 'Blackmore Vale' },
      typed,
    },
    invoiceFacts(by, orders, others),
    now,
  );
export const entered = (typed: TypedInvoice, order: ChargeableOrder, others: readonly Invoice[] = [], by = senco) =>
  enteredAt(afterwards, typed, [order], others, by);

export const accepts = (
  invoice: Invoice,
  order: ChargeableOrder,
  { others = [], by = head, reason }: { others?: readonly Invoice[]; by?: Person; reason?: string } = {},
) =>
  decideInvoice(
    invoice,
    {
      ...command(by),
      kind: 'accept-invoice',
      seen: { version: invoice.version, dueNet: invoice.lines.map((line) => matchLine(invoice, line, order, others).net) },
      reasons: reason === undefined ? [] : invoice.lines.map((_line, line) => ({ line, reason })),
    },
    invoiceFacts(by, [order], others),
    afterwards,
  );
