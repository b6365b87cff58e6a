import { addDays, addMonths, isLocalDate, type LocalDate } from '../days/local-date.ts';
import { addPence, type Pence, pence } from '../money/money.ts';
import type { Payer } from '../money/payer.ts';
import type { RateUnit } from '../money/rate-card.ts';
import { vatOf } from '../money/rounding.ts';
import type { OrderState } from '../orders/order.ts';
import type { ChargeableOrder } from './chargeable-order.ts';
import type { Invoice } from './invoice.ts';
import { type OrderBalance, orderBalance } from './order-balance.ts';

/** How an order stands at the end of a month, the most urgent first: this is the order of the report. */
export const monthEndOutcomes = ['mismatch', 'unreported', 'accrual', 'explained', 'waiting', 'matches', 'reconciled'] as const;
export type MonthEndOutcome = (typeof monthEndOutcomes)[number];

export const monthEndWords: Readonly<Record<MonthEndOutcome, string>> = {
  mismatch: 'An invoice waits that does not match',
  unreported: 'Sessions that nobody has reported',
  accrual: 'Delivered and not invoiced',
  explained: 'Accepted with a difference that is explained',
  waiting: 'An invoice waits to be accepted',
  matches: 'Matches',
  reconciled: 'Reconciled',
};

/** One order at the end of a month. Pence ex VAT where nothing else is said. */
export interface MonthEndRow {
  readonly callOffRef: string;
  readonly orderNumber: string;
  readonly state: OrderState;
  readonly buyerName: string;
  readonly providerName: string;
  readonly serviceName: string;
  readonly payer: Payer;
  readonly costCode?: string | undefined;
  readonly unit: RateUnit;
  readonly unitPrice: Pence;
  readonly dueUnits: number;
  readonly due: Pence;
  readonly invoiced: Pence;
  readonly credited: Pence;
  readonly waiting: Pence;
  readonly difference: Pence;
  readonly accrual: Pence;
  /** At the rate frozen with the order. */
  readonly accrualVat: Pence;
  readonly unreported: number;
  readonly outcome: MonthEndOutcome;
  readonly reasons: readonly string[];
}

/** The last day of a month 'YYYY-MM'; `undefined` for no such month. */
export const lastDayOf = (month: string): LocalDate | undefined => {
  const first = `${month}-01`;
  return isLocalDate(first) ? addDays(addMonths(first, 1), -1) : undefined;
};

const outcomeOf = ({ mismatchWaits, unreported, paperWaits, accrual, reconciled, difference }: OrderBalance): MonthEndOutcome => {
  if (mismatchWaits) return 'mismatch';
  if (unreported > 0) return 'unreported';
  if (paperWaits) return 'waiting';
  if (accrual > 0) return 'accrual';
  if (reconciled) return 'reconciled';
  return difference === 0 ? 'matches' : 'explained';
};

const rowOf = (order: ChargeableOrder, invoices: readonly Invoice[], until: LocalDate): MonthEndRow | undefined => {
  const { callOff } = order;
  if (!callOff.order) return undefined;
  const balance = orderBalance(order, invoices, until);
  const { due, invoiced, credited, waiting, paperWaits, difference, accrual, unreported, reasons } = balance;
  if (due.units === 0 && due.unreported === 0 && invoiced === 0 && !paperWaits) return undefined;
  return {
    callOffRef: callOff.ref,
    orderNumber: callOff.order.number,
    state: callOff.order.state,
    buyerName: callOff.buyerName,
    providerName: callOff.providerName,
    serviceName: callOff.serviceName,
    payer: callOff.request.payer,
    costCode: callOff.request.costCode,
    unit: callOff.price.unit,
    unitPrice: callOff.price.unitPrice,
    dueUnits: due.units,
    due: due.net,
    invoiced,
    credited,
    waiting,
    difference,
    accrual,
    accrualVat: vatOf(accrual, callOff.price.vatBasisPoints),
    unreported,
    outcome: outcomeOf(balance),
    reasons,
  };
};

/** Row 60: every order for which anything was owed or charged to the end of a day, mismatches first. */
export const monthEndRows = (orders: readonly ChargeableOrder[], invoices: readonly Invoice[], until: LocalDate): readonly MonthEndRow[] =>
  orders
    .flatMap((order) => rowOf(order, invoices, until) ?? [])
    .sort(
      (a, b) =>
        monthEndOutcomes.indexOf(a.outcome) - monthEndOutcomes.indexOf(b.outcome) ||
        Math.abs(b.difference) - Math.abs(a.difference) ||
        a.orderNumber.localeCompare(b.orderNumber),
    );

/** What the orders of one buyer, or of one payer, come to. */
export interface MonthEndSum {
  readonly of: string;
  readonly due: Pence;
  readonly invoiced: Pence;
  readonly accrual: Pence;
  readonly accrualVat: Pence;
}

/** The rows added up by what each belongs to. `invoiced`: less what was given back. */
export const monthEndSums = (rows: readonly MonthEndRow[], of: (row: MonthEndRow) => string): readonly MonthEndSum[] =>
  [...new Set(rows.map(of))].sort().map((name) => {
    const own = rows.filter((row) => of(row) === name);
    const sum = (part: (row: MonthEndRow) => Pence): Pence => addPence(...own.map(part));
    return {
      of: name,
      due: sum(({ due }) => due),
      invoiced: addPence(...own.map(({ invoiced, credited }) => pence(invoiced - credited))),
      accrual: sum(({ accrual }) => accrual),
      accrualVat: sum(({ accrualVat }) => accrualVat),
    };
  });
