import type { DelegationEvent } from '../approvals/delegation-event.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { Pence } from '../money/money.ts';
import type { Payer } from '../money/payer.ts';
import type { Person, PersonId } from './person.ts';
import { samePerson } from './person.ts';

/** Roles that count at a council department only. Whoever scores is no `award-approver` of what they scored: see award/decide-award.ts. */
export const councilRoles = ['commissioner', 'award-approver', 'evaluation-lead', 'evaluator'] as const;
export type CouncilRole = (typeof councilRoles)[number];

/** `contact` is the buyer's own head or business manager: grants access and removes leavers. */
export const memberRoles = ['requester', 'approver', 'contact', ...councilRoles] as const;
export type MemberRole = (typeof memberRoles)[number];

export const membershipStatuses = ['asked', 'active', 'removed'] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

/** That an approver is away, both days included, and who decides for them meanwhile: within the approver's limit and for the approver's money. */
export interface Delegation {
  readonly to: Person;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** One person at one buyer. An approver decides up to `approvalLimit`, gross; at a council department, for `payers` only. */
export interface Membership {
  readonly buyerRef: string;
  readonly person: Person;
  readonly roles: readonly MemberRole[];
  readonly status: MembershipStatus;
  readonly approvalLimit?: Pence | undefined;
  readonly payers: readonly Payer[];
  /** Who decides for this approver while they are away. */
  readonly delegation?: Delegation | undefined;
  /** What became of this approver's delegations, oldest first, as far as it is kept. */
  readonly delegationEvents?: readonly DelegationEvent[] | undefined;
}

export const holdsRole = (memberships: readonly Membership[], person: PersonId, buyerRef: string, role: MemberRole): boolean =>
  memberships.some(
    (membership) =>
      membership.status === 'active' &&
      membership.buyerRef === buyerRef &&
      membership.roles.includes(role) &&
      samePerson(membership.person, person),
  );

/** The people of memberships that are active. Each person once, of however many departments. */
export const membersOf = (memberships: readonly Membership[]): readonly Person[] =>
  memberships
    .filter(({ status }) => status === 'active')
    .map(({ person }) => person)
    .filter((person, index, all) => all.findIndex((other) => samePerson(other, person)) === index);

/** Who holds a role among the members of the council's departments, each person once. */
export const holdersOf = (councilMembers: readonly Membership[], role: CouncilRole): readonly Person[] =>
  membersOf(councilMembers.filter(({ roles }) => roles.includes(role)));

export const commissionersOf = (councilMembers: readonly Membership[]): readonly Person[] => holdersOf(councilMembers, 'commissioner');
