import type { OrganisationSite } from '../../organisation.ts';
import type { RoleAssignment } from './list-state.ts';

export const ROLE_DEFINITIONS = [
  { id: 1_073_741_829, name: 'Full Control', kind: 5, level: 4 },
  { id: 1_073_741_828, name: 'Design', kind: 4, level: 3 },
  { id: 1_073_741_830, name: 'Edit', kind: 6, level: 3 },
  { id: 1_073_741_827, name: 'Contribute', kind: 3, level: 2 },
  { id: 1_073_741_826, name: 'Read', kind: 2, level: 1 },
] as const;

/** What SharePoint gives on the site to whoever may open a list of it and not the site. It opens nothing by itself, and nobody can take it away. */
export const WEB_ONLY_LIMITED = { id: 1_073_741_932, name: 'Web-Only Limited Access', kind: 9 } as const;

export type MemberRole = NonNullable<OrganisationSite['members']>[number]['role'];

/**
 * The three groups that every site has. The Entra groups of the organisation are members of them by their role. Members get
 * Contribute, not Edit: the stricter of the two that sites are set up with.
 */
export const SITE_GROUPS: readonly {
  readonly id: number;
  readonly suffix: string;
  readonly role: MemberRole;
  readonly roleDefinitionId: number;
}[] = [
  { id: 3, suffix: 'Owners', role: 'owner', roleDefinitionId: 1_073_741_829 },
  { id: 4, suffix: 'Visitors', role: 'read', roleDefinitionId: 1_073_741_826 },
  { id: 5, suffix: 'Members', role: 'write', roleDefinitionId: 1_073_741_827 },
];

/** Who has which role on the site, and so on every list that inherits. */
export const siteRoleAssignments: readonly RoleAssignment[] = SITE_GROUPS.map(({ id, roleDefinitionId }) => ({
  principalId: id,
  roleDefinitionId,
}));
