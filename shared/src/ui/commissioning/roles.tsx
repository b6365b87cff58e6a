import type { CommissioningPlace } from '../../contract/commissioning-place.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { getMe } from '../../contract/me.ts';
import { type CouncilRole, councilRoles } from '../../domain/people/membership.ts';

/** What somebody is in the area. A guest with the row of a commissioner is none: the service says who is. */
export const areaRolesOf = ({ commissioner, memberships }: ReplyOf<typeof getMe>): readonly CouncilRole[] => {
  const held = memberships.filter(({ status }) => status === 'active').flatMap(({ roles }) => roles);
  return councilRoles.filter((role) => (role === 'commissioner' ? commissioner : held.includes(role)));
};

type At = CommissioningPlace['at'];

/** Who has each page, where that is somebody beside commissioners; evaluators see their own sheets only. */
const others: Partial<Record<At, readonly CouncilRole[]>> = {
  home: councilRoles,
  sheets: ['evaluator'],
  sheet: ['evaluator'],
  evaluations: ['evaluation-lead'],
  evaluation: ['commissioner', 'evaluation-lead'],
  'lot-application': ['commissioner', 'evaluation-lead'],
  ranking: ['commissioner', 'evaluation-lead', 'award-approver'],
  awards: ['commissioner', 'award-approver'],
  award: ['commissioner', 'award-approver'],
};

/** Whom a page of the area is for. */
export const rolesOf = (at: At): readonly CouncilRole[] => others[at] ?? ['commissioner'];

/** Whether somebody in these roles is one of those whom something is for. */
export const isAmong = (whom: readonly CouncilRole[], roles: readonly CouncilRole[]): boolean => whom.some((role) => roles.includes(role));

/** Whether a page of the area is for somebody in these roles. What is in it, the service decides. */
export const isFor = (at: At, roles: readonly CouncilRole[]): boolean => isAmong(rolesOf(at), roles);
