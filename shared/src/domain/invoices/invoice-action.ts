/** What the audit chain says of a provider's invoices. */
export const invoiceActions = ['invoice-entered', 'invoice-corrected', 'invoice-accepted', 'invoice-refused', 'invoice-withdrawn'] as const;
export type InvoiceAction = (typeof invoiceActions)[number];
