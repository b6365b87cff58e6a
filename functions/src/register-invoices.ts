import { invoicesApi } from '@ap/shared/contract/invoices-api';
import type { Outbox } from './effects/outbox.ts';
import { recordOutbox } from './effects/record-outbox.ts';
import { type RouteSupplies, route } from './http/route.ts';
import { getCharges, type MaySee } from './invoices/charges.ts';
import { invoicePerformers } from './invoices/invoice-news.ts';
import { commandInvoice, enterInvoice, getInvoice, listChargeable, listInvoices } from './invoices/invoices.ts';
import { invoicesHome } from './invoices/invoices-home.ts';
import { getMonthEnd, getMonthEndFile } from './invoices/month-end.ts';
import { getOrderDocument, getOrderPdf } from './invoices/order-document.ts';
import type { Ports } from './ports/ports.ts';

interface InvoiceSupplies {
  readonly ports: Ports;
  readonly supplies: RouteSupplies;
  readonly maySee: MaySee;
  readonly links: Readonly<Record<'onCard' | 'inMail', (ref: string) => string>>;
}

/** Joins invoices, the end of a month and the order on paper to their use cases. Hands back their outbox for the queue and the sweep. */
export const registerInvoices = ({ ports, supplies, maySee, links }: InvoiceSupplies): Outbox => {
  route(invoicesApi.listInvoices, supplies, listInvoices(ports));
  route(invoicesApi.getInvoice, supplies, getInvoice(ports));
  route(invoicesApi.enterInvoice, supplies, enterInvoice(ports));
  route(invoicesApi.commandInvoice, supplies, commandInvoice(ports));
  route(invoicesApi.listChargeable, supplies, listChargeable(ports));
  route(invoicesApi.getCharges, supplies, getCharges(ports, maySee));
  route(invoicesApi.getMonthEnd, supplies, getMonthEnd(ports));
  route(invoicesApi.getMonthEndFile, supplies, getMonthEndFile(ports));
  route(invoicesApi.getOrderDocument, supplies, getOrderDocument(ports, maySee));
  route(invoicesApi.getOrderPdf, supplies, getOrderPdf(ports, maySee));
  return recordOutbox(invoicesHome(ports), invoicePerformers(ports, links), ports.log);
};
