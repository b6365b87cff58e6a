import { stateSentence } from '../../domain/state-sentence.ts';
import { callOff } from '../forms/testing/samples.ts';
import { stepSentence } from './ApprovalSteps.tsx';
import { approvalRoute } from './approval-route.ts';
import { deliverySentence } from './DeliveryNotes.tsx';

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
    [callOff({ ...ordered, orderState: 'accepted' }), 'Order AP-000123 accepted by Greenway Learning'],
  ])('E38: says who has it now, and since when', (told, sentence) => expect(stateSentence(told)).toBe(sentence));

  it('names each approver in order', () => {
    const steps = [
      { kind: 'buyer' as const, approvers: ['A', 'B', 'C'] },
      { kind: 'council' as const, approvers: ['D'] },
    ];
    expect(approvalRoute(steps)).toBe('The school: A, B or C, then the council: D');
  });

  it("gives a decision its name and time by London's clock", () => {
    const decided = {
      kind: 'buyer' as const,
      state: 'decided' as const,
      approvers: [],
      verdict: 'approve' as const,
      by: 'Alex Head',
      at: '2027-04-06T13:15:00Z',
      channel: 'card' as const,
    };
    expect(stepSentence(decided)).toBe('The school: Approved by Alex Head on Tuesday 6 April 2027 at 2:15pm, in Teams chat');
  });

  it('says nothing about a delivery that went well, and all about one that did not', () => {
    expect(deliverySentence({ name: 'Alex Head', card: 'sent', mail: 'sent' })).toBe('');
    expect(deliverySentence({ name: 'Alex Head', card: 'not-sent', mail: 'not-sent' })).toBe(
      'The card to Alex Head could not be sent. The e-mail could not be sent either: tell them yourself.',
    );
  });
});
