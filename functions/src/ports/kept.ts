import type { PersonId } from '@ap/shared/domain/people/person';

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

/** Copies of what can be read again, so that a process that starts need not read it all. A lost or broken one costs time, never truth. */
export interface Snapshots {
  /** `undefined` when there is none. */
  readonly load: (name: string) => Promise<string | undefined>;
  readonly save: (name: string, content: string) => Promise<void>;
}
