import type { LocalDate } from '@ap/shared/domain/days/local-date';
import type { CountedNeed, UnmetNeed } from '@ap/shared/domain/insight/unmet-need';
import type { PersonId } from '@ap/shared/domain/people/person';
import type { Choice } from '@ap/shared/domain/register/choice';
import type { SavedSearch } from '@ap/shared/domain/saved-searches/saved-search';
import type { RecordRegister } from './records.ts';

/** A person's unfinished requests, as typed. */
export interface StoredDraft {
  readonly draftId: string;
  readonly serviceRef: string;
  readonly serviceName: string;
  readonly buyerRef: string;
  readonly callOffRef?: string;
  readonly answers: Readonly<Record<string, string | boolean | readonly string[]>>;
  readonly savedAt: string;
}

/** Each person's own. Holds answers of up to 30,000 characters as JSON. */
export interface Drafts {
  readonly list: (owner: PersonId) => Promise<readonly StoredDraft[]>;
  readonly get: (owner: PersonId, draftId: string) => Promise<StoredDraft | undefined>;
  readonly save: (owner: PersonId, draft: StoredDraft) => Promise<void>;
  readonly discard: (owner: PersonId, draftId: string) => Promise<boolean>;
}

/** A service on a shortlist, since when. Who added it is nobody's business: the list is the school's. */
export interface ShortlistEntry {
  readonly serviceRef: string;
  readonly addedAt: string;
}

/** Each buyer's own, shared by its people. Adding twice is adding once. */
export interface Shortlists {
  readonly list: (buyerRef: string) => Promise<readonly ShortlistEntry[]>;
  readonly add: (buyerRef: string, entry: ShortlistEntry) => Promise<void>;
  readonly remove: (buyerRef: string, serviceRef: string) => Promise<boolean>;
}

/** Choices of each buyer. One that is kept under a reference stays as it is: to keep it again answers with what is there. */
export interface Choices {
  readonly list: (buyerRef: string) => Promise<readonly Choice[]>;
  /** Those of every buyer. */
  readonly all: () => Promise<readonly { readonly buyerRef: string; readonly choice: Choice }[]>;
  readonly keep: (buyerRef: string, choice: Choice) => Promise<Choice>;
}

/** What searches did not find, counted by the day. */
export interface UnmetNeeds {
  /** Counts one search more. */
  readonly note: (need: UnmetNeed) => Promise<void>;
  /** Both days included. */
  readonly between: (from: LocalDate, to: LocalDate) => Promise<readonly CountedNeed[]>;
}

/** Searches that people saved: records with an outbox, outside the lists, for they are each person's own. */
export interface SavedSearches extends RecordRegister<SavedSearch> {
  /** Nothing of it is kept; false where it was gone already. */
  readonly remove: (ref: string) => Promise<boolean>;
}

/** Copies of what can be read again, so that a process that starts need not read it all. A lost or broken one costs time, never truth. */
export interface Snapshots {
  /** `undefined` when there is none. */
  readonly load: (name: string) => Promise<string | undefined>;
  readonly save: (name: string, content: string) => Promise<void>;
  /** The same of what is no text. */
  readonly loadBytes: (name: string) => Promise<Uint8Array | undefined>;
  readonly saveBytes: (name: string, content: Uint8Array) => Promise<void>;
}

/** A short text that several processes write in turn, as the storage had it at a moment. */
export interface OpenedBook {
  /** `undefined` while nobody has written. */
  readonly text: string | undefined;
  readonly version: string | undefined;
  /** The storage's own times, in milliseconds, of its answer and of what was last written: no process is asked what time it is. */
  readonly at: number;
  readonly writtenAt: number | undefined;
}

export interface ReadingBook {
  readonly open: () => Promise<OpenedBook>;
  /** Writes over the version that was opened; `undefined` when somebody else has written meanwhile. */
  readonly write: (text: string, over: string | undefined) => Promise<{ readonly version: string } | undefined>;
}

/** What the processes of a deployment read of lists, one book for each list. A lost one costs requests, never truth. */
export type ReadingBooks = (list: string) => ReadingBook;
