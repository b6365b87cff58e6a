import {
  commandInvoice,
  enterInvoice,
  getCharges,
  getInvoice,
  getMonthEnd,
  getMonthEndFile,
  getOrderDocument,
  getOrderPdf,
  listChargeable,
  listInvoices,
} from './invoices.ts';

/** Invoices, the end of a month, and an order on paper. Apart from `api`, so that no other page loads their shapes. */
export const invoicesApi = {
  listInvoices,
  getInvoice,
  enterInvoice,
  commandInvoice,
  listChargeable,
  getCharges,
  getMonthEnd,
  getMonthEndFile,
  getOrderDocument,
  getOrderPdf,
} as const;
