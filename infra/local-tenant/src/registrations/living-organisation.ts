import type { Organisation, OrganisationApp, OrganisationTenant } from '../organisation.ts';
import { sameId } from '../organisation-lookup.ts';
import { graphAppId, graphRoles, graphScopes, principalIdOf } from './microsoft-services.ts';
import type { RegisteredApp, Registrations } from './registration.ts';

/** What an administrator's consent gave the app in its own tenant: Graph's permissions by name, another app's behind that app's id. */
const rolesOf = (app: RegisteredApp, { apps, assignments }: Registrations): readonly string[] => {
  const mine = principalIdOf(app.tenantId, app.appId);
  return assignments
    .filter(({ principalId, tenantId }) => sameId(principalId, mine) && sameId(tenantId, app.tenantId))
    .flatMap(({ resourceId, appRoleId }) => {
      if (sameId(resourceId, principalIdOf(app.tenantId, graphAppId)))
        return graphRoles.filter(({ id }) => id === appRoleId).map(({ value }) => value);
      const resource = apps.find(({ appId }) => sameId(resourceId, principalIdOf(app.tenantId, appId)));
      return (resource?.appRoles ?? []).filter(({ id }) => id === appRoleId).map(({ value }) => `${resource?.appId}/${value}`);
    });
};

/** Who may call the app for a person: clients that it names itself, and those that a tenant's administrator let do so. */
const callersOf = (app: RegisteredApp, { apps, grants }: Registrations): NonNullable<OrganisationApp['callers']> => ({
  everywhere: app.api.preAuthorizedApplications.map(({ appId }) => appId),
  consented: grants
    .filter(({ resourceId, tenantId }) => sameId(resourceId, principalIdOf(tenantId, app.appId)))
    .flatMap(({ clientId, tenantId }) =>
      apps.filter(({ appId }) => sameId(clientId, principalIdOf(tenantId, appId))).map(({ appId }) => ({ tenantId, clientId: appId })),
    ),
});

const delegatedOf = (app: RegisteredApp, { grants }: Registrations): readonly string[] =>
  grants
    .filter(
      ({ clientId, resourceId }) =>
        sameId(clientId, principalIdOf(app.tenantId, app.appId)) && sameId(resourceId, principalIdOf(app.tenantId, graphAppId)),
    )
    .flatMap(({ scope }) => scope.split(' ').filter((name) => graphScopes.some(({ value }) => value === name)));

/** A registration as the token endpoint knows apps. Only what has a service principal somewhere can be signed in to. */
const asOrganisationApp = (app: RegisteredApp, all: Registrations): OrganisationApp => ({
  clientId: app.appId,
  displayName: app.displayName,
  federatedCredentials: app.federatedIdentityCredentials.flatMap(({ issuer, subject, audiences }) =>
    audiences.map((audience) => ({ issuer, subject, audience })),
  ),
  appRoles: rolesOf(app, all),
  identifierUris: app.identifierUris,
  scopes: app.api.oauth2PermissionScopes.filter(({ isEnabled }) => isEnabled).map(({ value }) => value),
  delegatedScopes: delegatedOf(app, all),
  multiTenant: app.signInAudience === 'AzureADMultipleOrgs',
  redirectUris: app.spa.redirectUris,
  publicClient: app.isFallbackPublicClient,
  knownIn: all.principals.filter(({ appId }) => appId === app.appId).map(({ tenantId }) => tenantId),
  asksForAcct: (app.optionalClaims.accessToken ?? []).some(({ name }) => name === 'acct'),
  callers: callersOf(app, all),
  onlyFor: all.principals
    .filter(({ appId, appRoleAssignmentRequired }) => appId === app.appId && appRoleAssignmentRequired)
    .map(({ tenantId, id }) => ({
      tenantId,
      principals: all.assignments.filter(({ resourceId }) => resourceId === id).map(({ principalId }) => principalId),
    })),
});

/** The organisation as it is now: what its file says, and what was registered in its tenants since. Each reading of `apps` is fresh. */
export const livingOrganisation = (
  organisation: Organisation,
  registered: () => Registrations,
  teamsApp: () => Organisation['teamsApp'],
): Organisation => {
  const tenants = organisation.tenants.map((tenant): OrganisationTenant => {
    const stated = tenant.apps;
    return {
      ...tenant,
      get apps() {
        const all = registered();
        const own = all.apps.filter(({ tenantId, isDeleted }) => sameId(tenantId, tenant.id) && !isDeleted);
        return [...stated, ...own.map((app) => asOrganisationApp(app, all))];
      },
    };
  });
  const { teamsApp: _stated, ...rest } = organisation;
  return {
    ...rest,
    tenants,
    get teamsApp() {
      return teamsApp();
    },
  } as Organisation;
};
