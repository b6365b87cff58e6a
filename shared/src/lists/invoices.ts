import * as z from 'zod';
import { type Invoice, invoiceKinds, invoiceStatuses, netOf } from '../domain/invoices/invoice.ts';
import { invoiceActions } from '../domain/invoices/invoice-action.ts';
import { addPence } from '../domain/money/money.ts';
import { payers } from '../domain/money/payer.ts';
import { choice, day, instant, json, money, number, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { bookkeeping, key, localDate, numbering, pence, person, shapeOf } from './record-shape.ts';

const line = z.strictObject({
  orderNumber: z.string(),
  callOffRef: z.string(),
  payer: z.enum(payers),
  from: localDate,
  to: localDate,
  units: z.number(),
  net: pence,
  vat: pence,
  vatBasisPoints: z.int(),
  accepted: z.strictObject({ dueUnits: z.number(), dueNet: pence, reason: z.string().optional() }).optional(),
});

const effect = z.union([
  z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(invoiceActions), actor: key }),
  z.strictObject({ ...numbering, kind: z.enum(['ask-accepter', 'tell-enterer']) }),
  z.strictObject({ ...numbering, kind: z.literal('tell-provider'), news: z.literal('queried') }),
  z.strictObject({ ...numbering, kind: z.literal('tell-provider'), news: z.literal('credit-note-expected'), lines: z.array(z.int()) }),
]);

const invoice = shapeOf<Invoice>()(
  z.strictObject({
    ...bookkeeping,
    status: z.enum(invoiceStatuses),
    kind: z.enum(invoiceKinds),
    number: z.string(),
    account: z.string(),
    buyerRef: z.string(),
    buyerName: z.string(),
    providerRef: z.string(),
    providerName: z.string(),
    date: localDate,
    poNumber: z.string().optional(),
    note: z.string().optional(),
    lines: z.array(line),
    vat: pence,
    enteredBy: z.array(person),
    enteredAt: z.string(),
    acceptedBy: person.optional(),
    acceptedAt: z.string().optional(),
    vatReason: z.string().optional(),
    refusedReason: z.string().optional(),
    outbox: z.array(effect),
  }),
);

/** One row for each paper of a provider for a buyer: an invoice over many orders, a credit note, or that nothing more will come. It names no pupil (R40). */
export const invoices = defineList({
  title: 'Invoices',
  description:
    'What providers charge, matched with attendance before it is accepted for payment (row 60). Read only for people: schools enter and accept invoices on their pages. Nothing is paid from here.',
  handEdited: false,
  columns: {
    Title: reference({ label: 'Reference', holds: 'none', required: true, indexed: true, unique: true }),
    Kind: choice(invoiceKinds, { label: 'What it is', holds: 'none', required: true, indexed: true }),
    InvoiceNumber: text({ label: 'Number of the provider', holds: 'none', required: true }),
    InvoiceDate: day({ label: 'Date', holds: 'none', required: true, indexed: true }),
    Account: reference({ label: 'Buyer and provider', holds: 'none', required: true, indexed: true }),
    BuyerRef: reference({ label: 'School or department', holds: 'none', required: true, indexed: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    PoNumber: text({ label: 'PO number', holds: 'none' }),
    Status: choice(invoiceStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { entered: 'attention', accepted: 'good' },
    }),
    Orders: number({ label: 'Lines', holds: 'none', required: true }),
    Net: money({ label: 'Net', holds: 'none', required: true }),
    Vat: money({ label: 'VAT', holds: 'none', required: true }),
    Gross: money({ label: 'Gross', holds: 'none', required: true }),
    AcceptedAt: instant({ label: 'Accepted', holds: 'none' }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(invoice, {
      label: 'State',
      holds: ['pupil-attribute', 'staff-identity', 'free-text'],
      hint: 'The whole record as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All invoices',
      columns: ['InvoiceNumber', 'Kind', 'InvoiceDate', 'BuyerRef', 'ProviderRef', 'Net', 'Vat', 'Gross', 'Status'],
      orderBy: 'InvoiceDate',
      descending: true,
    },
  ],
});

export type InvoiceFields = Fields<typeof invoices>;

export const fromInvoice = (state: Invoice): InvoiceFields => {
  const net = netOf(state.lines);
  return {
    Title: state.ref,
    Kind: state.kind,
    InvoiceNumber: state.number,
    InvoiceDate: state.date,
    Account: state.account,
    BuyerRef: state.buyerRef,
    ProviderRef: state.providerRef,
    PoNumber: state.poNumber,
    Status: state.status,
    Orders: state.lines.length,
    Net: net,
    Vat: state.vat,
    Gross: addPence(net, state.vat),
    AcceptedAt: state.acceptedAt,
    Version: state.version,
    State: state,
  };
};

export const toInvoice = (fields: InvoiceFields): Invoice => fields.State;
