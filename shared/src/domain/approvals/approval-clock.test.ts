import {
  aBuyer,
  aCallOff,
  aCommand,
  accepted,
  aDecision,
  aMembership,
  chair,
  decided,
  decisionFacts,
  deputy,
  head,
  now,
  officer,
  officers,
  refusal,
  schoolMembers,
  senco,
  stranger,
} from '../call-off/call-off.fixture.ts';
import type { CallOff, PlacementAsked } from '../call-off/call-off.ts';
import { localDate } from '../days/local-date.ts';
import type { Membership } from '../people/membership.ts';
import { theProduct } from '../people/person.ts';
import type { Buyer } from '../register/buyer.ts';
import { type ApprovalClockFacts, approvalDue, defaultApprovalTimes, runApprovalClock } from './approval-clock.ts';
import { decideApproval } from './decide-approval.ts';

const facts = (told: Partial<ApprovalClockFacts> = {}): ApprovalClockFacts => ({
  buyer: aBuyer(),
  buyerMembers: schoolMembers,
  councilMembers: officers,
  times: defaultApprovalTimes,
  ...told,
});
const at = (day: string) => `${day}T10:00:00Z`;
const farAway = { startDate: localDate('2027-02-22'), endDate: localDate('2027-03-26') };
const waiting = (told: Partial<PlacementAsked>): CallOff => {
  const callOff = aCallOff();
  return { ...callOff, request: { ...callOff.request, ...told } };
};
/** A request that the school has approved and the council has not; its first day is far away. */
const atCouncil = (told: Parameters<typeof decided>[2] = {}): CallOff => {
  const callOff = decided(aCallOff({ payer: 'council-budget' }), 'approve', told);
  return { ...callOff, request: { ...callOff.request, ...farAway } };
};
const kindOn = (day: string, told: Partial<ApprovalClockFacts> = {}) => approvalDue(aCallOff(), facts(told), at(day))?.kind;
const run = (callOff: ReturnType<typeof aCallOff>, day: string, told: Partial<ApprovalClockFacts> = {}) =>
  runApprovalClock(callOff, { ...aCommand(theProduct), id: `clock-${day}`, now: at(day) }, facts(told));

