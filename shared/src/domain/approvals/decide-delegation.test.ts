import { aMembership, deputy, head, now, officer, senco, stranger } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import type { Delegation, Membership } from '../people/membership.ts';
import { type Person, theProduct } from '../people/person.ts';
import { type DelegationDecision, delegationOver, endDelegation, isOver, nameDelegate, typeDelegation } from './decide-delegation.ts';
import { pastDelegations } from './delegation-log.ts';

const manager = { ...stranger, name: 'B. Manager' };
const members = (told: Partial<Membership> = {}): readonly Membership[] => [
  aMembership(head, ['approver'], told),
  aMembership(deputy, ['approver']),
  aMembership(senco, ['requester']),
  aMembership(manager, ['contact', 'approver']),
];
const days = (to: Person, from = '2026-11-24', until = '2026-11-27'): Delegation => ({
  to,
  from: localDate(from),
  until: localDate(until),
});
const factsOf = (approver: Membership | undefined, all = members()) => ({ approver, members: all });
const own = (told: Partial<Membership> = {}) => members(told)[0] as Membership;
const named = (approver: Membership, delegation: Delegation, by: Person = head, at = now, all = members()) =>
  nameDelegate(factsOf(approver, all), delegation, { by, now: at, why: 'planned-absence' });
const memberOf = (decision: DelegationDecision): Membership => {
  if (!decision.ok) throw new Error(decision.detail);
  return decision.member;
};
const codeOf = (decision: DelegationDecision) => (decision.ok ? 'accepted' : decision.code);
const fieldOf = (decision: DelegationDecision) => (decision.ok ? undefined : decision.field);
const actionsOf = ({ delegationEvents = [] }: Membership) =>
  delegationEvents.map(({ number, action, why }) => `${number} ${action} ${why}`);

describe('row 49: what becomes of a delegation is noted with who and why, numbered without gaps', () => {
  test('named, changed and ended; what says the same again is noted once', () => {
    const first = memberOf(named(own(), days(senco)));
    const again = memberOf(named(first, days(senco)));
    const changed = memberOf(named(again, days(senco, '2026-11-24', '2026-12-04')));
    const ended = memberOf(endDelegation(factsOf(changed), { by: head, now: '2026-11-26T10:00:00Z' }));
    expect(actionsOf(memberOf(endDelegation(factsOf(ended), { by: head, now: '2026-11-26T10:00:00Z' })))).toEqual([
      '1 delegate-named planned-absence',
      '2 delegation-changed planned-absence',
      '3 delegation-ended ended-early',
    ]);
    expect(ended.delegation).toBeUndefined();
    expect(ended.delegationEvents?.at(-1)).toMatchObject({ by: head, to: senco, until: '2026-12-04' });
  });

  test('the day after the last it is over and noted as such by the product', () => {
    const present = memberOf(named(own(), days(senco)));
    expect(isOver(present, '2026-11-27T22:00:00Z')).toBe(false);
    const over = memberOf(delegationOver(present, { by: theProduct, now: '2026-11-28T06:00:00Z' }));
    expect(over.delegation).toBeUndefined();
    expect(actionsOf(over).at(-1)).toBe('2 delegation-over last-day-passed');
    expect(memberOf(delegationOver(over, { by: theProduct, now: '2026-11-28T06:10:00Z' }))).toEqual(over);
  });

  test('the past is told latest first, each with the last day on which it held; what never began is none of it', () => {
    const first = memberOf(named(own(), days(senco)));
    const replaced = memberOf(named(first, days(deputy, '2026-11-26', '2026-12-04'), head, '2026-11-26T10:00:00Z'));
    const ended = memberOf(endDelegation(factsOf(replaced), { by: head, now: '2026-11-30T10:00:00Z' }));
    const planned = memberOf(named(ended, days(senco, '2027-02-01', '2027-02-05'), head, '2026-12-01T10:00:00Z'));
    const withdrawn = memberOf(endDelegation(factsOf(planned), { by: head, now: '2026-12-02T10:00:00Z' }));
    expect(pastDelegations(withdrawn).map(({ to, from, until, by }) => [to.name, from, until, by.name])).toEqual([
      [deputy.name, '2026-11-26', '2026-11-30', head.name],
      [senco.name, '2026-11-24', '2026-11-25', head.name],
    ]);
    expect(pastDelegations(replaced).map(({ to }) => to.name)).toEqual([senco.name]);
  });

  test('other days of the same delegate are a change, and one stretch with those before', () => {
    const first = memberOf(named(own(), days(senco)));
    const later = memberOf(named(first, days(senco, '2026-11-25')));
    expect(actionsOf(later).at(-1)).toBe('2 delegation-changed planned-absence');
    expect(pastDelegations(later)).toEqual([]);
    const prolonged = memberOf(typeDelegation(factsOf(later), days(senco, '2026-11-25', '2026-12-04'), { by: officer, now }));
    const ended = memberOf(endDelegation(factsOf(prolonged), { by: head, now: '2026-12-01T10:00:00Z' }));
    expect(pastDelegations(ended)).toMatchObject([{ to: senco, from: '2026-11-25', until: '2026-12-01', by: head }]);
  });

  test('who is named after a delegation is over is named anew, though it be the same person', () => {
    const over = memberOf(delegationOver(memberOf(named(own(), days(senco))), { by: theProduct, now: '2026-11-28T06:00:00Z' }));
    const again = memberOf(named(over, days(senco, '2026-12-07', '2026-12-08'), head, '2026-12-01T10:00:00Z'));
    expect(actionsOf(again).at(-1)).toBe('3 delegate-named planned-absence');
  });

  test('who had nobody ends nothing, and has no past', () => {
    const ended = memberOf(endDelegation(factsOf(own()), { by: head, now }));
    expect(ended.delegationEvents).toBeUndefined();
    expect(pastDelegations(ended)).toEqual([]);
  });

  test('a delegation that the register had before anything was noted is ended as any other', () => {
    const ended = memberOf(endDelegation(factsOf(own({ delegation: days(senco) })), { by: head, now }));
    expect(actionsOf(ended)).toEqual(['1 delegation-ended ended-early']);
    expect(pastDelegations(ended)).toMatchObject([{ to: senco, from: '2026-11-24', until: '2026-11-24' }]);
  });

  test('only so many are kept in the row, and the numbers go on', () => {
    let member = own();
    for (let at = 0; at < 60; at += 1) member = memberOf(named(member, days(at % 2 === 0 ? senco : deputy)));
    expect(member.delegationEvents).toHaveLength(40);
    expect(member.delegationEvents?.at(-1)?.number).toBe(60);
  });
});

