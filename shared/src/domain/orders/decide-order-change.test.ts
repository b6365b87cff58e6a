import { defaultApprovalPolicy } from '../approvals/approval-policy.ts';
import {
  accepted,
  aMembership,
  aProvider,
  chair,
  deputy,
  facts,
  head,
  officer,
  orderFacts,
  refusal,
  schoolMembers,
  senco,
  stranger,
} from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { approvalFacts } from '../call-off/submit-call-off.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { personKey } from '../people/person.ts';
import { extendOrder, varyOrder } from './change-order.ts';
import { decideOrderChange } from './decide-order-change.ts';
import { aDearerChange, heldIn, lifeFacts, on, runningOrder, threeDays, worksOf } from './order.fixture.ts';

const ordinary = approvalFacts(facts());
const twice = { approval: { ...ordinary, policy: { ...defaultApprovalPolicy, school: [{ kind: 'buyer' }, { kind: 'buyer' }] as const } } };
const membersAs = (buyerMembers: typeof schoolMembers, told = {}) => ({ approval: { ...ordinary, buyerMembers, ...told } });

const proposed = (world = {}, present = runningOrder(), from = '2027-02-02'): CallOff => aDearerChange({ world, present, from });
const decide = (present: CallOff, told = {}, world = {}) =>
  decideOrderChange(
    present,
    { ...on('2027-01-29', { by: head }), approve: true, channel: 'page', seen: { change: 1, step: 0 }, ...told },
    lifeFacts(world),
  );
const second = { by: deputy, seen: { change: 1, step: 1 } };
const stepsOf = (callOff: CallOff) => callOff.order?.change?.steps;

describe('a change with two steps of approval', () => {
  test('opens its first step, and asks nobody of the second yet', () => {
    expect(stepsOf(proposed(twice))).toStrictEqual([
      { kind: 'buyer', approvers: [head, deputy], state: 'open' },
      { kind: 'buyer', approvers: [head, deputy], state: 'waiting' },
    ]);
    const asked = proposed(twice).outbox.flatMap((work) => (work.kind === 'ask-approver-of-change' ? [work.to] : []));
    expect(asked).toEqual([personKey(head), personKey(deputy)]);
  });

  test('is passed on by the first, with what they said, and holds with the second', () => {
    const first = decide(proposed(twice), { comment: 'It helps.' }, twice);
    const { state } = accepted(first);
    expect(stepsOf(state)).toStrictEqual([
      {
        kind: 'buyer',
        approvers: [head, deputy],
        state: 'decided',
        verdict: 'approve',
        by: head,
        at: '2027-01-29T09:00:00Z',
        channel: 'page',
        comment: 'It helps.',
      },
      { kind: 'buyer', approvers: [head, deputy], state: 'open' },
    ]);
    expect(worksOf(first)).toStrictEqual([
      { kind: 'ask-approver-of-change', to: personKey(head), change: 1, step: 1 },
      { kind: 'ask-approver-of-change', to: personKey(deputy), change: 1, step: 1 },
      { kind: 'record-audit', action: 'order-change-passed-on', actor: personKey(head) },
    ]);
    expect(refusal(decide(state, { ...second, by: head }, twice)).code).toBe('decided-earlier-step');
    expect(refusal(decide(state, { by: deputy }, twice)).code).toBe('stale-version');
    const held = decide(state, second, twice);
    expect(accepted(held).state.order).toMatchObject({ plan: { gross: 192_000 }, approvedGross: 192_000, change: undefined });
    expect(worksOf(held)).toStrictEqual([
      { kind: 'tell-provider-of-order', news: 'varied' },
      { kind: 'tell-requester-of-order', news: 'varied' },
      { kind: 'record-audit', action: 'order-change-approved', actor: personKey(deputy) },
      { kind: 'settle-ledgers' },
    ]);
  });

  test('of three, the last waits on', () => {
    const approval = { ...twice.approval, buyerMembers: [...schoolMembers, aMembership(chair, ['approver'])] };
    const policy = { ...defaultApprovalPolicy, school: [{ kind: 'buyer' }, { kind: 'buyer' }, { kind: 'buyer' }] as const };
    const world = { approval: { ...approval, policy } };
    const { state } = accepted(decide(proposed(world), {}, world));
    expect(stepsOf(state)?.map((step) => step.state)).toEqual(['decided', 'open', 'waiting']);
    const next = accepted(decide(state, second, world)).state;
    expect(stepsOf(next)?.map((step) => step.state)).toEqual(['decided', 'decided', 'open']);
  });

  test("asks the council's officer where the council pays", () => {
    const present = { ...runningOrder(), request: { ...runningOrder().request, payer: 'council-budget' as const } };
    const passed = accepted(decide(proposed({}, present))).state;
    expect(refusal(decide(passed, second)).code).toBe('not-an-approver');
    expect(accepted(decide(passed, { ...second, by: officer })).state.order?.change).toBeUndefined();
    const delegation = { to: stranger, from: localDate('2027-01-29'), until: localDate('2027-01-29') };
    const council = { buyerRef: 'CD-SEND', payers: ['council-budget'] as const };
    const away = [
      aMembership(officer, ['approver'], { ...council, delegation }),
      aMembership(stranger, ['commissioner'], { buyerRef: 'CD-SEND' }),
    ];
    expect(refusal(decide(passed, { ...second, by: stranger })).code).toBe('not-an-approver');
    expect(decide(passed, { ...second, by: stranger }, { approval: { ...ordinary, councilMembers: away } }).ok).toBe(true);
  });
});

