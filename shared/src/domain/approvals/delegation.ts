import { addMonths, compareDates, formatDate, type LocalDate } from '../days/local-date.ts';
import type { Delegation, Membership } from '../people/membership.ts';
import { type Person, type PersonId, samePerson } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';

/** Somebody who may decide for an approver today. */
export interface Delegate {
  readonly person: Person;
  readonly of: Person;
}

const longestMonths = 6;

const isMember = (members: readonly Membership[], buyerRef: string, person: PersonId): boolean =>
  members.some((member) => member.status === 'active' && member.buyerRef === buyerRef && samePerson(member.person, person));

const covers = ({ from, until }: Delegation, today: LocalDate): boolean =>
  compareDates(from, today) <= 0 && compareDates(today, until) <= 0;

/**
 * Who decides today for any of these approvers. A delegate who has left the school or department since decides for nobody. `lending`: the memberships by which
 * one may decide what is asked; a delegate who was named in one department has no say in what is another's.
 */
export const delegatesOf = (
  members: readonly Membership[],
  approvers: readonly PersonId[],
  today: LocalDate,
  lending: readonly Membership[] = members,
): readonly Delegate[] =>
  lending.flatMap(({ buyerRef, person, roles, status, delegation }): readonly Delegate[] =>
    delegation !== undefined &&
    status === 'active' &&
    roles.includes('approver') &&
    covers(delegation, today) &&
    approvers.some((approver) => samePerson(approver, person)) &&
    isMember(members, buyerRef, delegation.to)
      ? [{ person: delegation.to, of: person }]
      : [],
  );

/** Why this approver may not name this delegate for these days; `undefined` when they may. `members`: of the same school or department. */
export const whyNotDelegate = (
  approver: Membership | undefined,
  delegation: Delegation,
  members: readonly Membership[],
  today: LocalDate,
): Refusal | undefined => {
  if (approver?.status !== 'active' || !approver.roles.includes('approver'))
    return refused('not-an-approver', 'Only an approver of this school or department can name a delegate for themselves.');
  if (samePerson(approver.person, delegation.to))
    return refused('delegate-not-allowed', 'Choose somebody other than yourself.', '/delegate');
  if (!isMember(members, approver.buyerRef, delegation.to))
    return refused('delegate-not-allowed', 'Choose somebody who belongs to the same school or department.', '/delegate');
  if (compareDates(delegation.until, delegation.from) < 0)
    return refused('dates-not-allowed', 'The last day must be the first day or later.', '/until');
  if (compareDates(delegation.until, today) < 0) return refused('dates-not-allowed', 'The last day must be today or later.', '/until');
  const last = addMonths(delegation.from, longestMonths);
  return compareDates(delegation.until, last) > 0
    ? refused('dates-not-allowed', `A delegate decides for at most ${longestMonths} months at a time: until ${formatDate(last)}.`, '/until')
    : undefined;
};