describe('R43: approvers are reminded and a request is passed on', () => {
  // The ordinary request is sent on a Tuesday in term.
  test('after two school days they are reminded once, after four the next in line is asked', () => {
    const present = waiting(farAway);
    expect(approvalDue(present, facts(), at('2026-11-25'))).toBeUndefined();
    expect(approvalDue(present, facts(), at('2026-11-26'))?.kind).toBe('remind');
    const reminded = accepted(run(present, '2026-11-26')).state;
    expect(approvalDue(reminded, facts(), at('2026-11-27'))).toBeUndefined();
    const { state, effects } = accepted(run(reminded, '2026-11-30'));
    expect(state.approvals[0]).toMatchObject({ state: 'open', approvers: [head, deputy, chair], escalatedAt: at('2026-11-30') });
    expect(state.history.at(-1)?.what).toBe(`Passed on to ${chair.name}, as nobody had decided`);
    expect(effects.map(({ kind }) => kind)).toEqual([
      'send-approval-card',
      'send-approval-mail',
      'refresh-approval-cards',
      'tell-requester',
      'record-audit',
    ]);
    expect(approvalDue(state, facts(), at('2027-01-20'))).toBeUndefined();
    expect(refusal(run(state, '2027-01-20')).code).toBe('call-off-not-open');
  });

  test('a school decides on school days: the Christmas holidays do not count', () => {
    const sent = { ...waiting(farAway), submittedAt: at('2026-12-17') };
    expect(approvalDue(sent, facts(), at('2026-12-31'))).toBeUndefined();
    expect(approvalDue(sent, facts({ buyer: aBuyer({ type: 'council-department' }) }), at('2026-12-31'))?.kind).toBe('escalate');
  });

  test('but it is passed on in time for the first day', () => {
    const sent = { ...waiting({ startDate: localDate('2027-01-06'), endDate: localDate('2027-02-10') }), submittedAt: at('2026-12-18') };
    expect(approvalDue(sent, facts(), at('2026-12-22'))).toBeUndefined();
    expect(approvalDue(sent, facts(), at('2027-01-04'))?.kind).toBe('escalate');
  });

  test('so many working days before the first one, and not a day sooner', () => {
    const sent = waiting({ startDate: localDate('2026-12-07'), endDate: localDate('2027-02-10') });
    const patient = { times: { remindAfterDays: 60, escalateAfterDays: 60, daysBeforeStart: 3 } };
    expect(approvalDue(sent, facts(patient), at('2026-12-01'))).toBeUndefined();
    expect(approvalDue(sent, facts(patient), at('2026-12-02'))?.kind).toBe('escalate');
  });

  test('in a year whose bank holidays are not known yet, weekends do not count all the same', () => {
    const sent = { ...waiting({ startDate: localDate('2051-03-01') }), submittedAt: at('2051-01-06') };
    const department = { buyer: aBuyer({ type: 'council-department' }) };
    // 6 January 2051 is a Friday.
    expect(approvalDue(sent, facts(department), at('2051-01-09'))).toBeUndefined();
    expect(approvalDue(sent, facts(department), at('2051-01-10'))?.kind).toBe('remind');
  });

  test('never on the day of the asking', () => {
    expect(kindOn('2026-11-24', { times: { ...defaultApprovalTimes, daysBeforeStart: 60 } })).toBeUndefined();
    expect(kindOn('2026-11-25', { times: { ...defaultApprovalTimes, daysBeforeStart: 60 } })).toBe('escalate');
  });

  test('with nobody next in line the commissioners are told', () => {
    const { state, effects } = accepted(run(waiting(farAway), '2026-11-30', { buyer: aBuyer({ fallbackApprover: undefined }) }));
    expect(state.approvals[0]?.approvers).toEqual([head, deputy]);
    expect(effects.map(({ kind }) => kind)).toContain('tell-of-waiting');
  });

  test("the council's own step waits on working days, and is passed on to nobody of the school", () => {
    const present = atCouncil({ now: at('2026-12-17') });
    expect(present.approvals[1]).toMatchObject({ state: 'open', approvers: [officer] });
    expect(approvalDue(present, facts(), at('2026-12-21'))?.kind).toBe('remind');
    expect(approvalDue(present, facts(), at('2026-12-23'))).toEqual({ kind: 'escalate', to: undefined });
  });

  test.each<[string, Partial<Buyer>]>([
    ['was asked already', { fallbackApprover: head }],
    ['asks themselves', { fallbackApprover: senco }],
  ])('nobody is next in line who %s', (_, told) => {
    const due = approvalDue(waiting(farAway), facts({ buyer: aBuyer(told) }), at('2026-11-30'));
    expect(due).toEqual({ kind: 'escalate', to: undefined });
  });

  test('the next in line may decide what was passed on to them, and not before', () => {
    const present = waiting(farAway);
    const decide = (callOff: typeof present, day: string) =>
      decideApproval(callOff, { ...aDecision(callOff, 'approve', aCommand(chair)), now: at(day) }, decisionFacts());
    expect(refusal(decide(present, '2026-11-26')).code).toBe('not-an-approver');
    const passedOn = accepted(run(present, '2026-11-30')).state;
    expect(accepted(decide(passedOn, '2026-11-30')).state.status).toBe('ordered');
  });
});

