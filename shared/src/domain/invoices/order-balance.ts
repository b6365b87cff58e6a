import { addDays, type LocalDate } from '../days/local-date.ts';
import { addPence, type Pence, pence } from '../money/money.ts';
import { orderIsOver } from '../orders/order.ts';
import { type ChargeableOrder, chargeablePeriod, type Due, dueFor } from './chargeable-order.ts';
import { type Invoice, linesFor, type Period, signed } from './invoice.ts';
import { matchLine } from './match-line.ts';

/** Days that no accepted paper answers for, with what is owed for them. */
export interface Gap extends Period, Due {}

/** How an order stands between what is owed and what was charged, to a day. Pence ex VAT. */
export interface OrderBalance {
  readonly due: Due;
  readonly invoiced: Pence;
  readonly credited: Pence;
  /** On papers that wait to be accepted, less what credit notes among them give back: nought says nothing of whether any waits. */
  readonly waiting: Pence;
  readonly paperWaits: boolean;
  /** What was accepted less what is owed for the days of it. */
  readonly difference: Pence;
  /** Delivered and not invoiced. */
  readonly accrual: Pence;
  /** Sessions of the gaps that nobody has reported. */
  readonly unreported: number;
  readonly gaps: readonly Gap[];
  /** Why sums were accepted that differ, each once. */
  readonly reasons: readonly string[];
  /** Whether a paper waits whose lines do not match. */
  readonly mismatchWaits: boolean;
  /** Over, with a paper that was accepted for every day for which anything is owed or unknown, and none that waits. */
  readonly reconciled: boolean;
}

/** The days of a period that none of these others covers. */
export const uncovered = ({ from, to }: Period, covered: readonly Period[]): readonly Period[] => {
  const found: Period[] = [];
  let next: LocalDate = from;
  for (const each of [...covered].sort((a, b) => a.from.localeCompare(b.from))) {
    if (each.to < next) continue;
    if (each.from > to) break;
    if (each.from > next) found.push({ from: next, to: addDays(each.from, -1) });
    next = addDays(each.to, 1);
  }
  return next <= to ? [...found, { from: next, to }] : found;
};

/** Row 60: how an order stands to the end of a day. `invoices`: every paper of its account. */
export const orderBalance = (order: ChargeableOrder, invoices: readonly Invoice[], until: LocalDate): OrderBalance => {
  const all = linesFor(invoices, order.callOff.order?.number ?? '').filter(({ line }) => line.from <= until);
  const accepted = all.filter(({ invoice }) => invoice.status === 'accepted');
  const charges = accepted.filter(({ invoice }) => invoice.kind !== 'credit-note');
  const waits = all.filter(({ invoice }) => invoice.status === 'entered');
  const sum = (found: typeof all): Pence => addPence(...found.map(({ line }) => line.net));
  const period = chargeablePeriod(order.callOff);
  const whole = period && { from: period.from, to: period.to < until ? period.to : until };
  const charged = charges.map(({ line }) => line);
  const gaps = (whole ? uncovered(whole, charged) : [])
    .map((gap) => ({ ...gap, ...dueFor(order, gap) }))
    .filter(({ units, unreported }) => units > 0 || unreported > 0);
  const invoiced = sum(charges);
  const credited = sum(accepted.filter(({ invoice }) => invoice.kind === 'credit-note'));
  const owedForCharged = addPence(...charged.map((line) => dueFor(order, line).net));
  const unreported = gaps.reduce((count, gap) => count + gap.unreported, 0);
  const over = order.callOff.order !== undefined && orderIsOver(order.callOff.order.state) && period !== undefined && until >= period.to;
  return {
    due: whole ? dueFor(order, whole) : { units: 0, net: addPence(), unreported: 0 },
    invoiced,
    credited,
    waiting: addPence(...waits.map(({ invoice, line }) => signed(invoice, line.net))),
    paperWaits: waits.length > 0,
    difference: pence(invoiced - credited - owedForCharged),
    accrual: addPence(...gaps.map(({ net }) => net)),
    unreported,
    gaps,
    reasons: [...new Set(accepted.flatMap(({ line }) => line.accepted?.reason ?? []))],
    mismatchWaits: waits.some(({ invoice, line }) => matchLine(invoice, line, order, invoices).outcome !== 'matches'),
    reconciled: over && gaps.length === 0 && waits.length === 0,
  };
};
