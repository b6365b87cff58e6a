import { fromInvoice, invoices, toInvoice } from '@ap/shared/lists/invoices';
import type { InvoiceRegister } from '../../functions/src/ports/invoices.ts';
import { memoryRecords } from './memory-records.ts';

/** The list of invoices in memory. */
export const memoryInvoices = (): InvoiceRegister => {
  const records = memoryRecords(invoices, { toState: toInvoice, fromState: fromInvoice });
  return {
    ...records,
    ofAccount: async (account) => (await records.known()).map(({ state }) => state).filter((invoice) => invoice.account === account),
  };
};
