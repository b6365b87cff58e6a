import { pence } from '../../domain/money.ts';
import { stateSentence } from '../../domain/state-sentence.ts';
import { callOff } from '../forms/testing/samples.ts';
import { approvalRoute } from './approval-route.ts';

const ordered = { status: 'ordered' as const, orderNumber: 'AP-000123', waitingFor: [] };

describe('a request in words', () => {
  it.each([
    [callOff({ waitingFor: ['Alex Head', 'Bo Deputy'] }), 'With Alex Head or Bo Deputy'],
    [callOff({ status: 'returned' }), 'Sent back for changes'],
    [callOff({ ...ordered, orderState: 'awaiting-provider' }), 'Order AP-000123 sent to the provider: waiting for its answer'],
    [
      callOff({ ...ordered, orderState: 'awaiting-provider', needsAttention: 'order-not-sent' }),
      'Order AP-000123 was not sent to the provider: waiting for the commissioning team',
    ],
    [
      callOff({ ...ordered, orderState: 'accepted', holdState: 'asked' }),
      'Order AP-000123 is on hold: the school decides what is to happen',
    ],
    [callOff({ ...ordered, orderState: 'accepted', holdState: 'paused' }), 'Order AP-000123 was paused by the school'],
    [callOff({ ...ordered, orderState: 'accepted' }), 'Order AP-000123 accepted by Greenway Learning'],
    [callOff({ ...ordered, orderState: 'unfilled' }), 'Order AP-000123 could be taken by no provider'],
    [
      callOff({
        ...ordered,
        orderState: 'active',
        change: { waitingFor: ['Alex Head'], net: pence(160_000), gross: pence(192_000), proposedBy: 'Sam Oduya' },
      }),
      'A change of order AP-000123 waits for Alex Head',
    ],
    [callOff({ ...ordered, orderState: 'active' }), 'Order AP-000123 is running at Greenway Learning'],
    [callOff({ ...ordered, orderState: 'paused' }), 'Order AP-000123 is paused by the school'],
    [callOff({ ...ordered, orderState: 'notice-given' }), 'Order AP-000123 ends: notice was given'],
    [callOff({ ...ordered, orderState: 'ended' }), 'Order AP-000123 has ended'],
    [callOff({ ...ordered, orderState: 'completed' }), 'Order AP-000123 is complete'],
    [callOff({ ...ordered, orderState: 'cancelled' }), 'Order AP-000123 was cancelled before the start'],
  ])('E38: says who has it now, and since when', (told, sentence) => expect(stateSentence(told)).toBe(sentence));

  it('names each approver in order', () => {
    const steps = [
      { kind: 'buyer' as const, approvers: ['A', 'B', 'C'] },
      { kind: 'council' as const, approvers: ['D'] },
    ];
    expect(approvalRoute(steps)).toBe('The school: A, B or C, then the council: D');
  });
});
