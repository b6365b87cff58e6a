import type { Invoice } from '@ap/shared/domain/invoices/invoice';
import type { RecordRegister } from './records.ts';

/** The list of invoices. */
export interface InvoiceRegister extends RecordRegister<Invoice> {
  /** Every paper of one provider for one buyer, read from the list now: what says that nothing is charged twice. */
  readonly ofAccount: (account: string) => Promise<readonly Invoice[]>;
}
