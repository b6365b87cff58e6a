import {
  aCallOff,
  aMembership,
  aProvider,
  head,
  noPlacements,
  officer,
  orderFacts,
  schoolMembers,
  senco,
} from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { type MemberRole, memberRoles } from '../people/membership.ts';
import { personKey } from '../people/person.ts';
import { acceptedOrder, declinedOrder, heldIn, lifeFacts, on, runningOrder, worksOf } from './order.fixture.ts';
import type { OrderState } from './order.ts';
import { approvedGross, changeOrder, openOrder, runsOrders, whyHeld, whyNotMoreOf, whyNotNote, whyNotReason } from './order-life.ts';
import type { OrderPlan } from './order-plan.ts';

const orderOf = ({ order }: CallOff) => {
  if (!order) throw new Error('There is no order.');
  return order;
};

describe("who moves a school's order", () => {
  const may = (roles: readonly MemberRole[], told = {}) => runsOrders(runningOrder(), [aMembership(senco, roles, told)], senco);

  test('whoever requests, approves or is a contact of the buyer', () => {
    expect(memberRoles.filter((role) => may([role]))).toEqual(['requester', 'approver', 'contact']);
    expect(may(['commissioner', 'contact'])).toBe(true);
  });

  test('nobody of another buyer, nobody who was only asked or has left, nobody by the role of a colleague', () => {
    expect(may(['requester'], { buyerRef: '113801' })).toBe(false);
    for (const status of ['asked', 'removed']) expect(may(['requester'], { status })).toBe(false);
    expect(runsOrders(runningOrder(), schoolMembers, officer)).toBe(false);
  });
});

describe('an order is open to a command', () => {
  const pause = (present: CallOff) => openOrder(present, 'pause', on('2027-01-26'), schoolMembers);

  test('on the day in London on which it is given', () => {
    const present = runningOrder();
    expect(pause(present)).toEqual({ ok: true, present, order: present.order, today: '2027-01-26' });
  });

  test('not before there is one', () => {
    const none = { code: 'order-not-in-this-state', detail: 'There is no order yet.' };
    expect(pause(aCallOff())).toMatchObject(none);
    expect(pause({ ...runningOrder(), status: 'awaiting-approval' })).toMatchObject(none);
    expect(pause({ ...runningOrder(), order: undefined })).toMatchObject(none);
  });

  test('R19: not once its school has ended it because of a hold, though no provider had taken it', () => {
    const next = (present: CallOff) => openOrder(present, 'offer-next', on('2026-11-25'), schoolMembers);
    expect(next(declinedOrder()).ok).toBe(true);
    expect(next(heldIn(declinedOrder(), 'continued')).ok).toBe(true);
    expect(next(heldIn(declinedOrder(), 'ended'))).toMatchObject({
      code: 'order-not-in-this-state',
      detail: 'The school has ended this order.',
    });
  });

  test.each<[OrderState, string]>([
    ['awaiting-provider', 'The provider has not answered order AP-000042 yet.'],
    ['accepted', 'The placement of order AP-000042 has not started yet.'],
    ['declined', 'The provider declined order AP-000042.'],
    ['unfilled', 'No provider could take order AP-000042.'],
    ['paused', 'The placement of order AP-000042 is paused.'],
    ['notice-given', 'Notice was given on order AP-000042: it can only be ended.'],
    ['ended', 'The placement of order AP-000042 has ended.'],
    ['completed', 'The placement of order AP-000042 is complete.'],
    ['cancelled', 'Order AP-000042 was cancelled.'],
  ])('one that is %s says why it cannot be paused', (state, detail) => {
    const present = runningOrder();
    expect(pause({ ...present, order: { ...orderOf(present), state } })).toMatchObject({ code: 'order-not-in-this-state', detail });
  });
});

test.each([
  ['running', undefined],
  ['asked', 'Decide first whether this placement goes on.'],
  ['unanswered', 'Decide first whether this placement goes on.'],
  ['continued', undefined],
  ['paused', 'The placement is paused because its provider was paused.'],
  ['ended', undefined],
] as const)('R19: a hold that is %s says: %s', (state, said) => {
  const held = whyHeld(heldIn(runningOrder(), state));
  if (said === undefined) expect(held).toBeUndefined();
  else expect(held).toMatchObject({ code: 'order-held', detail: expect.stringContaining(said) });
});

