import { type CallOff, rememberCommand } from '../call-off/call-off.ts';
import { foldHistory, foldToFit, stateRoom } from '../call-off/call-off-room.ts';
import type { Accepted } from '../call-off/decision.ts';
import { type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { Effect } from '../effect.ts';
import { endedByHold } from '../orders/end-order.ts';
import { orderIsOver } from '../orders/order.ts';
import { plannedEnd } from '../orders/order-plan.ts';
import { type Refusal, refused } from '../refusal.ts';
import { decideOrderOnHold } from './decide-order-on-hold.ts';
import type { OrderHold } from './order-hold.ts';
import { type OrderHoldCommand, type OrderHoldFacts, type OrderOnHold, runningOrder } from './order-on-hold.ts';

/** Whether an order runs or is about to: a hold on its provider asks its buyer about it. One that its buyer has ended asks nobody any more. */
export const isLiveOrder = (callOff: CallOff, today: LocalDate): boolean =>
  callOff.status === 'ordered' &&
  callOff.order !== undefined &&
  !orderIsOver(callOff.order.state) &&
  plannedEnd(callOff) >= today &&
  callOff.hold?.state !== 'ended';

/** The order of a call-off as the machine of held orders sees it: its bookkeeping is the call-off's, for one write keeps both. */
export const orderOnHold = (callOff: CallOff): OrderOnHold => ({
  ...runningOrder(callOff.ref, callOff.request.buyerRef, callOff.requester),
  ...callOff.hold,
  version: callOff.version,
  history: callOff.history,
});

const holdOf = ({ state, holdRef, answerBy, answeredBy, answeredAt, reason, released, notice }: OrderOnHold): OrderHold => ({
  state,
  holdRef,
  answerBy,
  answeredBy,
  answeredAt,
  reason,
  released,
  notice,
});

/**
 * Moves the live order of a call-off when its provider is held and after (R19), in the call-off's own item: one version, one line of history and one
 * event of the audit chain each. What is asked of a buyer, and what it answers to protect a child, finds room where nothing else does.
 */
export const holdCallOff = (present: CallOff, command: OrderHoldCommand, facts: OrderHoldFacts): Accepted | Refusal => {
  const { order } = present;
  if (present.status !== 'ordered' || !order || (orderIsOver(order.state) && present.hold?.state !== 'ended'))
    return refused('not-in-this-state', 'There is no order that could be on hold.');
  const decided = decideOrderOnHold(orderOnHold(present), command, facts);
  if (!decided.ok) return decided;
  const asked: readonly Effect[] = decided.effects;
  const { version } = decided.state;
  const isEnded = decided.state.state === 'ended';
  // What the order took of the limits is freed with it.
  const settle = { kind: 'settle-ledgers', id: `${present.ref}-v${version}-${asked.length}`, version, madeAt: command.now } as const;
  const effects = isEnded ? [...asked, settle] : asked;
  const ended = isEnded ? { order: endedByHold(present, order, toLondonDate(command.now), facts.termDates) } : {};
  const changed: CallOff = {
    ...present,
    ...ended,
    hold: holdOf(decided.state),
    version,
    history: decided.state.history,
    lastCommands: rememberCommand(present.lastCommands, command.id),
    outbox: [...present.outbox.filter(({ id }) => !command.receipted.has(id)), ...effects],
  };
  const state = foldToFit(changed) ?? (command.kind === 'continue' ? undefined : foldHistory(changed, stateRoom));
  return state
    ? { ok: true, state, effects }
    : refused('record-full', 'There is no room left in this record. The order can still be paused or ended.');
};
