import type { AuditEvent } from '@ap/shared/domain/audit-event';
import type { SentCard } from './messages.ts';

/** The lists, and the table, whose items carry an outbox of effects. */
export const outboxLists = [
  'CallOffs',
  'Sessions',
  'Reviews',
  'Enquiries',
  'Notices',
  'Events',
  'Surveys',
  'SurveyResponses',
  'Invoices',
  'OffFramework',
  'ProviderChanges',
  'QaChecks',
  'ProviderStandings',
  'Visits',
  'OwnChecks',
  'Concerns',
  'Frameworks',
  'ApplicationRounds',
  'Clarifications',
  'Applications',
  'ApplicationLots',
  'EvaluationScores',
  'LotRankings',
  'Awards',
  'PriceBooks',
  'Ledgers',
  'BlockPurchases',
  // A table of the storage, not a list: each row is a person's own.
  'SavedSearches',
] as const;

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
  /** Messages that a person asked for: what is too old is performed all the same. */
  readonly enqueueByHand: (subject: Subject, effects: readonly Pick<PendingEffect, 'id'>[]) => Promise<void>;
  readonly receipts: (ref: string) => Promise<readonly Receipt[]>;
  readonly confirm: (ref: string, receipt: Receipt) => Promise<void>;
  /** Takes a receipt back, so that the effect is tried again. */
  readonly withdraw: (ref: string, effectId: string) => Promise<void>;
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
