import { aMembership, deputy, head, officer, senco, stranger } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import type { Delegation, Membership } from '../people/membership.ts';
import { delegatesOf, whyNotDelegate } from './delegation.ts';

const today = localDate('2026-11-24');
const away = (from: string, until: string, to = stranger): Delegation => ({ to, from: localDate(from), until: localDate(until) });
const here = (told: Partial<Membership> = {}): readonly Membership[] => [
  aMembership(head, ['approver'], { delegation: away('2026-11-24', '2026-11-27'), ...told }),
  aMembership(deputy, ['approver']),
  aMembership(senco, ['requester']),
  aMembership(stranger, ['requester']),
];

describe('row 49: who decides for an approver today', () => {
  const standIns = (day: string, members = here(), approvers = [head]) => delegatesOf(members, approvers, localDate(day));

  test('the delegate, from the first day of the absence to the last', () => {
    expect(standIns('2026-11-23')).toEqual([]);
    expect(standIns('2026-11-24')).toEqual([{ person: stranger, of: head }]);
    expect(standIns('2026-11-27')).toEqual([{ person: stranger, of: head }]);
    expect(standIns('2026-11-28')).toEqual([]);
  });

  test('for those who are asked, and for nobody else', () => {
    expect(standIns('2026-11-24', here(), [deputy])).toEqual([]);
    expect(standIns('2026-11-24', here(), [deputy, head])).toEqual([{ person: stranger, of: head }]);
  });

  test('not for somebody who was removed, or approves no more', () => {
    expect(standIns('2026-11-24', here({ status: 'removed' }))).toEqual([]);
    expect(standIns('2026-11-24', here({ roles: ['requester'] }))).toEqual([]);
  });

  test('not when the delegate was removed, or belongs to another school only', () => {
    const but = (told: Partial<Membership>) => here().map((member) => (member.person === stranger ? { ...member, ...told } : member));
    expect(standIns('2026-11-24', but({ status: 'removed' }))).toEqual([]);
    expect(standIns('2026-11-24', but({ buyerRef: '113801' }))).toEqual([]);
  });
});

describe('row 49: which days and whom an approver may name', () => {
  const approver = aMembership(head, ['approver']);
  const why = (delegation: Delegation, of: Membership | undefined = approver) => {
    const refusal = whyNotDelegate(of, delegation, here(), today);
    return refusal && `${refusal.code} ${refusal.field ?? ''}`.trim();
  };

  test('one day, and today, are enough', () => {
    expect(why(away('2026-11-24', '2026-11-24'))).toBeUndefined();
    expect(why(away('2026-11-20', '2026-11-24'))).toBeUndefined();
  });

  test('the last day is not before the first, nor over already', () => {
    expect(why(away('2026-12-02', '2026-12-01'))).toBe('dates-not-allowed /until');
    expect(why(away('2026-11-20', '2026-11-23'))).toBe('dates-not-allowed /until');
  });

  test('six months to the day, and not a day more', () => {
    expect(why(away('2026-11-24', '2027-05-24'))).toBeUndefined();
    expect(why(away('2026-11-24', '2027-05-25'))).toBe('dates-not-allowed /until');
  });

  test('somebody else of the same school or department', () => {
    expect(why(away('2026-11-24', '2026-11-27', head))).toBe('delegate-not-allowed /delegate');
    expect(why(away('2026-11-24', '2026-11-27', officer))).toBe('delegate-not-allowed /delegate');
  });

  test('only an approver who is still there names anybody', () => {
    expect(whyNotDelegate(undefined, away('2026-11-24', '2026-11-27'), here(), today)?.code).toBe('not-an-approver');
    expect(why(away('2026-11-24', '2026-11-27'), { ...approver, status: 'removed' })).toBe('not-an-approver');
    expect(why(away('2026-11-24', '2026-11-27', head), aMembership(senco, ['requester']))).toBe('not-an-approver');
  });
});
