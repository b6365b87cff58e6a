import { leadsTo, type Transition } from '../machine/transition.ts';
import type { CallOff, CallOffStatus } from './call-off.ts';

/** What is done to a call-off until it is ordered, and when it goes to another provider. What is done to an order: `orders/order-machine.ts`. */
export type CallOffCommandKind = 'submit' | 'decide' | 'resubmit' | 'withdraw' | 'undo-withdrawal' | 'note-paused' | 'offer-next';

/** Which command leads a call-off where. What is not listed is refused; who may give a command, and what else must hold, says the function that decides it. */
export const callOffTable: readonly Transition<CallOffStatus | 'none', CallOffCommandKind>[] = [
  { from: 'none', command: 'submit', to: ['awaiting-approval'] },
  // An approval that is not the last one passes it on to the next approver.
  { from: 'awaiting-approval', command: 'decide', to: ['awaiting-approval', 'ordered', 'rejected', 'returned'] },
  { from: 'awaiting-approval', command: 'withdraw', to: ['withdrawn'] },
  { from: 'awaiting-approval', command: 'note-paused', to: ['awaiting-approval'] },
  { from: 'returned', command: 'resubmit', to: ['awaiting-approval'] },
  { from: 'returned', command: 'withdraw', to: ['withdrawn'] },
  // It stands where it stood.
  { from: 'withdrawn', command: 'undo-withdrawal', to: ['awaiting-approval', 'returned'] },
  // Where its approval speaks for the next provider too, it is ordered at once.
  { from: 'ordered', command: 'offer-next', to: ['awaiting-approval', 'ordered'] },
];

/** Whether the table lists a command for where a call-off stands. */
export const statusAllows = ({ status }: Pick<CallOff, 'status'>, command: CallOffCommandKind): boolean =>
  leadsTo(callOffTable, status, command).length > 0;
