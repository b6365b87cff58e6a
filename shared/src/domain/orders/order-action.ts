/** What the audit chain says of an order between its acceptance and its end. */
export const orderActions = [
  'order-other-offered',
  'provider-reminded',
  'order-unfilled',
  'order-passed-on',
  'start-check-recorded',
  'order-started',
  'order-break-begun',
  'order-break-over',
  'order-varied',
  'order-extended',
  'order-change-proposed',
  'order-change-approved',
  'order-change-passed-on',
  'order-change-refused',
  'order-notice-given',
  'order-notice-over',
  'order-ended-early',
  'order-completed',
  'order-cancelled',
] as const;
export type OrderAction = (typeof orderActions)[number];
