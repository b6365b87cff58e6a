import {
  aBuyer,
  accepted,
  aMembership,
  chair,
  deputy,
  facts,
  head,
  officers,
  refusal,
  schoolMembers,
  senco,
  stranger,
} from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { approvalFacts } from '../call-off/submit-call-off.ts';
import { localDate } from '../days/local-date.ts';
import { extendOrder } from '../orders/change-order.ts';
import { decideOrderChange } from '../orders/decide-order-change.ts';
import { aDearerChange, lifeFacts, on, runningOrder, threeDays } from '../orders/order.fixture.ts';
import type { PlanPart } from '../orders/order-plan.ts';
import type { Membership } from '../people/membership.ts';
import { personKey, theProduct } from '../people/person.ts';
import { type ApprovalClockFacts, approvalDue, defaultApprovalTimes, runApprovalClock } from './approval-clock.ts';
import type { ApprovalStep } from './approval-step.ts';
import { waitingStep } from './waiting-step.ts';

const proposed = (from = '2027-03-02', by = senco): CallOff => aDearerChange({ from, by });
const clockFacts = (told: Partial<ApprovalClockFacts> = {}): ApprovalClockFacts => ({
  buyer: aBuyer(),
  buyerMembers: schoolMembers,
  councilMembers: officers,
  times: defaultApprovalTimes,
  ...told,
});
const at = (day: string) => `${day}T10:00:00Z`;
const dueOn = (callOff: CallOff, day: string, told: Partial<ApprovalClockFacts> = {}) =>
  approvalDue(callOff, clockFacts(told), at(day))?.kind;
const run = (callOff: CallOff, day: string, told: Partial<ApprovalClockFacts> = {}) =>
  runApprovalClock(callOff, { ...on(day, { by: theProduct, id: `clock-${day}` }) }, clockFacts(told));
const decides = (callOff: CallOff, day: string, by: typeof head, members: readonly Membership[] = schoolMembers) =>
  decideOrderChange(
    callOff,
    { ...on(day, { by }), approve: true, channel: 'page', seen: { change: 1, step: 0 } },
    lifeFacts({ buyerMembers: members, approval: { ...approvalFacts(facts()), buyerMembers: members } }),
  );
const openOf = (callOff: CallOff) => callOff.order?.change?.steps[0];

