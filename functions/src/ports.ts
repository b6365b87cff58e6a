import type { ApprovalPolicy } from '@ap/shared/domain/approval-policy';
import type { AuditEvent } from '@ap/shared/domain/audit-event';
import type { Buyer } from '@ap/shared/domain/buyer';
import type { CallOff } from '@ap/shared/domain/call-off';
import type { CapabilityLink, LinkScope } from '@ap/shared/domain/capability-link';
import type { ImportWrite, StoredRecord } from '@ap/shared/domain/imports/job';
import type { ImportKind } from '@ap/shared/domain/imports/record';
import type { ListingFacts } from '@ap/shared/domain/listing';
import type { Lot } from '@ap/shared/domain/lot';
import type { MemberRole, Membership, MembershipStatus } from '@ap/shared/domain/membership';
import type { Person, PersonId } from '@ap/shared/domain/person';
import type { ProviderSite } from '@ap/shared/domain/provider';
import type { PlacesEdit, ProfileEdit, ProviderChange, ProviderFacts } from '@ap/shared/domain/provider-changes/provider-change';
import type { Rate } from '@ap/shared/domain/rate-card';
import type { DirectoryResult } from '@ap/shared/search/directory-index';
import type { DirectoryQuery } from '@ap/shared/search/query';
import type { AdaptiveCard } from './cards/adaptive-card.ts';

/** The time, and nothing else, so that tests can fix it. ISO instant. */
export interface Clock {
  readonly now: () => string;
}

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
  readonly known: () => Promise<readonly StoredCallOff[]>;
  /** Changes since a cursor, for the sweep; no cursor reads everything. */
  readonly changes: (cursor: string | undefined) => Promise<{ readonly changed: readonly StoredCallOff[]; readonly cursor: string }>;
}

/**
 * How old an answer may be. `fresh` reads the lists now: whatever protects a child or spends money is decided by it. `known` comes from the
 * delta-fed read model, costs no request, and is good enough to show.
 */
export type Age = 'fresh' | 'known';

/** What says whether a service may be shown and ordered. */
export interface ProviderRegister {
  readonly facts: (serviceRef: string, age: Age) => Promise<ListingFacts & { readonly site: ProviderSite | undefined }>;
  /** A provider with every service of it. */
  readonly provider: (providerRef: string, age: Age) => Promise<ProviderFacts>;
  /** Writes what a provider tells about itself, with If-Match; false when the register says neither what it was nor what it is to be. Nothing else of the rows is touched. */
  readonly writeProfile: (providerRef: string, edits: readonly ProfileEdit[]) => Promise<boolean>;
  readonly writePlaces: (edit: PlacesEdit) => Promise<boolean>;
}

/** The searchable directory, kept fresh by delta in the background. A search costs no Graph request. */
export interface Directory {
  readonly search: (query: DirectoryQuery) => Promise<DirectoryResult & { readonly freshAt: string }>;
  readonly centroid: (outcode: string) => { readonly lat: number; readonly lon: number } | undefined;
  /** The outcode of each known town, by its name in small letters. */
  readonly towns: ReadonlyMap<string, string>;
}

/** Buyers and who acts for them. */
export interface BuyerRegister {
  readonly all: () => Promise<readonly Buyer[]>;
  readonly membershipsOf: (person: PersonId) => Promise<readonly Membership[]>;
  readonly buyer: (buyerRef: string, age: Age) => Promise<Buyer | undefined>;
  readonly members: (buyerRef: string, age: Age) => Promise<readonly Membership[]>;
  /** Members of every council department. */
  readonly councilMembers: (age: Age) => Promise<readonly Membership[]>;
  /** Makes or changes the one row of this person at this buyer; the row's other columns stay as they are. */
  readonly setMembership: (buyerRef: string, person: Person, status: MembershipStatus, roles: readonly MemberRole[]) => Promise<Membership>;
}

/** Policies that a commissioner keeps in the Settings list. Throws when the row cannot be read: a policy is never guessed. */
export interface Policies {
  readonly approvalPolicy: () => Promise<ApprovalPolicy>;
}

