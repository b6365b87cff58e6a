import type { FinancialYear } from '@ap/shared/domain/ledgers/financial-year';
import type { Ledger } from '@ap/shared/domain/ledgers/ledger';
import type { Pence } from '@ap/shared/domain/money/money';
import type { Age } from './providers.ts';
import type { RecordRegister } from './records.ts';

/** The limits over many call-offs: what is taken of each, under the ETag of its item. */
export type LedgerRegister = RecordRegister<Ledger>;

/** What commissioners allocated to a buyer for a financial year, in pence ex VAT; `undefined` where nobody watches it. */
export interface Budgets {
  readonly allocated: (buyerRef: string, year: FinancialYear, age: Age) => Promise<Pence | undefined>;
}
