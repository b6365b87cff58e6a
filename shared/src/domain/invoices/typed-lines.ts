import { compareDates, formatDate, type LocalDate } from '../days/local-date.ts';
import { formatMoney } from '../money/money.ts';
import { type Refusal, refused } from '../refusal.ts';
import { type ChargeableOrder, chargeablePeriod } from './chargeable-order.ts';
import { type InvoiceLine, netOf, overlap } from './invoice.ts';
import type { InvoiceFacts, TypedInvoice, TypedLine } from './invoice-command.ts';
import { acceptedFor, chargedTwice } from './match-line.ts';
import { mostOnInvoice, splitVat } from './split-vat.ts';

/** More than a provider puts on one paper for one buyer, and as many as one record holds. */
export const mostLines = 60;

/** Whether units are a number that a paper says: from nought, with four decimals at most. */
const isCount = (units: number): boolean => units >= 0 && units <= 100_000 && Math.abs(units * 10_000 - Math.round(units * 10_000)) < 1e-6;

/** The lines of a paper with their orders, and its VAT shared out over them; or why it cannot be entered. */
export const linesOf = (
  typed: TypedInvoice,
  facts: Pick<InvoiceFacts, 'orders' | 'others'>,
  today: LocalDate,
): readonly InvoiceLine[] | Refusal => {
  const { lines, kind, vat } = typed;
  if (lines.length === 0 || lines.length > mostLines)
    return refused('number-not-allowed', `Enter from one to ${mostLines} lines.`, '/lines');
  if (netOf(lines) > mostOnInvoice || vat > mostOnInvoice)
    return refused('number-not-allowed', `One invoice comes to ${formatMoney(mostOnInvoice)} at most.`, '/lines');
  if (kind === 'closing' && (vat > 0 || netOf(lines) > 0))
    return refused('number-not-allowed', 'A statement that nothing more will be invoiced charges nothing.', '/lines');
  const found: InvoiceLine[] = [];
  for (const [at, line] of lines.entries()) {
    const checked = lineOf(typed, line, at, facts, today);
    if ('ok' in checked) return checked;
    if (found.some((other) => other.orderNumber === checked.orderNumber && overlap(other, checked)))
      return refused('charged-twice', `${checked.orderNumber} is on two lines for the same days. Make them one.`, `/lines/${at}/from`);
    found.push(checked);
  }
  const shares = splitVat(vat, found);
  return found.map((line, at) => ({ ...line, vat: shares[at] as InvoiceLine['vat'] }));
};

const lineOf = (
  typed: TypedInvoice,
  { orderNumber, from, to, units, net }: TypedLine,
  at: number,
  { orders, others }: Pick<InvoiceFacts, 'orders' | 'others'>,
  today: LocalDate,
): InvoiceLine | Refusal => {
  const field = (name: string): string => `/lines/${at}/${name}`;
  const order = orders.get(orderNumber);
  if (!order)
    return refused(
      'order-not-chargeable',
      `${orderNumber} is no order with this provider that has started and is charged by itself. Ask the provider for the order number.`,
      field('orderNumber'),
    );
  if (!isCount(units)) return refused('number-not-allowed', 'Enter the units of this line, such as 12 or 12.5.', field('units'));
  const refusal = whyNotDays(order, { from, to }, today, field);
  if (refusal) return refusal;
  const line: InvoiceLine = {
    orderNumber,
    callOffRef: order.callOff.ref,
    payer: order.callOff.request.payer,
    from,
    to,
    units,
    net,
    // Its share of the VAT is known once every line is.
    vat: net,
    vatBasisPoints: order.callOff.price.vatBasisPoints,
  };
  const twice = chargedTwice(typed, line, others);
  if (twice)
    return refused(
      'charged-twice',
      `${orderNumber} is charged for days between ${formatDate(from)} and ${formatDate(to)} on ${twice.number} already. Nothing is charged twice.`,
      field('from'),
    );
  return typed.kind === 'credit-note' ? (whyNotCredit(line, others, field) ?? line) : line;
};

const whyNotDays = (
  { callOff }: ChargeableOrder,
  { from, to }: Pick<TypedLine, 'from' | 'to'>,
  today: LocalDate,
  field: (name: string) => string,
): Refusal | undefined => {
  const period = chargeablePeriod(callOff);
  if (compareDates(from, to) > 0) return refused('dates-not-allowed', 'The last day is on or after the first.', field('to'));
  if (!period || from < period.from || to > period.to)
    return refused(
      'dates-not-allowed',
      period
        ? `This order is taught from ${formatDate(period.from)} to ${formatDate(period.to)}. Enter days between those.`
        : 'Nothing is taught under this order any more.',
      field('from'),
    );
  if (compareDates(to, today) >= 0)
    return refused('dates-not-allowed', 'Enter days that are over: what is owed is known after them.', field('to'));
  return undefined;
};

const whyNotCredit = (line: InvoiceLine, others: InvoiceFacts['others'], field: (name: string) => string): Refusal | undefined => {
  const { charged, credited } = acceptedFor(others, line);
  if (charged === 0)
    return refused(
      'nothing-to-credit',
      `No accepted invoice charges ${line.orderNumber} from ${formatDate(line.from)} to ${formatDate(line.to)}. Enter the days as they stand on the invoice.`,
      field('from'),
    );
  return line.net > charged - credited
    ? refused('nothing-to-credit', `No more than ${formatMoney(charged)} was charged, of which some may be given back.`, field('net'))
    : undefined;
};
