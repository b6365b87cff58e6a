import type { OrganisationTenant } from '../organisation.ts';
import { findUser } from '../organisation-lookup.ts';
import type { Principal } from '../room.ts';

export type DirectoryRole =
  | 'Global Administrator'
  | 'Application Administrator'
  | 'Cloud Application Administrator'
  | 'Privileged Role Administrator'
  | 'Teams Administrator';

export const applicationAdministrators: readonly DirectoryRole[] = [
  'Global Administrator',
  'Application Administrator',
  'Cloud Application Administrator',
];
/** Who may give away application permissions of Graph: an Application Administrator may not. */
export const privileged: readonly DirectoryRole[] = ['Global Administrator', 'Privileged Role Administrator'];
export const teamsAdministrators: readonly DirectoryRole[] = ['Global Administrator', 'Teams Administrator'];

/**
 * Whether the caller may do what an administrator does. An app needs the application permission; for a person the client needs the delegated one AND the person a
 * role of the directory: either alone is too little.
 */
export const administers = (
  caller: Principal,
  tenant: OrganisationTenant,
  permission: string,
  roles: readonly DirectoryRole[],
): boolean => {
  if (caller.kind === 'app') return caller.roles.includes(permission);
  const held = findUser(tenant, caller.objectId ?? '')?.directoryRoles ?? [];
  return caller.scopes.includes(permission) && roles.some((role) => held.includes(role));
};