describe('row 49: an approver who is away is stood in for by their delegate', () => {
  const delegation = { to: stranger, from: localDate('2026-11-24'), until: localDate('2026-11-27') };
  const away = (told: Partial<Membership> = {}): readonly Membership[] => [
    aMembership(senco, ['requester']),
    aMembership(head, ['approver'], { delegation, ...told }),
    aMembership(stranger, ['requester']),
  ];
  const decide = (callOff: ReturnType<typeof aCallOff>, by: typeof head, members: readonly Membership[], day = '2026-11-25') =>
    decideApproval(callOff, { ...aDecision(callOff, 'approve', aCommand(by)), now: at(day) }, decisionFacts({ buyerMembers: members }));

  test('both are asked, one decision counts, and it says for whom it was made', () => {
    const present = aCallOff({}, { buyerMembers: away() });
    expect(present.approvals[0]?.approvers).toEqual([head, stranger]);
    const { state, effects } = accepted(decide(present, stranger, away()));
    expect(state.approvals[0]).toMatchObject({ state: 'decided', by: stranger, onBehalfOf: head });
    expect(effects.map(({ kind }) => kind)).toContain('refresh-approval-cards');
    expect(refusal(decide(state, head, away())).code).toBe('approval-already-decided');
  });

  test('named after the request was sent, the delegate is asked once', () => {
    const present = aCallOff({}, { buyerMembers: away({ delegation: undefined }) });
    const { state, effects } = accepted(run(present, '2026-11-25', { buyerMembers: away() }));
    expect(state.approvals[0]?.approvers).toEqual([head, stranger]);
    expect(effects.filter(({ kind }) => kind === 'send-approval-card')).toHaveLength(1);
    expect(approvalDue(state, facts({ buyerMembers: away() }), at('2026-11-25'))).toBeUndefined();
  });

  test('the delegate of two approvers is asked once, and the delegate of somebody who was not asked is not', () => {
    const present = aCallOff();
    const both = [...away(), aMembership(deputy, ['approver'], { delegation })];
    expect(approvalDue(present, facts({ buyerMembers: both }), at('2026-11-25'))).toEqual({ kind: 'ask-delegates', people: [stranger] });
    const later = [
      aMembership(head, ['approver']),
      aMembership(deputy, ['approver']),
      aMembership(chair, ['approver'], { delegation }),
      aMembership(stranger, ['requester']),
    ];
    expect(approvalDue(present, facts({ buyerMembers: later }), at('2026-11-25'))).toBeUndefined();
  });

  test('nobody is asked as a delegate who decided the step before', () => {
    const councilMembers = [
      aMembership(officer, ['approver'], {
        buyerRef: 'CD-SEND',
        payers: ['council-budget'],
        delegation: { ...delegation, to: head },
      }),
      aMembership(head, ['requester'], { buyerRef: 'CD-SEND' }),
    ];
    const byHead = atCouncil();
    expect(byHead.approvals[1]).toMatchObject({ state: 'open', approvers: [officer] });
    expect(approvalDue(byHead, facts({ councilMembers }), at('2026-11-25'))).toBeUndefined();
    expect(approvalDue(atCouncil({ by: deputy }), facts({ councilMembers }), at('2026-11-25'))).toEqual({
      kind: 'ask-delegates',
      people: [head],
    });
  });

  test('the day after, and when they have left the school, they decide no more', () => {
    const present = aCallOff({}, { buyerMembers: away() });
    expect(refusal(decide(present, stranger, away(), '2026-11-28')).code).toBe('not-an-approver');
    const left = away().filter(({ person }) => person !== stranger);
    expect(refusal(decide(present, stranger, left)).code).toBe('not-an-approver');
  });

  test('they decide within the limit of whom they stand in for', () => {
    const present = aCallOff({}, { buyerMembers: away() });
    expect(refusal(decide(present, stranger, away({ approvalLimit: 100 as never }))).code).toBe('not-an-approver');
  });

  test("the requester is nobody's delegate for their own request, nor does anybody decide the request of whom they stand in for", () => {
    const toSenco = away({ delegation: { ...delegation, to: senco } });
    const present = aCallOff({}, { buyerMembers: toSenco });
    expect(present.approvals[0]?.approvers).toEqual([head]);
    expect(refusal(decide(present, senco, toSenco)).code).toBe('requester-cannot-approve');
    const ofSenco = [
      aMembership(senco, ['requester', 'approver'], { delegation }),
      aMembership(head, ['approver']),
      aMembership(stranger, ['requester']),
    ];
    const own = aCallOff({}, { buyerMembers: ofSenco });
    expect(own.approvals[0]?.approvers).toEqual([head]);
    expect(refusal(decide(own, stranger, ofSenco)).code).toBe('not-an-approver');
  });

  test('what a delegate has decided the approver does not decide a second time at the next step', () => {
    const councilMembers = [aMembership(head, ['approver'], { buyerRef: 'CD-SEND', payers: ['council-budget'] }), ...officers];
    const world = { buyerMembers: [...away(), aMembership(deputy, ['approver'])], councilMembers };
    const present = aCallOff({ payer: 'council-budget' }, world);
    const first = decideApproval(present, { ...aDecision(present, 'approve', aCommand(stranger)), now }, decisionFacts(world));
    const { state } = accepted(first);
    expect(state.approvals[1]?.approvers).not.toContainEqual(head);
    expect(refusal(decideApproval(state, { ...aDecision(state, 'approve', aCommand(head)), now }, decisionFacts(world))).code).toBe(
      'decided-earlier-step',
    );
  });
});
