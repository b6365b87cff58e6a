import type { Organisation, OrganisationApp, OrganisationGroup, OrganisationTenant, OrganisationUser } from './organisation.ts';

/** Two identifiers (GUIDs, names of principals, host names) are the same whatever their case. */
export const sameId = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** The tenant with this id or domain, if the organisation has one. */
export const findTenant = (organisation: Organisation, idOrDomain: string): OrganisationTenant | undefined =>
  organisation.tenants.find((tenant) => sameId(tenant.id, idOrDomain) || sameId(tenant.domain, idOrDomain));

/** The person in this tenant (members and guests) by object id or user principal name. */
export const findUser = (tenant: OrganisationTenant, idOrPrincipalName: string): OrganisationUser | undefined =>
  tenant.users.find((user) => sameId(user.id, idOrPrincipalName) || sameId(user.userPrincipalName, idOrPrincipalName));

/** The group in this tenant by object id. */
export const findGroup = (tenant: OrganisationTenant, id: string): OrganisationGroup | undefined =>
  tenant.groups.find((group) => sameId(group.id, id));

/** An app as one tenant sees it: registered there (`home`), or a multi-tenant app of another tenant. */
export interface AppInTenant {
  readonly app: OrganisationApp;
  readonly home: OrganisationTenant;
}

/** An app of the organisation's file is let in everywhere; a registered one where it has a service principal. */
const isKnownIn = ({ knownIn }: OrganisationApp, tenant: OrganisationTenant): boolean =>
  knownIn === undefined || knownIn.some((id) => sameId(id, tenant.id));

/** The app that a tenant's people can sign in to: its own registrations first, then multi-tenant apps registered elsewhere. */
export const findApp = (
  organisation: Organisation,
  tenant: OrganisationTenant,
  matches: (app: OrganisationApp) => boolean,
): AppInTenant | undefined => {
  const own = tenant.apps.find((app) => isKnownIn(app, tenant) && matches(app));
  if (own) return { app: own, home: tenant };
  for (const home of organisation.tenants) {
    const app = home.apps.find((candidate) => candidate.multiTenant === true && isKnownIn(candidate, tenant) && matches(candidate));
    if (app) return { app, home };
  }
  return undefined;
};

/** The ids of every group that holds the person directly or through a nested group. */
export const transitiveGroupsOf = (tenant: OrganisationTenant, userId: string): readonly OrganisationGroup[] => {
  const found = new Map<string, OrganisationGroup>();
  const visit = (memberId: string): void => {
    for (const group of tenant.groups) {
      if (found.has(group.id) || !group.members.some((member) => sameId(member, memberId))) continue;
      found.set(group.id, group);
      visit(group.id);
    }
  };
  visit(userId);
  return [...found.values()];
};