test('R40: a reason is asked for, a note is not, and neither names a pupil', () => {
  for (const text of [undefined, '', '  '])
    expect(whyNotReason(text, 'Enter why.')).toMatchObject({ code: 'comment-required', detail: 'Enter why.', field: '/reason' });
  expect(whyNotReason('Going well.', 'Enter why.')).toBeUndefined();
  expect(whyNotReason('Jack Smith is ill.', 'Enter why.', '/comment')).toMatchObject({ code: 'text-names-a-pupil', field: '/comment' });
  expect(whyNotNote(undefined, '/note')).toBeUndefined();
});

describe('who hears of a change', () => {
  const present = runningOrder();
  const order = orderOf(present);
  const told = { order, what: 'Something', action: 'order-varied' } as const;
  const audit = (by = senco) => ({ kind: 'record-audit', action: 'order-varied', actor: personKey(by) });

  test('nobody, where there is no news: it stands in the audit chain', () => {
    expect(worksOf(changeOrder(present, on('2027-01-26', { by: head }), told))).toStrictEqual([audit(head)]);
  });

  test('the provider of news, and whoever requested the placement of what a colleague did', () => {
    const news = { ...told, news: 'varied' } as const;
    expect(worksOf(changeOrder(present, on('2027-01-26'), news))).toStrictEqual([
      { kind: 'tell-provider-of-order', news: 'varied' },
      audit(),
    ]);
    expect(worksOf(changeOrder(present, on('2027-01-26', { by: head }), news))).toStrictEqual([
      { kind: 'tell-provider-of-order', news: 'varied' },
      { kind: 'tell-requester-of-order', news: 'varied' },
      audit(head),
    ]);
  });

  test('R34: the limits are settled anew where the plan is another, or the order is over', () => {
    const settles = (next: typeof order) =>
      worksOf(changeOrder(present, on('2027-01-26'), { ...told, order: next })).some(({ kind }) => kind === 'settle-ledgers');
    expect(settles({ ...order, state: 'paused' })).toBe(false);
    expect(settles({ ...order, plan: { ...present.price, parts: [] } })).toBe(true);
    expect(settles({ ...order, state: 'ended' })).toBe(true);
  });
});

describe('R12 to R19: whether more of a provider may be planned', () => {
  const present = acceptedOrder();
  const plan = (told: Partial<OrderPlan>): OrderPlan => ({ ...present.price, parts: [], ...told });
  const whyNot = (told: Partial<OrderPlan>, provider = orderFacts({ provider: aProvider({ status: 'suspended' }) })) =>
    whyNotMoreOf(present, plan(told), lifeFacts({ provider }), localDate('2027-01-08'));

  test('as much as now, or less, is asked of nobody', () => {
    expect(whyNot({})).toBeUndefined();
    expect(whyNot({ gross: pence(100_000), hoursPerWeek: 8 })).toBeUndefined();
  });

  test('more money asks, and more hours a week for no more money', () => {
    expect(whyNot({ gross: pence(144_001) })?.code).toBe('provider-not-active');
    expect(whyNot({ hoursPerWeek: 10.25 })?.code).toBe('provider-not-active');
    expect(whyNot({ gross: pence(144_001), hoursPerWeek: 20 }, orderFacts())).toBeUndefined();
  });

  test('R12: the threshold counts the days of the new plan, not those of the request', () => {
    const later = { from: localDate('2027-04-13'), to: localDate('2027-05-20'), pattern: present.request.pattern };
    const other = {
      buyerRef: '113801',
      pupilRef: 'P-1',
      hoursPerWeek: 25,
      compulsorySchoolAge: true,
      ehcPlan: false,
      lookedAfter: false,
      startDate: localDate('2027-04-12'),
      endDate: localDate('2027-07-01'),
    };
    const policy = { ...noPlacements.policy, fullTimeAbove: 18, pupils: 2 };
    const full = { ...orderFacts(), registration: { placements: [other], policy } };
    expect(whyNot({ gross: pence(200_000), hoursPerWeek: 20 }, full)).toBeUndefined();
    expect(whyNot({ gross: pence(200_000), hoursPerWeek: 20, parts: [later] }, full)?.code).toBe('registration-threshold');
  });
});

test('an order was approved up to the total of its request, or of its last dearer change', () => {
  const present = runningOrder();
  const after = (gross: number) => ({ ...present, order: { ...orderOf(present), approvedGross: pence(gross) } });
  expect([aCallOff(), present, after(192_000), after(100_000)].map(approvedGross)).toEqual([144_000, 144_000, 192_000, 144_000]);
});
