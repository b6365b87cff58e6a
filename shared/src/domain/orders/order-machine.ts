import type { OrderState } from '../order.ts';
import type { Transition } from '../transition.ts';

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

/** Any pair that is not listed is refused. A change that costs more than was approved leaves the state as it is. */
export const orderTable: readonly Transition<OrderState, OrderCommandKind>[] = [
  { from: 'awaiting-provider', command: 'record-answer', to: ['accepted', 'declined'] },
  { from: 'awaiting-provider', command: 'offer-other', to: ['awaiting-provider'] },
  { from: 'awaiting-provider', command: 'remind-provider', to: ['awaiting-provider'] },
  { from: 'awaiting-provider', command: 'lapse-offer', to: ['unfilled'] },
  { from: 'awaiting-provider', command: 'cancel', to: ['cancelled'] },
  { from: 'accepted', command: 'record-start-check', to: ['accepted'] },
  { from: 'accepted', command: 'start', to: ['active'] },
  { from: 'accepted', command: 'vary', to: ['accepted'] },
  { from: 'accepted', command: 'decide-change', to: ['accepted'] },
  { from: 'accepted', command: 'cancel', to: ['cancelled'] },
  { from: 'active', command: 'pause', to: ['paused'] },
  { from: 'active', command: 'vary', to: ['active'] },
  { from: 'active', command: 'extend', to: ['active'] },
  { from: 'active', command: 'decide-change', to: ['active'] },
  { from: 'active', command: 'give-notice', to: ['notice-given'] },
  { from: 'active', command: 'end', to: ['ended'] },
  { from: 'active', command: 'complete', to: ['completed'] },
  { from: 'paused', command: 'resume', to: ['active'] },
  { from: 'paused', command: 'give-notice', to: ['notice-given'] },
  { from: 'paused', command: 'end', to: ['ended'] },
  { from: 'notice-given', command: 'finish-notice', to: ['ended'] },
  { from: 'notice-given', command: 'end', to: ['ended'] },
];
