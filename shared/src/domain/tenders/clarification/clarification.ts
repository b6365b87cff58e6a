import type { TenderRecord } from '../record.ts';

export const clarificationStatuses = ['asked', 'answered', 'declined', 'withdrawn'] as const;
export type ClarificationStatus = (typeof clarificationStatuses)[number];

/** A question about a round. Who asked stays with the commissioners. */
export interface Clarification extends TenderRecord {
  readonly status: ClarificationStatus;
  readonly roundRef: string;
  readonly askedBy: string;
  readonly question: string;
  /** As every applicant reads it: a commissioner may put the question so that it gives nobody away. */
  readonly published?: PublishedClarification | undefined;
}

/** What every applicant is shown. */
export interface PublishedClarification {
  readonly question: string;
  readonly answer: string;
  readonly answeredAt: string;
}

/** What an applicant may see of the questions of a round: the answered ones without who asked, oldest first, and their own that wait. */
export const visibleTo = (
  clarifications: readonly Clarification[],
  providerRef: string,
): {
  readonly answered: readonly PublishedClarification[];
  readonly own: readonly { readonly ref: string; readonly question: string }[];
} => ({
  answered: clarifications
    .flatMap(({ published }) => published ?? [])
    .sort((a, b) => a.answeredAt.localeCompare(b.answeredAt) || a.question.localeCompare(b.question)),
  own: clarifications
    .filter(({ status, askedBy }) => status === 'asked' && askedBy === providerRef)
    .map(({ ref, question }) => ({ ref, question })),
});
