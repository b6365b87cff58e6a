import type { EditLaw, TypedCommand } from '@ap/shared/domain/hand-edits/edit-law';
import type { RowVersion } from '@ap/shared/domain/hand-edits/review-row';
import type { RowContent } from '@ap/shared/domain/hand-edits/row-content';
import type { Person } from '@ap/shared/domain/people/person';

/** A row as it lies in its list now, with the note of the app that it bears. */
export interface PresentRow {
  readonly itemId: number;
  readonly eTag: string;
  readonly current: RowVersion;
  readonly note: string | undefined;
}

export type RowChange = { readonly kind: 'row'; readonly row: PresentRow } | { readonly kind: 'deleted'; readonly itemId: number };

/** How a write ended: the row as it lies there now, or not as it was read any more. Throws ServiceBusy where no answer came. */
export type GuardWrite = { readonly ok: true; readonly row: PresentRow } | { readonly ok: false; readonly why: 'conflict' | 'duplicate' };

/** A list whose edits are judged: who wrote what is read with each row, and rows are put back under the ETag that was read. */
export interface GuardedList {
  readonly law: EditLaw;
  /** Everything since a cursor (none: everything), in order; `complete`: what is not among it is not there. */
  readonly changes: (
    since: string | undefined,
  ) => Promise<{ readonly changes: readonly RowChange[]; readonly next: string; readonly complete: boolean }>;
  readonly read: (itemId: number) => Promise<PresentRow | undefined>;
  /** By its key, in whatever capitals it was typed. */
  readonly find: (key: string) => Promise<PresentRow | undefined>;
  /** The versions of a row after one, oldest first, as far as the list still keeps them; of those that are known to be the app's own alone the last, which holds them all. */
  readonly versionsAfter: (row: PresentRow, version: number) => Promise<readonly RowVersion[]>;
  /** Writes some columns, of which an empty one is `undefined`, and the note. */
  readonly write: (row: PresentRow, columns: RowContent, note: string | undefined) => Promise<GuardWrite>;
  readonly add: (content: RowContent, note: string) => Promise<GuardWrite>;
  readonly remove: (row: PresentRow) => Promise<boolean>;
  /** A content as text, and back; `undefined` when the schema does not read it any more. */
  readonly pack: (content: RowContent) => string;
  readonly unpack: (packed: string) => RowContent | undefined;
  /** Brings the copy that the product reads up to date: something was put back. */
  readonly refreshed: () => Promise<void>;
}

/** A row as it was when it was last good. `packed` is absent where a row could not be read when it was first seen: it is good once it can be. */
export interface GoodCopy {
  readonly itemId: number;
  readonly key: string;
  readonly version: number;
  readonly packed?: string | undefined;
}

/** The last good copies of every row, by list and item. They outlive a restart, and the row. */
export interface GoodCopies {
  readonly cursor: (list: string) => Promise<string | undefined>;
  readonly moveCursor: (list: string, cursor: string) => Promise<void>;
  readonly get: (list: string, itemId: number) => Promise<{ readonly copy: GoodCopy; readonly tag: string } | undefined>;
  /** The key of every row, by item. */
  readonly keys: (list: string) => Promise<ReadonlyMap<number, string>>;
  /** Keeps a copy over the one that was read, or as the first; false when another process came first. */
  readonly keep: (list: string, copy: GoodCopy, over: string | undefined) => Promise<boolean>;
  /** Keeps many, whatever was there. */
  readonly keepAll: (list: string, copies: readonly GoodCopy[]) => Promise<void>;
  readonly drop: (list: string, itemId: number) => Promise<void>;
}

/** Carries out the transition that a typed status stands for, once for each key; a refusal in its own sentence. Throws ServiceBusy. */
export type CarryOut<Typed extends TypedCommand = TypedCommand> = (
  command: Typed,
  by: Person,
  key: string,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly sentence: string }>;
