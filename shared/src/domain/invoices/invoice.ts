import type { AuditWork, MovingRecord } from '../call-off/decider.ts';
import type { LocalDate } from '../days/local-date.ts';
import { addPence, type Pence, pence } from '../money/money.ts';
import type { Payer } from '../money/payer.ts';
import type { Person } from '../people/person.ts';
import type { InvoiceAction } from './invoice-action.ts';

/**
 * What a provider charges. `closing` is no paper of the provider: the buyer states that nothing more will be invoiced for an order, which answers for what
 * was delivered and never charged.
 */
export const invoiceKinds = ['invoice', 'credit-note', 'closing'] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

export const invoiceKindWords: Readonly<Record<InvoiceKind, string>> = {
  invoice: 'Invoice',
  'credit-note': 'Credit note',
  closing: 'Statement that nothing more will be invoiced',
};

export const invoiceStatuses = ['entered', 'accepted', 'refused', 'withdrawn'] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

export const invoiceStatusWords: Readonly<Record<InvoiceStatus, string>> = {
  entered: 'Waiting to be accepted',
  accepted: 'Accepted for payment',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

/** Days of one order, both included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What a line said, and what was owed for it, when it was accepted. */
export interface AcceptedLine {
  readonly dueUnits: number;
  readonly dueNet: Pence;
  readonly reason?: string | undefined;
}

/** One order and period on an invoice. Money in pence, never negative: on a credit note it is given back. */
export interface InvoiceLine extends Period {
  readonly orderNumber: string;
  readonly callOffRef: string;
  readonly payer: Payer;
  readonly units: number;
  readonly net: Pence;
  /** The share of the invoice's VAT that falls on this line: shares add up to it. */
  readonly vat: Pence;
  /** As frozen with the order. */
  readonly vatBasisPoints: number;
  readonly accepted?: AcceptedLine | undefined;
}

/** What a step of an invoice asks the world to do. Ids, enums and numbers only. `lines`: those that ask for more than is owed, by their place from 0. */
export type InvoiceWork =
  | AuditWork<InvoiceAction>
  | { readonly kind: 'ask-accepter' }
  | { readonly kind: 'tell-enterer' }
  | { readonly kind: 'tell-provider'; readonly news: 'queried' }
  | { readonly kind: 'tell-provider'; readonly news: 'credit-note-expected'; readonly lines: readonly number[] };

/** What one provider charges one buyer on one paper, for any number of orders: one list item. It names no pupil. */
export interface Invoice extends MovingRecord<InvoiceWork> {
  readonly status: InvoiceStatus;
  readonly kind: InvoiceKind;
  /** The provider's own number of it. */
  readonly number: string;
  readonly account: string;
  readonly buyerRef: string;
  readonly buyerName: string;
  readonly providerRef: string;
  readonly providerName: string;
  readonly date: LocalDate;
  /** The school's purchase order number, where its finance system has one. */
  readonly poNumber?: string | undefined;
  /** Why nothing more will be invoiced: of a `closing` only. */
  readonly note?: string | undefined;
  readonly lines: readonly InvoiceLine[];
  readonly vat: Pence;
  /** Everybody who has typed what it says: none of them accepts it. */
  readonly enteredBy: readonly Person[];
  readonly enteredAt: string;
  readonly acceptedBy?: Person | undefined;
  readonly acceptedAt?: string | undefined;
  readonly vatReason?: string | undefined;
  readonly refusedReason?: string | undefined;
}

/** All that one provider charges one buyer: an order belongs to one of these, so that it can be charged twice within one only. */
export const accountOf = (buyerRef: string, providerRef: string): string => `${buyerRef}/${providerRef}`;

/** The same number however it is typed. */
export const sameNumber = (number: string): string => number.toUpperCase().replace(/\s/g, '');

export const netOf = (lines: readonly Pick<InvoiceLine, 'net'>[]): Pence => addPence(...lines.map(({ net }) => net));

/** 1 for what is charged, -1 for what is given back. */
export const signOf = ({ kind }: Pick<Invoice, 'kind'>): 1 | -1 => (kind === 'credit-note' ? -1 : 1);

export const signed = (invoice: Pick<Invoice, 'kind'>, amount: Pence): Pence => pence(signOf(invoice) * amount);

export const overlap = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

export const samePeriod = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to;

/** Whether an invoice still counts: what was refused or withdrawn charges nothing. */
export const counts = ({ status }: Pick<Invoice, 'status'>): boolean => status === 'entered' || status === 'accepted';

/** A line with the paper it is on. */
export interface ChargedLine {
  readonly invoice: Invoice;
  readonly line: InvoiceLine;
}

/** The lines about one order. */
export const linesFor = (invoices: readonly Invoice[], orderNumber: string): readonly ChargedLine[] =>
  invoices.flatMap((invoice) => invoice.lines.filter((line) => line.orderNumber === orderNumber).map((line) => ({ invoice, line })));
