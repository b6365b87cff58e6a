import type { CouncilRole, Membership } from '../people/membership.ts';
import { type PersonId, samePerson } from '../people/person.ts';

/**
 * In what capacity somebody acts on a tender. The edge reads who holds which from the lists, for the record in hand: an `applicant` acts for the
 * organisation of this very application, a `moderator` leads its evaluation panel. `product` is the clock or an effect, never a person.
 */
export const tenderRoles = ['commissioner', 'moderator', 'evaluator', 'award-approver', 'applicant', 'provider', 'product'] as const;
export type TenderRole = (typeof tenderRoles)[number];

/** Each role in words, as a refusal names it. */
export const tenderRoleNames: Readonly<Record<TenderRole, string>> = {
  commissioner: 'a commissioner',
  moderator: 'the lead of the evaluation panel',
  evaluator: 'the evaluator',
  'award-approver': 'an award approver',
  applicant: 'the applicant',
  provider: 'the provider',
  product: 'the product itself',
};

const actsAs: Readonly<Record<CouncilRole, TenderRole>> = {
  commissioner: 'commissioner',
  'award-approver': 'award-approver',
  'evaluation-lead': 'moderator',
  evaluator: 'evaluator',
};

/** In which roles a person acts on tenders, by the memberships of the council's departments. Whether a sheet or an award is theirs, its own decision asks. */
export const tenderRolesOf = (councilMembers: readonly Membership[], person: PersonId): readonly TenderRole[] => {
  const own = councilMembers.filter((membership) => membership.status === 'active' && samePerson(membership.person, person));
  return [...new Set(own.flatMap(({ roles }) => roles))].flatMap((role) => (role in actsAs ? [actsAs[role as CouncilRole]] : []));
};
