/** What the audit chain says of events. */
export const eventActions = [
  'event-written',
  'event-recorded',
  'event-changed',
  'event-published',
  'event-discarded',
  'event-places-booked',
  'event-places-booked-for-provider',
  'event-places-given-back',
  'event-booking-released',
  'event-cancelled',
  'event-ended',
  'event-attendance-recorded',
] as const;
export type EventAction = (typeof eventActions)[number];
