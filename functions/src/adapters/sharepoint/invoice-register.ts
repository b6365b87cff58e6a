import { fromInvoice, type invoices, toInvoice } from '@ap/shared/lists/invoices';
import type { InvoiceRegister } from '../../ports/invoices.ts';
import type { KeptList } from './mirrors.ts';
import { recordRegister } from './record-register.ts';

/** Invoices in their list; those of one account are read by its column. */
export const invoiceRegister = (list: KeptList<typeof invoices>): InvoiceRegister => ({
  ...recordRegister(list, { toState: toInvoice, fromState: fromInvoice }),
  ofAccount: async (account) => (await list.store.find('Account', account)).map(({ fields }) => toInvoice(fields)),
});