describe('who decides a change', () => {
  const delegation = { to: stranger, from: localDate('2027-01-28'), until: localDate('2027-02-05') };
  const away = [
    aMembership(senco, ['requester']),
    aMembership(head, ['approver'], { delegation }),
    aMembership(deputy, ['approver']),
    aMembership(stranger, ['requester']),
  ];
  const world = { approval: { ...twice.approval, buyerMembers: away } };

  test('row 49: a delegate decides on behalf of who is away, and both are bound by it at the next step', () => {
    const { state } = accepted(decide(proposed(world), { by: stranger }, world));
    expect(stepsOf(state)?.[0]).toMatchObject({ by: stranger, onBehalfOf: head });
    for (const by of [head, stranger]) expect(decide(state, { ...second, by }, world).ok).toBe(false);
    expect(decide(state, second, world).ok).toBe(true);
  });

  test('row 49: a delegate decides no second step for whoever has decided the first themselves', () => {
    const { state } = accepted(decide(proposed(world), {}, world));
    expect(refusal(decide(state, { ...second, by: stranger }, world)).code).toBe('not-an-approver');
  });

  test('an approver who is a delegate as well decides in their own right', () => {
    const both = { approval: { ...world.approval, buyerMembers: [...away, aMembership(stranger, ['approver'])] } };
    const { state } = accepted(decide(proposed(both), { by: stranger }, both));
    expect(stepsOf(state)?.[0]).not.toHaveProperty('onBehalfOf');
  });

  test('the fallback approver decides where the request chose so and nobody else can, and no other change', () => {
    const alone = membersAs([aMembership(senco, ['requester'])]);
    const chosen = { ...runningOrder(), request: { ...runningOrder().request, useFallbackApprover: true } };
    const asked = proposed(alone, chosen);
    expect(stepsOf(asked)?.[0]?.approvers).toEqual([chair]);
    expect(decide(asked, { by: chair }, alone).ok).toBe(true);
    expect(refusal(decide(proposed(), { by: chair })).code).toBe('not-an-approver');
  });

  test('R35: a fallback approver who was asked as any other approver keeps to their own limit', () => {
    const low = membersAs([aMembership(head, ['approver'], { approvalLimit: pence(150_000) })], { fallbackApprover: head });
    expect(refusal(decide(proposed(), {}, low)).code).toBe('not-an-approver');
  });

  test('nobody can be asked: the change is not proposed', () => {
    const vary = (approval: typeof ordinary) =>
      varyOrder(
        runningOrder(),
        { ...on('2027-01-28'), from: localDate('2027-02-02'), pattern: threeDays, reason: 'More days.' },
        lifeFacts({ approval }),
      );
    expect(refusal(vary({ ...ordinary, buyerMembers: [] }))).toMatchObject({
      code: 'no-eligible-approver',
      detail: expect.stringContaining('Nobody else at Stour Vale School can approve £1,920.00.'),
    });
    expect(refusal(vary({ ...ordinary, policy: { ...defaultApprovalPolicy, school: [] } }))).toMatchObject({
      code: 'no-eligible-approver',
      detail: 'The approval policy names nobody for this payer. Contact the commissioning team.',
    });
  });
});

describe('what an approval of a change asks once more', () => {
  test('not while a hold on the provider waits for the school, nor of a provider that takes no orders', () => {
    expect(refusal(decide(heldIn(proposed(), 'asked'))).code).toBe('order-held');
    const suspended = { provider: orderFacts({ provider: aProvider({ status: 'suspended' }) }) };
    expect(refusal(decide(proposed(), {}, suspended)).code).toBe('provider-not-active');
    expect(decide(heldIn(proposed(), 'asked'), { approve: false, comment: 'Not now.' }).ok).toBe(true);
  });

  test('R33: what is past is not planned anew: a pattern is approved by its first day, an extension by its last', () => {
    expect(decide(proposed(), on('2027-02-02', { by: head })).ok).toBe(true);
    expect(refusal(decide(proposed(), on('2027-02-03', { by: head })))).toMatchObject({
      code: 'dates-not-allowed',
      detail: 'This change was for Tuesday 2 February 2027, which has passed. Refuse it, so that it is proposed again.',
    });
    const extended = accepted(
      extendOrder(runningOrder(), { ...on('2027-03-02'), endDate: localDate('2027-03-25'), reason: 'Going well.' }, lifeFacts()),
    ).state;
    const late = decide(extended, on('2027-03-25', { by: head }));
    expect(worksOf(late)).toContainEqual({ kind: 'tell-provider-of-order', news: 'extended' });
    expect(refusal(decide(extended, on('2027-03-26', { by: head }))).code).toBe('dates-not-allowed');
  });

  test('a comment names no pupil, whatever is decided', () => {
    for (const approve of [true, false])
      expect(refusal(decide(proposed(), { approve, comment: 'Jack Smith needs it.' }))).toMatchObject({
        code: 'text-names-a-pupil',
        field: '/comment',
      });
  });

  test('a refusal is told to whoever requested the placement, and changes no plan', () => {
    const refused = decide(proposed(), { approve: false, comment: 'Not this term.' });
    expect(worksOf(refused)).toStrictEqual([
      { kind: 'tell-requester-of-order', news: 'change-refused' },
      { kind: 'record-audit', action: 'order-change-refused', actor: personKey(head) },
    ]);
  });
});
