import * as React from 'react';
import { type InvoicePage, invoicePlace } from '../../../contract/invoice-place.ts';
import { pence } from '../../../domain/money/money.ts';
import { meAs, membership } from '../../forms/testing/samples.ts';
import { InvoicesPage } from '../../invoices/InvoicesPage.tsx';
import { OffFrameworkPage } from '../../off-framework/OffFrameworkPage.tsx';
import { anInvoice, chargeable, charges, manyInvoices, matchingInvoice, monthEnd, orderOnPaper, someInvoices } from '../sample-invoices.ts';
import { aDeclaration, declarations } from '../sample-off-framework.ts';
import { type Answers, type Exhibit, waitingAndFailing } from './exhibit.tsx';

const at = (page: InvoicePage) => ({ screen: <InvoicesPage />, place: invoicePlace(page) });
const list = at({ at: 'list' });
const one = at({ at: 'invoice', ref: 'IV-0001' });
const enter = at({ at: 'enter' });
const order = at({ at: 'order', ref: 'CO-7K3MQ9' });
const month = at({ at: 'month' });
const paper = at({ at: 'document', ref: 'CO-7K3MQ9' });

const outside = { screen: <OffFrameworkPage />, place: invoicePlace({ at: 'outside' }) };

const common: Answers = {
  listOffFramework: () =>
    declarations([
      aDeclaration(),
      aDeclaration({ ref: 'OF-2', bought: 'Counselling', status: 'withdrawn', withdrawnBecause: 'It was declared twice.', may: [] }),
    ]),
  getMe: () => meAs(membership()),
  listCallOffs: () => ({ callOffs: [] }),
  listInvoices: () => ({ invoices: [...someInvoices] }),
  getInvoice: () => anInvoice(),
  listChargeable: () => ({ accounts: [...chargeable] }),
  getCharges: () => charges(),
  getMonthEnd: () => monthEnd,
  getOrderDocument: () => orderOnPaper,
};

/** Invoices, what is owed for an order, the end of a month, and an order on paper. */
export const invoiceExhibits: readonly Exhibit[] = [
  { name: 'invoices', ...list, answers: common, shows: 'GL 1042' },
  { name: 'invoices, none', ...list, answers: { ...common, listInvoices: () => ({ invoices: [] }) }, shows: 'No invoice is entered yet' },
  { name: 'invoices, many', ...list, answers: { ...common, listInvoices: () => ({ invoices: [...manyInvoices] }) }, shows: 'GL 1000' },
  ...waitingAndFailing({ name: 'invoices', ...list, answers: common }, 'listInvoices', 'Loading the invoices'),
  { name: 'invoice that matches', ...one, answers: { ...common, getInvoice: () => matchingInvoice }, shows: 'Accept it for payment' },
  { name: 'invoice with mismatches', ...one, answers: common, shows: 'than is owed' },
  {
    name: 'invoice, decided without a choice',
    ...one,
    answers: common,
    press: 'Send the decision',
    shows: 'Choose whether you accept it',
  },
  {
    name: 'invoice, entered by oneself, VAT differs',
    ...one,
    answers: {
      ...common,
      getInvoice: () => anInvoice({ may: ['refuse', 'correct', 'withdraw'], vatDiffers: true, expectedVat: pence(30_000) }),
    },
    shows: 'You entered it',
  },
  {
    name: 'invoice that was refused',
    ...one,
    answers: {
      ...common,
      getInvoice: () => anInvoice({ status: 'refused', refusedReason: 'The days of AP-000125 are wrong.', may: ['correct'] }),
    },
    shows: 'Correct what it says',
  },
  {
    name: 'invoice, what the council pays of it',
    ...one,
    answers: { ...common, getInvoice: () => anInvoice({ partly: true, may: [] }) },
    shows: 'You see the lines that the council pays',
  },
  ...waitingAndFailing({ name: 'invoice', ...one, answers: common }, 'getInvoice', 'Loading the invoice'),
  { name: 'invoice, entering it', ...enter, answers: common, shows: 'Number of the invoice' },
  { name: 'invoice, entering nothing', ...enter, answers: common, press: 'Enter it', shows: 'There is a problem' },
  {
    name: 'invoice, no order to be charged',
    ...enter,
    answers: { ...common, listChargeable: () => ({ accounts: [] }) },
    shows: 'nothing can be invoiced',
  },
  { name: 'charges of an order', ...order, answers: common, shows: 'Not reconciled yet' },
  {
    name: 'charges of an order that is over',
    ...order,
    answers: { ...common, getCharges: () => charges({ state: 'completed', may: ['enter', 'close'] }) },
    press: 'State that nothing more will be invoiced',
    shows: 'Say why nothing more will be invoiced',
  },
  {
    name: 'charges of an order, reconciled',
    ...order,
    answers: { ...common, getCharges: () => charges({ state: 'completed', gaps: [], reconciled: true, may: [] }) },
    shows: 'Reconciled: everything',
  },
  { name: 'end of a month', ...month, answers: common, shows: 'what does not match comes first' },
  {
    name: 'end of a month, nothing',
    ...month,
    answers: { ...common, getMonthEnd: () => ({ ...monthEnd, rows: [], byBuyer: [], byPayer: [] }) },
    shows: 'Nothing is owed or invoiced',
  },
  { name: 'order on paper', ...paper, answers: common, shows: 'Download PDF' },
  ...waitingAndFailing({ name: 'order on paper', ...paper, answers: common }, 'getOrderDocument', 'Loading the order'),
  { name: 'bought outside the framework', ...outside, answers: common, shows: 'Two days a week at a farm' },
  { name: 'bought outside the framework, form', ...outside, answers: common, press: 'Declare a purchase', shows: 'Who provides it?' },
  {
    name: 'bought outside the framework, nothing',
    ...outside,
    answers: { ...common, listOffFramework: () => declarations([]) },
    shows: 'Nothing is declared yet',
  },
  ...waitingAndFailing(
    { name: 'bought outside the framework', ...outside, answers: common },
    'listOffFramework',
    'Loading what was declared',
  ),
];
