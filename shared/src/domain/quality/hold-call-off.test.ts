import { aCallOff } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { addDays } from '../days/local-date.ts';
import { declinedOrder, runningOrder } from '../orders/order.fixture.ts';
import type { OrderState } from '../orders/order.ts';
import { plannedEnd } from '../orders/order-plan.ts';
import { isLiveOrder } from './hold-call-off.ts';
import { answersTo, type OrderHold } from './order-hold.ts';

const running = runningOrder();
const last = plannedEnd(running);
const inState = (state: OrderState): CallOff => ({ ...running, order: { ...(running.order as NonNullable<CallOff['order']>), state } });

describe('R19: which orders a hold on their provider is asked about', () => {
  test('one that runs or is about to, up to its last planned day', () => {
    expect(isLiveOrder(running, last)).toBe(true);
    expect(isLiveOrder(running, addDays(last, 1))).toBe(false);
    expect(isLiveOrder(inState('awaiting-provider'), last)).toBe(true);
    expect(isLiveOrder(inState('paused'), last)).toBe(true);
  });

  test('not one that is over or came to nothing, nor a request', () => {
    for (const state of ['ended', 'completed', 'cancelled', 'declined'] as const) expect(isLiveOrder(inState(state), last)).toBe(false);
    expect(isLiveOrder(declinedOrder(), last)).toBe(false);
    expect(isLiveOrder(aCallOff(), last)).toBe(false);
    expect(isLiveOrder({ ...running, status: 'awaiting-approval' }, last)).toBe(false);
    expect(isLiveOrder({ ...running, order: undefined }, last)).toBe(false);
  });

  test('not one that its buyer ended because of a hold', () => {
    expect(isLiveOrder({ ...running, hold: { state: 'ended' } }, last)).toBe(false);
    expect(isLiveOrder({ ...running, hold: { state: 'continued' } }, last)).toBe(true);
  });
});

test.each<[string, OrderHold | undefined, readonly string[]]>([
  ['nothing was asked', undefined, []],
  ['the provider takes orders again', { state: 'running' }, []],
  ['it was ended', { state: 'ended' }, []],
  ['it was asked', { state: 'asked' }, ['continue', 'pause', 'end']],
  ['nobody answered', { state: 'unanswered' }, ['continue', 'pause', 'end']],
  ['it goes on', { state: 'continued' }, ['pause', 'end']],
  ['it is paused', { state: 'paused' }, ['continue', 'end']],
  ['it is paused and every hold is gone', { state: 'paused', released: true }, ['resume', 'end']],
])('what a school can answer when %s', (_, hold, answers) => {
  expect(answersTo(hold)).toEqual(answers);
});
