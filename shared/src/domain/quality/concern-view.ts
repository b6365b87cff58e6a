import type { Concern, ConcernOutcome } from './concern.ts';
import type { ConcernCategory, ConcernSeverity } from './concern-category.ts';
import type { ConcernStatus } from './concern-status.ts';
import { type PausedNotice, pausedNotice } from './paused-notice.ts';
import type { ProviderStanding } from './provider-standing.ts';

/** What the reporter is shown of their own concern: that it arrived and where it stands. Not who else reported, nor how it ended in words. */
export interface ConcernForReporter {
  readonly ref: string;
  readonly providerRef: string;
  readonly reportedAt: string;
  readonly status: 'received' | 'being-looked-into' | 'closed';
}

/** What a commissioner's list shows; the text and the reporter are on the page of the one concern, for those who may open it. */
export interface ConcernForCommissioners {
  readonly ref: string;
  readonly providerRef: string;
  readonly status: ConcernStatus;
  readonly category: ConcernCategory;
  readonly severity: ConcernSeverity;
  readonly reportedAt: string;
  readonly leadRef?: string | undefined;
  readonly joined: readonly string[];
  readonly ordersPaused: boolean;
  readonly ladoReferred: boolean;
  readonly outcome?: ConcernOutcome | undefined;
}

export const concernForReporter = (concern: Concern): ConcernForReporter => ({
  ref: concern.ref,
  providerRef: concern.providerRef,
  reportedAt: concern.reportedAt,
  status: concern.status === 'closed' ? 'closed' : concern.status === 'under-enquiry' ? 'being-looked-into' : 'received',
});

export const concernForCommissioners = (concern: Concern): ConcernForCommissioners => ({
  ref: concern.ref,
  providerRef: concern.providerRef,
  status: concern.status,
  category: concern.category,
  severity: concern.severity,
  reportedAt: concern.reportedAt,
  leadRef: concern.leadRef,
  joined: concern.joined,
  ordersPaused: concern.pausedBy !== undefined,
  ladoReferred: concern.ladoReferral !== undefined,
  outcome: concern.outcome,
});

/**
 * What any other school learns of concerns about a provider: nothing but the fixed sentence, and that only while the provider is held. It is made from
 * the provider's standing, so no part of a concern can get into it.
 */
export const concernForBuyers = (standing: ProviderStanding, phone: string | undefined): PausedNotice | undefined =>
  pausedNotice(standing, phone);
