/** What the audit chain says of notices. */
export const noticeActions = [
  'notice-written',
  'notice-changed',
  'notice-picture-set',
  'notice-picture-cleared',
  'notice-published',
  'notice-recalled',
  'notice-released',
  'notice-resent',
  'notice-withdrawn',
  'notice-discarded',
  'notice-expired',
] as const;
export type NoticeAction = (typeof noticeActions)[number];
