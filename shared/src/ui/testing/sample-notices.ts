import type { ManagedNoticeReply } from '../../contract/managed-notices.ts';
import type { NoticeReply } from '../../contract/notices.ts';
import type { NoticeSendReply } from '../../contract/send-record.ts';
import { localDate } from '../../domain/days/local-date.ts';

const told = {
  ref: 'NO-4K7Q2M9XTC',
  title: 'Alternative provision: what comes next',
  body: 'A directory of quality assured providers will be available from September.\n\nSchools can buy from it at prices that are set for a period.',
  authorRole: 'SEND Commissioner',
  showUntil: localDate('2027-07-31'),
};

/** One green point. */
export const aPicture = {
  type: 'image/png',
  content: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
} as const;

/** A notice as its readers see it. */
export const aNotice: NoticeReply = {
  ...told,
  publishedAt: '2027-03-01T09:00:00Z',
  publisher: { name: 'Helen Strand', email: 'helen.strand@council.example' },
};

/** A notice as commissioners see it: a draft, or as told. */
export const aManagedNotice = (more: Partial<ManagedNoticeReply> = {}): ManagedNoticeReply => ({
  ...told,
  status: 'draft',
  audience: ['maintained-school', 'academy', 'provider'],
  author: 'Helen Strand',
  version: 1,
  takesPicture: true,
  reaches: 412,
  sends: { pending: 0, sending: 0, activity: 0, mail: 0, failed: 0 },
  history: [{ at: '2027-02-26T14:00:00Z', by: 'Helen Strand', what: 'Written' }],
  may: ['change-notice', 'publish-notice', 'discard-notice'],
  ...more,
});

export const aPublishedNotice = aManagedNotice({
  status: 'published',
  takesPicture: false,
  publishedAt: '2027-03-01T09:00:00Z',
  version: 2,
  sends: { pending: 0, sending: 0, activity: 380, mail: 30, failed: 2 },
  history: [
    { at: '2027-02-26T14:00:00Z', by: 'Helen Strand', what: 'Written' },
    { at: '2027-03-01T09:00:00Z', by: 'Helen Strand', what: 'Published' },
  ],
  may: ['resend-notice', 'withdraw-notice'],
});

export const sampleSends: readonly NoticeSendReply[] = [
  { name: 'Greenway Learning', state: 'mail', at: '2027-03-01T09:01:00Z' },
  { name: 'Martin Oakes', of: 'Ashdale School', state: 'activity', at: '2027-03-01T09:01:00Z' },
  { name: 'Priya Nair', of: 'Ashdale School', state: 'failed', reason: 'no-answer', at: '2027-03-01T09:02:00Z' },
];
