export const awardStatuses = [
  'proposed',
  'approved',
  'rejected',
  'standstill',
  'agreement-sent',
  'signed',
  'countersigned',
  'in-force',
  'set-aside',
] as const;
export type AwardStatus = (typeof awardStatuses)[number];
