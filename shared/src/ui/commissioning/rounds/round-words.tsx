import type { ApplicationStatus } from '../../../domain/tenders/application/application.ts';
import type { ClarificationStatus } from '../../../domain/tenders/clarification/clarification.ts';
import type { RoundStatus } from '../../../domain/tenders/round/round-status.ts';

export const roundStatusWords: Readonly<Record<RoundStatus, string>> = {
  draft: 'Being planned',
  published: 'Published, not open yet',
  open: 'Open for applications',
  closed: 'Closed',
  cancelled: 'Cancelled',
};

const applicationWords: Readonly<Record<ApplicationStatus, string>> = {
  draft: 'begun',
  submitted: 'sent',
  withdrawn: 'withdrawn',
  'in-evaluation': 'in evaluation',
  lapsed: 'not sent in time',
};

/** '3 sent, 1 withdrawn'. */
export const countsWords = (counts: Readonly<Partial<Record<ApplicationStatus, number>>>): string =>
  (Object.entries(counts) as [ApplicationStatus, number][])
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${applicationWords[status]}`)
    .join(', ') || 'None';

export const clarificationWords: Readonly<Record<ClarificationStatus, string>> = {
  asked: 'Waits for an answer',
  answered: 'Answered to everybody',
  declined: 'Declined',
  withdrawn: 'Taken back',
};