/** How a card ended: delivered with the place where it can be updated, or not, with the reason. */
export type CardDelivery =
  | { readonly ok: true; readonly conversationId: string; readonly activityId: string; readonly serviceUrl: string }
  | { readonly ok: false; readonly why: 'not-installed' | 'other-tenant' };

export type SentCard = Extract<CardDelivery, { ok: true }>;

/** The conversation that an activity came from. Only a verified activity may name one. */
export interface ConversationPlace {
  readonly conversationId: string;
  readonly serviceUrl: string;
}

/** Adaptive cards through the bot. Throws when the connector cannot be reached: the effect is tried again. */
export interface Cards {
  /** Answers in a conversation. */
  readonly reply: (where: ConversationPlace, card: AdaptiveCard, summary: string) => Promise<void>;
  /** Shows that the bot is at work, for a few seconds or until it answers. */
  readonly typing: (where: ConversationPlace) => Promise<void>;
  readonly send: (to: PersonId, card: AdaptiveCard, summary: string) => Promise<CardDelivery>;
  readonly update: (sent: SentCard, card: AdaptiveCard, summary: string) => Promise<void>;
}

/** One line of a person's activity feed in Teams: a declared type, the blanks of its sentence, and where a click leads. Never any detail of a pupil. */
export interface FeedEntry {
  readonly type: string;
  readonly blanks: Readonly<Record<string, string>>;
  readonly preview: string;
  readonly topic: string;
  readonly link: string;
}

/** Why the feed did not take an entry: nobody tries again, a mail tells the same. */
export type FeedRefusal = 'not-set-up' | 'other-tenant' | 'not-installed' | 'package-too-old' | 'two-apps';

/** Teams' activity feed. Throws ServiceBusy when it may be tried again. */
export interface ActivityFeed {
  /** `chain`: a later entry with the same number takes the place of this one, so that a second try tells nothing twice. */
  readonly tell: (
    to: PersonId,
    entry: FeedEntry,
    chain: number,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly why: FeedRefusal }>;
}

/** Who was sent how much in the last minute, over all processes. */
export interface Pace {
  /** Takes one of the person's turns: 0, or the seconds until there is one. */
  readonly take: (person: PersonId, now: string) => Promise<number>;
}

/** E-mail from the framework's mailbox. Plain sentences in HTML; never any detail of a pupil. */
export interface Mail {
  readonly send: (message: { readonly to: string; readonly subject: string; readonly html: string }) => Promise<void>;
}

/** The lists whose items carry an outbox of effects. */
export const outboxLists = ['CallOffs', 'ProviderChanges'] as const;
export type OutboxList = (typeof outboxLists)[number];

/** The item that effects were recorded in. Refs are unique over all lists. */
export interface Subject {
  readonly list: OutboxList;
  readonly itemId: number;
  readonly ref: string;
}

/** An effect as its item records it, whatever it does. */
export interface PendingEffect {
  readonly id: string;
  readonly kind: string;
  readonly madeAt: string;
}

export type ReceiptState = 'done' | 'superseded' | 'not-delivered' | 'stuck';

/** That an effect was dealt with, once and for all, and how. */
export interface Receipt {
  readonly effectId: string;
  readonly kind: string;
  readonly state: ReceiptState;
  readonly at: string;
  readonly reason?: string;
  readonly sent?: SentCard;
  readonly to?: string;
}

/** An effect whose receipt is awaited. `toldAt`: it is too old, and a person was told of it then. */
export interface ExpectedEffect extends Subject {
  readonly effectId: string;
  readonly madeAt: string;
  readonly toldAt?: string;
}

