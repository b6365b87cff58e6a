import type { BlockPurchase, BlockStatus } from '../block-purchases/block-purchase.ts';
import { type CallOffRoute, routeOf } from '../call-off/award-route.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { type LocalDate, toLondonDate } from '../days/local-date.ts';
import { type Invoice, signed } from '../invoices/invoice.ts';
import type { Pence } from '../money/money.ts';
import type { Rate, RateUnit } from '../money/rate-card.ts';
import type { OrderState } from '../orders/order.ts';
import { plannedStart, presentTotals } from '../orders/order-plan.ts';
import { areBaselineUnits, type Baseline } from './baseline.ts';

/** The lists whose rows the figures are made of. */
export const valueLists = ['CallOffs', 'BlockPurchases', 'Invoices', 'RateCards', 'Baselines'] as const;
export type ValueList = (typeof valueLists)[number];

/** A row behind a figure, so that anybody can look it up: its list, the number of its item, and the version that was counted. */
export interface SourceRow {
  readonly list: ValueList;
  readonly itemId: number;
  readonly version: number;
}

/** What the figures need of an order. Nothing of whom it is for. Money in pence ex VAT. */
export interface OrderFact {
  readonly list: 'CallOffs';
  readonly callOffRef: string;
  readonly orderNumber: string;
  readonly state: OrderState;
  /** The day on which the order was made. */
  readonly on: LocalDate;
  /** The first planned day, by which the prices of the lot are looked up. */
  readonly startsOn: LocalDate;
  readonly buyerRef: string;
  readonly buyerName: string;
  readonly providerRef: string;
  readonly providerName: string;
  readonly serviceName: string;
  readonly lotKey: string;
  readonly lotName: string;
  readonly route: CallOffRoute;
  readonly blockRef?: string | undefined;
  readonly rateRef: string;
  readonly unit: RateUnit;
  /** What is paid for a unit: the framework price, one that was quoted below it, or that of a block purchase. */
  readonly unitPrice: Pence;
  readonly units: number;
  /** As planned by now. */
  readonly net: Pence;
}

/** What the figures need of a block purchase that its provider has accepted. */
export interface BlockFact {
  readonly list: 'BlockPurchases';
  readonly blockRef: string;
  /** The day on which its price was set. */
  readonly on: LocalDate;
  readonly providerRef: string;
  readonly lotKey: string;
  /** What a unit costs by itself. */
  readonly ordinaryPrice: Pence;
  readonly shares: readonly { readonly buyerRef: string; readonly buyerName: string; readonly net: Pence }[];
}

/** What the figures need of an invoice or a credit note that was accepted: what is given back is negative. */
export interface InvoiceFact {
  readonly list: 'Invoices';
  readonly invoiceRef: string;
  /** The day that the paper bears. */
  readonly on: LocalDate;
  readonly buyerRef: string;
  readonly buyerName: string;
  readonly providerRef: string;
  readonly providerName: string;
  readonly lines: readonly { readonly callOffRef: string; readonly net: Pence }[];
}

export interface RateFact {
  readonly list: 'RateCards';
  readonly rate: Rate;
}

export interface BaselineFact {
  readonly list: 'Baselines';
  readonly baseline: Baseline;
}

/** What one row says, as far as figures are made of it. */
export type ValueFact = OrderFact | BlockFact | InvoiceFact | RateFact | BaselineFact;

/** What an order says; nothing before there is one. */
export const factOfCallOff = (callOff: CallOff): OrderFact | undefined => {
  const { ref, status, order, request, price } = callOff;
  if (status !== 'ordered' || !order) return undefined;
  const { units, net } = presentTotals(callOff);
  return {
    list: 'CallOffs',
    callOffRef: ref,
    orderNumber: order.number,
    state: order.state,
    on: toLondonDate(order.madeAt),
    startsOn: plannedStart(callOff),
    buyerRef: request.buyerRef,
    buyerName: callOff.buyerName,
    providerRef: callOff.providerRef,
    providerName: callOff.providerName,
    serviceName: callOff.serviceName,
    lotKey: callOff.lotKey,
    lotName: callOff.lotName,
    route: routeOf(request),
    blockRef: request.blockRef,
    rateRef: price.rateRef,
    unit: price.unit,
    unitPrice: price.unitPrice,
    units,
    net,
  };
};

const accepted: readonly BlockStatus[] = ['confirmed', 'drawing', 'exhausted', 'expired', 'settled'];

/** What a block purchase says once its provider has accepted it. What is settled is what each buyer owes in the end. */
export const factOfBlock = ({ ref, status, statement, shares, settlement, pledges }: BlockPurchase): BlockFact | undefined => {
  const [ordinary] = statement.bands;
  if (!accepted.includes(status) || !ordinary) return undefined;
  const names = new Map(pledges.map(({ buyerRef, buyerName }) => [buyerRef, buyerName]));
  return {
    list: 'BlockPurchases',
    blockRef: ref,
    on: toLondonDate(statement.closesAt),
    providerRef: statement.providerRef,
    lotKey: statement.lotKey,
    ordinaryPrice: ordinary.unitPrice,
    shares: (settlement ?? shares).map(({ buyerRef, net }) => ({ buyerRef, buyerName: names.get(buyerRef) ?? buyerRef, net })),
  };
};

/** What a paper says once it was accepted for payment. */
export const factOfInvoice = (invoice: Invoice): InvoiceFact | undefined => {
  const { ref, status, kind, date, buyerRef, buyerName, providerRef, providerName, lines } = invoice;
  if (status !== 'accepted' || kind === 'closing') return undefined;
  return {
    list: 'Invoices',
    invoiceRef: ref,
    on: date,
    buyerRef,
    buyerName,
    providerRef,
    providerName,
    lines: lines.map(({ callOffRef, net }) => ({ callOffRef, net: signed(invoice, net) })),
  };
};

/** What a price says, once it was approved. */
export const factOfRate = (rate: Rate): RateFact | undefined => (rate.status === 'approved' ? { list: 'RateCards', rate } : undefined);

/** What a baseline says, where its units are a number that a price can be made of. */
export const factOfBaseline = (baseline: Baseline): BaselineFact | undefined =>
  areBaselineUnits(baseline.units) ? { list: 'Baselines', baseline } : undefined;
