import type { ImportWrite, StoredRecord } from '@ap/shared/domain/imports/job';
import type { ImportKind } from '@ap/shared/domain/imports/record';
import type { Lot } from '@ap/shared/domain/register/lot';
import type { Ports } from './ports.ts';

/** One of the lists that a file may fill, read whole. Rows that cannot be read are counted: what they hold is not known. */
export interface ReadRecords {
  readonly stored: ReadonlyMap<string, StoredRecord>;
  readonly unreadable: number;
}

/** How one write of a batch ended. `conflict`: it is not as it was read; `duplicate`: there is one of that reference; `unanswered`: it may have arrived. */
export type RegisterWriteOutcome = 'written' | 'conflict' | 'duplicate' | 'unanswered' | 'refused';

/** The lists that files fill. */
export interface ImportRegister {
  readonly lots: () => Promise<readonly Lot[]>;
  readonly read: (kind: ImportKind) => Promise<ReadRecords>;
  readonly find: (kind: ImportKind, ref: string) => Promise<StoredRecord | undefined>;
  /** Writes up to twenty rows in one request, each on its own: a new row by its unique reference, a change under the ETag that was read. */
  readonly write: (
    writes: readonly ImportWrite[],
  ) => Promise<{ readonly outcomes: readonly RegisterWriteOutcome[]; readonly retryAfterSeconds?: number }>;
}

/** What imports keep while they last, as text by name. */
export interface ImportFiles {
  readonly load: (name: string) => Promise<{ readonly content: string; readonly eTag: string } | undefined>;
  /** Saves over whatever is there, over nothing, or over just what was read; false when that is not what is there. */
  readonly save: (name: string, content: string, over: 'whatever' | 'nothing' | { readonly eTag: string }) => Promise<boolean>;
  readonly remove: (name: string) => Promise<void>;
  /** Removes what was last written before an instant, of all names that begin so. */
  readonly removeOlder: (prefix: string, before: string) => Promise<void>;
}

/** What imports need beside. */
export interface ImportPorts extends Pick<Ports, 'clock' | 'audit' | 'hashes' | 'log' | 'tenders'> {
  readonly importRegister: ImportRegister;
  readonly importFiles: ImportFiles;
}
