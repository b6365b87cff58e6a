/** What moves an order between its making and its end. `record-answer` has its own decision (answer-order.ts). */
export const orderCommands = [
  'record-answer',
  'offer-other',
  'remind-provider',
  'lapse-offer',
  'record-start-check',
  'start',
  'pause',
  'resume',
  'vary',
  'extend',
  'decide-change',
  'give-notice',
  'finish-notice',
  'end',
  'complete',
  'cancel',
] as const;
export type OrderCommandKind = (typeof orderCommands)[number];

/** What its school does with an order; the rest is the provider's, an approver's or the clock's. */
export const schoolOrderCommands = [
  'record-start-check',
  'start',
  'pause',
  'resume',
  'vary',
  'extend',
  'give-notice',
  'end',
  'complete',
  'cancel',
] as const satisfies readonly OrderCommandKind[];
export type SchoolOrderCommandKind = (typeof schoolOrderCommands)[number];