/** Effects on their way: the item is the outbox, the queue carries ids, receipts confirm. */
export interface Effects {
  readonly enqueue: (subject: Subject, effects: readonly Pick<PendingEffect, 'id'>[]) => Promise<void>;
  /** Messages that are not sent again when they fail: for the sweep, which comes again, so that what fails for days makes no more and more of them. */
  readonly enqueueOnce: (subject: Subject, effects: readonly Pick<PendingEffect, 'id'>[]) => Promise<void>;
  readonly receipts: (ref: string) => Promise<readonly Receipt[]>;
  readonly confirm: (ref: string, receipt: Receipt) => Promise<void>;
  /** Notes effects as expected. What was noted of one before stays. */
  readonly expect: (subject: Subject, effects: readonly PendingEffect[]) => Promise<void>;
  readonly expected: () => Promise<readonly ExpectedEffect[]>;
  /** Notes that a person was told of an expected effect. One that is not expected any more stays away. */
  readonly noteTold: (ref: string, effectId: string, at: string) => Promise<void>;
  readonly forget: (ref: string, effectId: string) => Promise<void>;
  /** How far the changes of a list have been read. */
  readonly cursor: (list: OutboxList) => Promise<string | undefined>;
  readonly moveCursor: (list: OutboxList, cursor: string) => Promise<void>;
}

/** The hash-chained audit log. Appending a known event id again changes nothing. */
export interface Audit {
  readonly append: (event: AuditEvent) => Promise<void>;
}

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

/** Capability links: leave to do one thing, by whoever holds the secret. */
export interface CapabilityLinks {
  /** Keeps a new link. */
  readonly keep: (link: CapabilityLink) => Promise<void>;
  readonly find: (linkId: string) => Promise<{ readonly link: CapabilityLink; readonly eTag: string } | undefined>;
  /** Writes a link that was found; false when somebody else wrote it since. */
  readonly save: (link: CapabilityLink, eTag: string) => Promise<boolean>;
  /** Links of a record that are neither over nor taken back. */
  readonly openOf: (
    scope: LinkScope,
    subject: string,
    now: string,
  ) => Promise<readonly { readonly link: CapabilityLink; readonly eTag: string }[]>;
}

/** A random secret and its hash; and whether a given secret has a hash, told in constant time. */
export interface Secrets {
  readonly make: () => { readonly id: string; readonly secret: string; readonly hash: string };
  readonly matches: (secret: string, hash: string) => boolean;
}

/** Whom the bot has welcomed: once in a lifetime, however often the app is installed. */
export interface Welcomes {
  /** Notes a person as welcomed; false when they are already. */
  readonly claim: (person: PersonId) => Promise<boolean>;
  /** Takes the note back: the welcome could not be sent. */
  readonly release: (person: PersonId) => Promise<void>;
}

/** Copies of what can be read again, so that a process that starts need not read it all. A lost or broken one costs time, never truth. */
export interface Snapshots {
  /** `undefined` when there is none. */
  readonly load: (name: string) => Promise<string | undefined>;
  readonly save: (name: string, content: string) => Promise<void>;
}

/** Hashes that the pure core may not compute itself (SHA-256, hex). */
export interface Hashes {
  readonly rate: (rate: Rate) => string;
  readonly text: (text: string) => string;
}

/** One line of the structured log: ids and enums only, never free text of a person. */
export interface Log {
  readonly event: (level: 'info' | 'warning' | 'error', name: string, ids: Readonly<Record<string, string | number | undefined>>) => void;
}

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

/** Everything outside, by role. */
export interface Ports {
  readonly clock: Clock;
  readonly callOffs: CallOffRegister;
  readonly providerChanges: RecordRegister<ProviderChange>;
  readonly providers: ProviderRegister;
  readonly directory: Directory;
  readonly buyers: BuyerRegister;
  readonly policies: Policies;
  readonly cards: Cards;
  readonly feed: ActivityFeed;
  readonly mail: Mail;
  readonly effects: Effects;
  readonly audit: Audit;
  readonly drafts: Drafts;
  readonly shortlists: Shortlists;
  readonly welcomes: Welcomes;
  readonly links: CapabilityLinks;
  readonly secrets: Secrets;
  readonly hashes: Hashes;
  readonly log: Log;
}

/** What imports need beside. */
export interface ImportPorts extends Pick<Ports, 'clock' | 'audit' | 'hashes' | 'log'> {
  readonly importRegister: ImportRegister;
  readonly importFiles: ImportFiles;
}
