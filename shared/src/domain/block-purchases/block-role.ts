import type { LocalDate } from '../days/local-date.ts';
import { commissionersOf, holdsRole, type Membership } from '../people/membership.ts';
import { type PersonId, samePerson } from '../people/person.ts';
import { approvesFor } from './approves-for.ts';

/**
 * In what capacity somebody acts on a block purchase. `requester` and `approver` are those of the buyer for which the command acts, `lead` a requester of
 * the lead buyer; `provider` answers by its link; `product` is the clock or an effect, never a person.
 */
export const blockRoles = ['requester', 'approver', 'lead', 'commissioner', 'provider', 'product'] as const;
export type BlockRole = (typeof blockRoles)[number];

/** Each role in words, as a refusal names it. */
export const blockRoleNames: Readonly<Record<BlockRole, string>> = {
  requester: 'a requester of the buyer',
  approver: 'an approver of the buyer',
  lead: 'a requester of the lead buyer',
  commissioner: 'a commissioner',
  provider: 'the provider',
  product: 'the product itself',
};

/** What the edge knows of whoever gives a command. */
export interface ActsFor {
  readonly person: PersonId;
  /** The buyer for which the command acts, if it does for one. */
  readonly buyerRef?: string | undefined;
  readonly leadBuyerRef?: string | undefined;
  readonly members: readonly Membership[];
  readonly councilMembers: readonly Membership[];
  /** Whoever stands in for an approver today acts as one. */
  readonly today: LocalDate;
}

/** In which roles a signed-in person acts. Nobody signs in as the provider or the product. */
export const blockRolesOf = ({ person, buyerRef, leadBuyerRef, members, councilMembers, today }: ActsFor): readonly BlockRole[] => [
  ...(buyerRef !== undefined && holdsRole(members, person, buyerRef, 'requester') ? (['requester'] as const) : []),
  ...(buyerRef !== undefined && approvesFor(members, person, buyerRef, today) ? (['approver'] as const) : []),
  ...(leadBuyerRef !== undefined && holdsRole(members, person, leadBuyerRef, 'requester') ? (['lead'] as const) : []),
  ...(commissionersOf(councilMembers).some((each) => samePerson(each, person)) ? (['commissioner'] as const) : []),
];
