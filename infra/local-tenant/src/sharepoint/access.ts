import { sameId, transitiveGroupsOf } from '../organisation-lookup.ts';
import type { Principal } from '../room.ts';
import type { RoleAssignment } from './state/list-state.ts';
import type { ListStore } from './state/list-store.ts';
import { ROLE_DEFINITIONS, SITE_GROUPS, siteRoleAssignments } from './state/site-groups.ts';
import type { SiteStore } from './state/site-store.ts';

/** What a caller may do, each level including those before it: nothing, read, write items, manage lists, everything. */
export const LEVEL = { none: 0, read: 1, write: 2, manage: 3, full: 4 } as const;

/** A value of `LEVEL`; a number, because levels are compared. */
export type AccessLevel = number;

const PERMISSIONS: Readonly<Record<string, AccessLevel>> = {
  'Sites.Read.All': LEVEL.read,
  'Sites.ReadWrite.All': LEVEL.write,
  'Sites.Manage.All': LEVEL.manage,
  'Sites.FullControl.All': LEVEL.full,
  'AllSites.Read': LEVEL.read,
  'AllSites.Write': LEVEL.write,
  'AllSites.Manage': LEVEL.manage,
  'AllSites.FullControl': LEVEL.full,
};
// `write` must not create lists or columns, and not even `fullcontrol` may hand out permissions: that needs Sites.FullControl.All.
const GRANTS: Readonly<Record<string, AccessLevel>> = {
  read: LEVEL.read,
  write: LEVEL.write,
  owner: LEVEL.manage,
  fullcontrol: LEVEL.manage,
};

const highest = (levels: readonly AccessLevel[]): AccessLevel => Math.max(LEVEL.none, ...levels);

function permittedLevel(site: SiteStore, caller: Principal, permissions: readonly string[]): AccessLevel {
  const general = permissions.map((permission) => PERMISSIONS[permission] ?? LEVEL.none);
  if (!permissions.includes('Sites.Selected')) return highest(general);
  const granted = site.state.grants.filter((grant) => sameId(grant.appId, caller.appId)).flatMap(({ roles }) => roles);
  return highest([...general, ...granted.map((role) => GRANTS[role] ?? LEVEL.none)]);
}

const inGroup = (site: SiteStore, groupId: string, userId: string): boolean =>
  transitiveGroupsOf(site.tenant, userId).some(({ id }) => sameId(id, groupId));

/** True when the row of the site's user list is the user or holds the user. */
function covers(site: SiteStore, principalId: number, userId: string): boolean {
  const principal = site.principal(principalId);
  if (principal?.kind === 'user') return sameId(principal.key, userId);
  if (principal?.kind === 'group') return inGroup(site, principal.key, userId);
  const siteGroup = SITE_GROUPS.find(({ id }) => id === principalId);
  if (siteGroup === undefined) return false;
  return (site.site.members ?? []).some(({ groupId, role }) => role === siteGroup.role && inGroup(site, groupId, userId));
}

function userLevel(site: SiteStore, userId: string, assignments: readonly RoleAssignment[]): AccessLevel {
  return highest(
    assignments
      .filter(({ principalId }) => covers(site, principalId, userId))
      .map(({ roleDefinitionId }) => ROLE_DEFINITIONS.find(({ id }) => id === roleDefinitionId)?.level ?? LEVEL.none),
  );
}

/**
 * What the caller may do on a site, or on one list of it. An app acts by its application permissions, under Sites.Selected by
 * its grant on this site. A user acts by the lesser of the app's delegated scopes and the user's own role, which a list with
 * broken inheritance decides for itself.
 */
export function accessOf(caller: Principal, site: SiteStore, list?: ListStore): AccessLevel {
  if (!sameId(caller.tenantId, site.tenant.id)) return LEVEL.none;
  if (caller.kind === 'app') return permittedLevel(site, caller, caller.roles);
  const scoped = permittedLevel(site, caller, caller.scopes);
  // Who administers the site collection opens every list of it, whoever else may.
  const administers = (site.site.administrators ?? []).some((id) => sameId(id, caller.objectId ?? ''));
  const own = administers ? LEVEL.full : userLevel(site, caller.objectId ?? '', list?.state.roleAssignments ?? siteRoleAssignments);
  return Math.min(own, scoped);
}