describe('row 49: who may name a delegate for an approver who is away', () => {
  test('the contact of the school, among its approvers: a contact makes nobody an approver', () => {
    expect(codeOf(named(own(), days(deputy), manager))).toBe('accepted');
    expect(codeOf(named(own(), days(senco), manager))).toBe('delegate-not-allowed');
    expect(fieldOf(named(own(), days(senco), manager))).toBe('/delegate');
  });

  test('nobody names themselves for somebody else', () => {
    expect(codeOf(named(own(), days(manager), manager))).toBe('delegate-not-allowed');
    expect(fieldOf(named(own(), days(manager), manager))).toBe('/delegate');
  });

  test('and ends it again', () => {
    const present = memberOf(named(own(), days(senco)));
    expect(memberOf(endDelegation(factsOf(present), { by: manager, now })).delegation).toBeUndefined();
  });

  test.each<[string, Person]>([
    ['another approver', deputy],
    ['a requester', senco],
    ['somebody of another place', officer],
  ])('not %s', (_, by) => {
    const present = memberOf(named(own(), days(senco)));
    expect(codeOf(named(present, days(deputy), by))).toBe('not-an-approver');
    expect(codeOf(endDelegation(factsOf(present), { by, now }))).toBe('not-an-approver');
    expect(fieldOf(endDelegation(factsOf(present), { by, now }))).toBe('/approver');
  });

  test('a contact who has left names nobody', () => {
    const left = members().map((member) => (member.person === manager ? { ...member, status: 'removed' as const } : member));
    expect(codeOf(named(own(), days(deputy), manager, now, left))).toBe('not-an-approver');
  });

  test('nobody is stood in for who is no approver', () => {
    const requester = aMembership(senco, ['requester']);
    expect(codeOf(named(requester, days(deputy), senco))).toBe('not-an-approver');
    expect(codeOf(named(requester, days(deputy), manager))).toBe('not-an-approver');
    expect(fieldOf(named(requester, days(deputy), manager))).toBe('/approver');
  });

  test.each<[string, Membership | undefined]>([
    ['is not in the register', undefined],
    ['was removed', own({ status: 'removed', delegation: days(senco) })],
    ['approves no more', own({ roles: ['requester'], delegation: days(senco) })],
  ])('nor is anything ended for who %s', (_, approver) => {
    for (const by of [head, manager]) expect(codeOf(endDelegation(factsOf(approver), { by, now }))).toBe('not-an-approver');
  });
});

describe('row 49: what is typed into the list is judged by the same rules', () => {
  const typed = (delegation: Delegation | undefined, approver = own({ delegation })) =>
    typeDelegation(factsOf(approver), delegation, { by: officer, now });

  test('a good one is noted with who typed it; emptied, it has ended', () => {
    const present = memberOf(typed(days(senco)));
    expect(present.delegationEvents).toMatchObject([{ action: 'delegate-named', by: officer, why: 'typed-in-list', to: senco }]);
    const ended = memberOf(typed(undefined, { ...present, delegation: undefined }));
    expect(actionsOf(ended).at(-1)).toBe('2 delegation-ended typed-in-list');
  });

  test('emptied in a row that is nobody any more, it says whose it should be', () => {
    const typedNowhere = typeDelegation(factsOf(undefined), undefined, { by: officer, now });
    expect([codeOf(typedNowhere), fieldOf(typedNowhere)]).toEqual(['not-an-approver', '/approver']);
  });

  test.each<[string, Delegation, string]>([
    ['the approver', days(head), 'delegate-not-allowed'],
    ['somebody of another place', days(officer), 'delegate-not-allowed'],
    ['days that are over', days(deputy, '2026-11-02', '2026-11-06'), 'dates-not-allowed'],
    ['more than six months', days(deputy, '2026-11-24', '2027-06-30'), 'dates-not-allowed'],
  ])('not %s', (_, delegation, code) => {
    expect(codeOf(typed(delegation))).toBe(code);
  });
});
