import { callOff } from '../forms/testing/samples.ts';
import { deliverySentence } from './delivery-sentence.ts';
import { timelineOf } from './timeline.ts';

const sentAt = '2027-03-01T14:15:00Z';
const decidedAt = '2027-04-06T13:15:00Z';
const sent = { at: sentAt, by: 'Sam Oduya', what: 'Request sent for approval' };
const approvedBySchool = {
  kind: 'buyer' as const,
  state: 'decided' as const,
  approvers: ['Alex Head'],
  verdict: 'approve' as const,
  by: 'Alex Head',
  at: decidedAt,
  channel: 'card' as const,
  comment: 'Go ahead.',
};
const council = { kind: 'council' as const, state: 'open' as const, approvers: ['Chris Officer'] };
const atSecondStep = callOff({
  steps: [approvedBySchool, council],
  openStep: 1,
  waitingFor: ['Chris Officer'],
  waitingSince: decidedAt,
  history: [sent, { at: decidedAt, by: 'Alex Head', what: 'Approved: passed to the next approver', comment: 'Go ahead.' }],
});
const ordered = { status: 'ordered' as const, orderNumber: 'AP-000123', waitingFor: [], steps: [approvedBySchool], openStep: -1 };

describe('the way of a request', () => {
  it("E38: tells who did what and when by London's clock, with whom it is now and since when, and what comes then", () => {
    expect(timelineOf(atSecondStep)).toEqual({
      past: [
        { what: 'Request sent for approval', who: 'Sam Oduya, Monday 1 March 2027 at 2:15pm' },
        {
          what: 'Approved: passed to the next approver',
          who: 'Alex Head, for the school, in Teams chat, Tuesday 6 April 2027 at 2:15pm',
          comment: 'Go ahead.',
        },
      ],
      now: {
        what: 'With Chris Officer since Tuesday 6 April 2027',
        notes: ['Decides for the council. Needs a decision by Monday 12 April 2027, the first day.'],
      },
      next: ['Then the order goes to Greenway Learning.'],
    });
  });

  it('names the steps that are still to come, in order', () => {
    const steps = [
      { kind: 'buyer' as const, state: 'open' as const, approvers: ['A', 'B'] },
      { kind: 'council' as const, state: 'waiting' as const, approvers: ['C', 'D'] },
    ];
    expect(timelineOf(callOff({ steps })).next).toEqual([
      'Then C or D decides for the council.',
      'Then the order goes to Greenway Learning.',
    ]);
  });

  it('says that a request that was sent back is with its requester', () => {
    const told = timelineOf(
      callOff({
        status: 'returned',
        waitingFor: [],
        openStep: -1,
        steps: [
          { ...approvedBySchool, verdict: 'return' },
          { ...council, state: 'waiting' },
        ],
      }),
    );
    expect(told.now?.what).toBe('With Sam Oduya since Tuesday 6 April 2027');
    expect(told.next).toEqual(['Then every step is decided afresh.']);
  });

  it('says that an order is with the provider', () => {
    expect(timelineOf(callOff({ ...ordered, orderState: 'awaiting-provider' }))).toMatchObject({
      now: { what: 'Order AP-000123 sent to the provider: waiting for its answer' },
      next: ['Then its answer is recorded here.'],
    });
  });

  it.each([
    [
      'accepted',
      'Order AP-000123 accepted by Greenway Learning',
      ['Then the school records what the start needs, and that the pupil has started.'],
    ],
    ['active', 'Order AP-000123 is running at Greenway Learning', []],
    ['paused', 'Order AP-000123 is paused by the school', ['Then the school takes the placement up again, or ends it.']],
    ['notice-given', 'Order AP-000123 ends: notice was given', []],
  ] as const)('says how an order stands of which more is to come: %s', (orderState, what, next) =>
    expect(timelineOf(callOff({ ...ordered, orderState }))).toMatchObject({ now: { what, notes: [] }, next }),
  );

  it.each(['declined', 'unfilled', 'ended', 'completed', 'cancelled'] as const)('ends with what happened last: %s', (orderState) => {
    const told = timelineOf(callOff({ ...ordered, orderState }));
    expect([told.now, told.next]).toEqual([undefined, []]);
  });

  it('promises nothing of an order while a hold on its provider waits for the school', () => {
    const hold = { state: 'asked' as const, answerBy: '2027-03-04T10:00:00Z', may: [] };
    expect(timelineOf(callOff({ ...ordered, orderState: 'accepted', hold })).next).toEqual([]);
  });

  it('tells why an order is held once, where it is held', () => {
    const since = '2027-04-06T14:00:00Z';
    const told = timelineOf(
      callOff({
        ...ordered,
        orderState: 'awaiting-provider',
        needsAttention: 'order-not-sent',
        attention: [{ reason: 'order-not-sent', since, detail: 'A check has lapsed.' }],
        history: [
          sent,
          { at: since, by: 'AP Framework', what: 'Order not sent to the provider', comment: 'A check has lapsed. Do not start.' },
        ],
      }),
    );
    expect(told.past[1]).toEqual({ what: 'Order not sent to the provider', who: 'AP Framework, Tuesday 6 April 2027 at 3pm' });
    expect(told.now?.what).toBe('Order AP-000123 was not sent to the provider: waiting for the commissioning team');
    expect(told.next).toEqual([]);
  });

  it.each(['rejected', 'withdrawn'] as const)('ends when it is %s', (status) => {
    const told = timelineOf(callOff({ status, waitingFor: [], openStep: -1 }));
    expect([told.now, told.next]).toEqual([undefined, []]);
  });

  it('counts the entries that were folded', () => {
    const history = [
      { at: '2026-11-24T10:00:00Z', by: 'Sam Senco', what: 'Earlier entries', folded: 12 },
      { at: '2026-11-25T10:00:00Z', by: 'Alex Head', what: 'Sent back for changes' },
    ];
    expect(timelineOf(callOff({ history })).past).toEqual([
      { what: '12 earlier entries', who: 'Up to Tuesday 24 November 2026 at 10am. The commissioning team can still see them' },
      { what: 'Sent back for changes', who: 'Alex Head, Wednesday 25 November 2026 at 10am' },
    ]);
  });
});

it('says nothing about a delivery that went well, and all about one that did not', () => {
  expect(deliverySentence({ name: 'Alex Head', card: 'sent', mail: 'sent' })).toBe('');
  expect(deliverySentence({ name: 'Alex Head', card: 'not-sent', mail: 'not-sent' })).toBe(
    'The card to Alex Head could not be sent. The e-mail could not be sent either: tell them yourself.',
  );
});
