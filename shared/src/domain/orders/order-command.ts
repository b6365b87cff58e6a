/** What a school does with its order; the rest is the provider's, an approver's or the clock's. */
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
  'see-setting-change',
] as const;
export type SchoolOrderCommandKind = (typeof schoolOrderCommands)[number];

/** What moves an order between its making and its end. */
export const orderCommands = [
  'record-answer',
  'offer-other',
  'remind-provider',
  'lapse-offer',
  'offer-next',
  'note-none-left',
  ...schoolOrderCommands,
  'decide-change',
  'note-setting-change',
  'finish-notice',
] as const;
export type OrderCommandKind = (typeof orderCommands)[number];
