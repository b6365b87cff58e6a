import { delegatesOf } from '../approvals/delegation.ts';
import type { LocalDate } from '../days/local-date.ts';
import { holdsRole, type Membership } from '../people/membership.ts';
import { type PersonId, samePerson } from '../people/person.ts';

/** Who belongs to one buyer. */
export const membersAt = (members: readonly Membership[], buyerRef: string): readonly Membership[] =>
  members.filter((member) => member.buyerRef === buyerRef);

/** Row 49: whether this person approves for a buyer today, in their own right or for an approver who is away. */
export const approvesFor = (members: readonly Membership[], person: PersonId, buyerRef: string, today: LocalDate): boolean => {
  const own = membersAt(members, buyerRef);
  return (
    holdsRole(own, person, buyerRef, 'approver') ||
    delegatesOf(
      own,
      own.map((member) => member.person),
      today,
    ).some((delegate) => samePerson(delegate.person, person))
  );
};
