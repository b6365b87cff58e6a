/** A record as it lies in its list; the eTag makes the next write conditional. */
export interface Stored<State> {
  readonly itemId: number;
  readonly eTag: string;
  readonly state: State;
}

/** How a write of a record ended. `unknown`: no answer came, so the item must be read again before anything is decided. */
export type WriteOutcome<State> =
  | { readonly ok: true; readonly stored: Stored<State> }
  | { readonly ok: false; readonly why: 'conflict' | 'duplicate' | 'unknown'; readonly retryAfterSeconds?: number };

/** A list of records that are moved by decisions only. `known` is the delta-fed read model with own writes written through, and costs no request. */
export interface RecordRegister<State> {
  readonly find: (ref: string) => Promise<Stored<State> | undefined>;
  readonly get: (itemId: number) => Promise<Stored<State> | undefined>;
  readonly add: (state: State) => Promise<WriteOutcome<State>>;
  /** If-Match: a rival's write makes it a conflict. */
  readonly save: (present: Stored<State>, next: State) => Promise<WriteOutcome<State>>;
  readonly known: () => Promise<readonly Stored<State>[]>;
  /** Changes since a cursor, for the sweep; no cursor reads everything. */
  readonly changes: (cursor: string | undefined) => Promise<{ readonly changed: readonly Stored<State>[]; readonly cursor: string }>;
}
