import type { Pence } from './money.ts';
import type { Payer } from './payer.ts';
import type { Person, PersonId } from './person.ts';
import { samePerson } from './person.ts';

/** `contact` is the buyer's own head or business manager: grants access and removes leavers. `commissioner` counts at a council department only. */
export const memberRoles = ['requester', 'approver', 'contact', 'commissioner'] as const;
export type MemberRole = (typeof memberRoles)[number];

export const membershipStatuses = ['asked', 'active', 'removed'] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

/** One person at one buyer. An approver decides up to `approvalLimit`, gross; at a council department, for `payers` only. */
export interface Membership {
  readonly buyerRef: string;
  readonly person: Person;
  readonly roles: readonly MemberRole[];
  readonly status: MembershipStatus;
  readonly approvalLimit?: Pence | undefined;
  readonly payers: readonly Payer[];
}

export const holdsRole = (memberships: readonly Membership[], person: PersonId, buyerRef: string, role: MemberRole): boolean =>
  memberships.some(
    (membership) =>
      membership.status === 'active' &&
      membership.buyerRef === buyerRef &&
      membership.roles.includes(role) &&
      samePerson(membership.person, person),
  );

/** The commissioners among the members of the council's departments. */
export const commissionersOf = (councilMembers: readonly Membership[]): readonly Person[] =>
  councilMembers.filter(({ status, roles }) => status === 'active' && roles.includes('commissioner')).map(({ person }) => person);