describe('R43: a dearer change of an order waits for nobody for ever', () => {
  test('after two school days its approvers are reminded once, after four the next in line is asked', () => {
    const present = proposed();
    expect(dueOn(present, '2027-01-29')).toBeUndefined();
    const reminding = accepted(run(present, '2027-02-01'));
    expect(
      reminding.effects.map((effect) => [effect.kind, 'to' in effect ? effect.to : '', 'change' in effect ? effect.change : '']),
    ).toEqual([
      ['remind-approver', personKey(head), 1],
      ['remind-approver', personKey(deputy), 1],
      ['record-audit', '', ''],
    ]);
    expect(dueOn(reminding.state, '2027-02-02')).toBeUndefined();
    const { state, effects } = accepted(run(reminding.state, '2027-02-03'));
    expect(openOf(state)).toMatchObject({ state: 'open', approvers: [head, deputy, chair] });
    expect(state.history.at(-1)?.what).toBe(`Change of the order: Passed on to ${chair.name}, as nobody had decided`);
    expect(effects).toMatchObject([
      { kind: 'ask-approver-of-change', to: personKey(chair), change: 1, step: 0 },
      { kind: 'tell-requester-of-order', news: 'change-escalated' },
      { kind: 'record-audit', action: 'approval-escalated' },
    ]);
    expect(dueOn(state, '2027-02-26')).toBeUndefined();
    expect(refusal(run(state, '2027-02-26')).code).toBe('call-off-not-open');
  });

  test('the next in line may decide what was passed on to them, and not before', () => {
    expect(refusal(decides(proposed(), '2027-02-01', chair)).code).toBe('not-an-approver');
    const passedOn = accepted(run(proposed(), '2027-02-03')).state;
    expect(accepted(decides(passedOn, '2027-02-04', chair)).state.order).toMatchObject({
      change: undefined,
      plan: { parts: [{}, { from: '2027-03-02' }] },
    });
  });

  test('half-term does not count for a school, and does for a department', () => {
    const present = { ...proposed(), order: proposed().order };
    const change = present.order?.change;
    if (!present.order || !change) throw new Error('There is no change.');
    const late = { ...present, order: { ...present.order, change: { ...change, proposedAt: at('2027-02-12') } } };
    expect(dueOn(late, '2027-02-18')).toBeUndefined();
    expect(dueOn(late, '2027-02-18', { buyer: aBuyer({ type: 'council-department' }) })).toBe('escalate');
  });

  test('it is passed on in time for the first day that is planned otherwise', () => {
    expect(waitingStep(proposed('2027-02-02'))?.firstDay).toBe('2027-02-02');
    expect(dueOn(proposed('2027-02-02'), '2027-01-28')).toBeUndefined();
    expect(dueOn(proposed('2027-02-02'), '2027-01-29')).toBe('escalate');
  });

  test('an extension counts from the day after the present last one', () => {
    const extended = accepted(
      extendOrder(runningOrder(), { ...on('2027-03-01'), endDate: localDate('2027-03-25'), reason: 'Going well.' }, lifeFacts()),
    ).state;
    expect(waitingStep(extended)?.firstDay).toBe('2027-03-19');
  });

  const week = (from: string, to: string, pattern: PlanPart['pattern'] = threeDays): PlanPart => ({
    from: localDate(from),
    to: localDate(to),
    pattern,
  });
  const twoDays = { ...threeDays, days: ['tue', 'wed'] } as const;
  test.each<[string, readonly PlanPart[], readonly PlanPart[], string]>([
    [
      'other days of the week, from the first on',
      [week('2027-02-02', '2027-03-18', twoDays)],
      [week('2027-02-02', '2027-03-18')],
      '2027-02-02',
    ],
    ['an earlier first day', [week('2027-02-09', '2027-03-18')], [week('2027-02-02', '2027-03-18')], '2027-02-02'],
    [
      'one part more',
      [week('2027-02-02', '2027-02-11')],
      [week('2027-02-02', '2027-02-11'), week('2027-03-02', '2027-03-18')],
      '2027-03-02',
    ],
    [
      'the second part, not the first',
      [week('2027-02-02', '2027-02-11'), week('2027-03-02', '2027-03-11')],
      [week('2027-02-02', '2027-02-11'), week('2027-03-02', '2027-03-18')],
      '2027-03-12',
    ],
    [
      'an earlier last day, and more afterwards',
      [week('2027-02-02', '2027-03-11', twoDays)],
      [week('2027-02-02', '2027-02-25', twoDays), week('2027-02-26', '2027-03-18')],
      '2027-02-26',
    ],
  ])('the first day that a change makes otherwise: %s', (_, before, after, firstDay) => {
    const callOff = proposed();
    const { order } = callOff;
    if (!order?.change) throw new Error('There is no change.');
    const { plan } = order.change;
    const changed = {
      ...callOff,
      order: { ...order, plan: { ...plan, parts: before }, change: { ...order.change, plan: { ...plan, parts: after } } },
    };
    expect(waitingStep(changed)?.firstDay).toBe(firstDay);
  });

  test('with nobody next in line the commissioners are told', () => {
    const { effects } = accepted(run(proposed(), '2027-02-03', { buyer: aBuyer({ fallbackApprover: undefined }) }));
    expect(effects.map(({ kind }) => kind)).toContain('tell-of-waiting');
  });

  test('whoever proposed it is not the next in line', () => {
    const present = proposed();
    const { order } = present;
    if (!order?.change) throw new Error('There is no change.');
    const byChair = { ...present, order: { ...order, change: { ...order.change, proposedBy: chair } } };
    expect(approvalDue(byChair, clockFacts(), at('2027-02-03'))).toEqual({ kind: 'escalate', to: undefined });
  });

  test('a change that was decided, or whose order has ended, asks nobody', () => {
    const done = accepted(decides(proposed(), '2027-01-29', head)).state;
    expect(waitingStep(done)).toBeUndefined();
    const present = proposed();
    if (!present.order) throw new Error('There is no order.');
    expect(waitingStep({ ...present, order: { ...present.order, state: 'ended' } })).toBeUndefined();
    expect(waitingStep({ ...present, status: 'rejected', order: undefined })).toBeUndefined();
  });

  test('of a change in two steps the second waits once the first is decided, and the first stays as it was', () => {
    const present = proposed();
    const [open] = present.order?.change?.steps ?? [];
    if (!present.order?.change || open?.state !== 'open') throw new Error('Nothing waits.');
    const first: ApprovalStep = { ...open, state: 'decided', verdict: 'approve', by: head, at: at('2027-01-29'), channel: 'page' };
    const second = { ...present, order: { ...present.order, change: { ...present.order.change, steps: [first, open] } } };
    expect(waitingStep(second)).toMatchObject({ at: 1, step: open });
    expect(accepted(run(second, '2027-02-02')).state.order?.change?.steps).toMatchObject([
      first,
      { state: 'open', remindedAt: '2027-02-02T09:00:00Z' },
    ]);
  });
});

test('row 49: the delegate of an approver who is away is asked about a change, once, and decides it for them', () => {
  const delegation = { to: stranger, from: localDate('2027-01-29'), until: localDate('2027-02-05') };
  const members = [
    aMembership(senco, ['requester']),
    aMembership(head, ['approver'], { delegation }),
    aMembership(deputy, ['approver']),
    aMembership(stranger, ['requester']),
  ];
  const { state, effects } = accepted(run(proposed(), '2027-01-29', { buyerMembers: members }));
  expect(openOf(state)?.approvers).toEqual([head, deputy, stranger]);
  expect(effects).toMatchObject([
    { kind: 'ask-approver-of-change', to: personKey(stranger), change: 1, step: 0 },
    { kind: 'record-audit', action: 'delegate-asked' },
  ]);
  expect(dueOn(state, '2027-01-29', { buyerMembers: members })).toBeUndefined();
  expect(accepted(decides(state, '2027-01-29', stranger, members)).state.order?.change).toBeUndefined();
  expect(refusal(decides(state, '2027-02-08', stranger, members)).code).toBe('not-an-approver');
});
