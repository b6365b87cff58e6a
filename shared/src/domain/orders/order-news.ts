/** What the provider and whoever requested are told of a running order. */
export const orderNews = [
  'started',
  'paused',
  'resumed',
  'varied',
  'extended',
  'change-refused',
  'change-escalated',
  'notice-given',
  'ended',
  'completed',
  'cancelled',
] as const;
export type OrderNews = (typeof orderNews)[number];
