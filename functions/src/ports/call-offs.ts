import type { CallOff } from '@ap/shared/domain/call-off/call-off';

/** A call-off as it lies in its list: the id gives the order its number, the eTag makes the next write conditional. */
export interface StoredCallOff {
  readonly itemId: number;
  readonly eTag: string;
  readonly callOff: CallOff;
}

/** How a conditional write ended. `unknown`: no answer came, so the item must be read again before anything is decided. */
export type SaveOutcome =
  | { readonly ok: true; readonly stored: StoredCallOff }
  | { readonly ok: false; readonly why: 'conflict' | 'unknown'; readonly retryAfterSeconds?: number };

export type AddOutcome =
  | { readonly ok: true; readonly stored: StoredCallOff }
  | { readonly ok: false; readonly why: 'duplicate' | 'unknown'; readonly retryAfterSeconds?: number };

/** The list of call-offs. `find` reads the list; `known` is the delta-fed read model with own writes written through, and costs no request. */
export interface CallOffRegister {
  readonly find: (ref: string) => Promise<StoredCallOff | undefined>;
  readonly get: (itemId: number) => Promise<StoredCallOff | undefined>;
  readonly findByKey: (idempotencyKey: string) => Promise<StoredCallOff | undefined>;
  readonly add: (callOff: CallOff) => Promise<AddOutcome>;
  readonly save: (present: StoredCallOff, next: CallOff) => Promise<SaveOutcome>;
  /** Every call-off to a provider, read from the list now: one question while SharePoint answers it (5,000 of them), the whole list after that. */
  readonly ofProvider: (providerRef: string) => Promise<readonly StoredCallOff[]>;
  /** Every call-off under a framework, or of a buyer: for the one time at which its ledger is begun. */
  readonly ofFramework: (frameworkRef: string) => Promise<readonly StoredCallOff[]>;
  readonly ofBuyer: (buyerRef: string) => Promise<readonly StoredCallOff[]>;
  readonly known: () => Promise<readonly StoredCallOff[]>;
  /** Changes since a cursor, for the sweep; no cursor reads everything. */
  readonly changes: (cursor: string | undefined) => Promise<{ readonly changed: readonly StoredCallOff[]; readonly cursor: string }>;
}
