import { type OrderState, orderStates } from '../orders/order.ts';
import type { OrderHoldState } from '../quality/order-hold.ts';
import type { AttentionReason } from './attention.ts';
import { stateSentence } from './state-sentence.ts';

const request = { status: 'awaiting-approval' as const, waitingFor: [], providerName: 'Greenway Learning' };
const order = (orderState?: OrderState, told: Partial<Parameters<typeof stateSentence>[0]> = {}) =>
  stateSentence({ ...request, status: 'ordered', orderNumber: 'AP-000123', orderState, ...told });

describe('E38: a request says in a line who has it now, and since when', () => {
  test('while it waits', () => {
    expect(stateSentence(request)).toBe('Waiting for approval');
    expect(stateSentence({ ...request, waitingFor: ['Alex Head', 'Bo Deputy'] })).toBe('With Alex Head or Bo Deputy');
    expect(stateSentence({ ...request, waitingFor: ['Alex Head'], waitingSince: '2026-11-24T10:00:00Z' })).toBe(
      'With Alex Head since Tuesday 24 November 2026',
    );
  });

  test.each([
    ['returned', 'Sent back for changes'],
    ['rejected', 'Rejected'],
    ['withdrawn', 'Withdrawn'],
  ] as const)('once it is %s', (status, sentence) => expect(stateSentence({ ...request, status })).toBe(sentence));

  test('every state of its order, of which none is called confirmed', () => {
    expect(orderStates.map((state) => order(state))).toEqual([
      'Order AP-000123 sent to the provider: waiting for its answer',
      'Order AP-000123 accepted by Greenway Learning',
      'Order AP-000123 declined by Greenway Learning',
      'Order AP-000123 could be taken by no provider',
      'Order AP-000123 is running at Greenway Learning',
      'Order AP-000123 is paused by the school',
      'Order AP-000123 ends: notice was given',
      'Order AP-000123 has ended',
      'Order AP-000123 is complete',
      'Order AP-000123 was cancelled before the start',
    ]);
    expect(order()).toBe('Order AP-000123 sent to the provider: waiting for its answer');
  });

  test.each<[OrderHoldState, string]>([
    ['asked', 'Order AP-000123 is on hold: the school decides what is to happen'],
    ['unanswered', 'Order AP-000123 is on hold: the school decides what is to happen'],
    ['paused', 'Order AP-000123 was paused by the school'],
    ['ended', 'Order AP-000123 was ended by the school'],
    ['continued', 'Order AP-000123 is running at Greenway Learning'],
  ])('a hold on its provider, %s', (holdState, sentence) => expect(order('active', { holdState })).toBe(sentence));

  test('a dearer change that waits, before where the order stands', () => {
    expect(order('active', { change: { waitingFor: ['Alex Head', 'Bo Deputy'] } })).toBe(
      'A change of order AP-000123 waits for Alex Head or Bo Deputy',
    );
  });

  test.each<[AttentionReason, string]>([
    ['order-not-sent', 'Order AP-000123 was not sent to the provider: waiting for the commissioning team'],
    ['message-not-sent', 'Order AP-000123 sent to the provider: waiting for its answer'],
  ])('an order that did not leave: %s', (needsAttention, sentence) => {
    expect(order('awaiting-provider', { needsAttention })).toBe(sentence);
    expect(order('accepted', { needsAttention })).toBe('Order AP-000123 accepted by Greenway Learning');
  });
});
