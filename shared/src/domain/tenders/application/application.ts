import type { TenderRecord } from '../record.ts';
import type { Answers } from '../round/answer.ts';
import type { Declaration } from './declaration.ts';
import type { Offer } from './offer.ts';

export const applicationStatuses = ['draft', 'submitted', 'withdrawn', 'in-evaluation', 'lapsed'] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** How an applicant is reached, and its number in a public register. */
export interface ApplicantContact {
  readonly email: string;
  readonly registryNumber: string;
}

/** What one provider sends to one round: for which lots, its answers, its prices, its declaration. How each lot fares is a record of its own. */
export interface Application extends TenderRecord {
  readonly status: ApplicationStatus;
  readonly roundRef: string;
  readonly frameworkRef: string;
  readonly providerRef: string;
  readonly providerName: string;
  /** Where its applicant is told what becomes of it: the address that the link was mailed to. */
  readonly contact: ApplicantContact;
  readonly lotKeys: readonly string[];
  readonly answers: Answers;
  readonly offers: readonly Offer[];
  readonly declaration?: Declaration | undefined;
  readonly submittedAt?: string | undefined;
}

/** The one application of a provider to a round: the same ref for a second one, so that a unique column refuses it. */
export const applicationRef = (roundRef: string, providerRef: string): string => `AP-${roundRef}-${providerRef}`;
