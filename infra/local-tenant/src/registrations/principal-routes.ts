import { forCaller } from '../directory/caller-tenant.ts';
import { denied, notFound } from '../directory/permission.ts';
import type { TenantRoute } from '../exchange.ts';
import type { OrganisationTenant } from '../organisation.ts';
import { sameId } from '../organisation-lookup.ts';
import { isReply } from '../reply.ts';
import type { Principal, RoomSupplies } from '../room.ts';
import { administers, applicationAdministrators } from './administers.ts';
import { badInDetail, bodyOf, empty, filterOf, found, taken } from './answers.ts';
import { removePrincipal } from './application-routes.ts';
import { graphAppId, graphRoles, graphScopes, principalIdOf } from './microsoft-services.ts';
import type { AppRole, PermissionScope, RegisteredApp, ServicePrincipal } from './registration.ts';
import type { RegistrationStore } from './registration-store.ts';

const permission = 'Application.ReadWrite.All';
const may = (caller: Principal, tenant: OrganisationTenant): boolean => administers(caller, tenant, permission, applicationAdministrators);

/** A service principal as it is told, with what its app offers. */
interface ToldPrincipal {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly appRoleAssignmentRequired: boolean;
  readonly appRoles: readonly AppRole[];
  readonly oauth2PermissionScopes: readonly PermissionScope[];
}

/** Every service principal of a tenant: Graph's own, those of the organisation's file, and those that were made. */
export const principalsOf = (store: RegistrationStore, tenant: OrganisationTenant): readonly ToldPrincipal[] => {
  const { principals, apps } = store.read();
  const stated = tenant.apps.filter(({ knownIn }) => knownIn === undefined);
  return [
    {
      id: principalIdOf(tenant.id, graphAppId),
      appId: graphAppId,
      displayName: 'Microsoft Graph',
      appRoleAssignmentRequired: false,
      appRoles: graphRoles,
      oauth2PermissionScopes: graphScopes,
    },
    ...stated.map(({ clientId, displayName }) => ({
      id: principalIdOf(tenant.id, clientId),
      appId: clientId,
      displayName,
      appRoleAssignmentRequired: false,
      appRoles: [],
      oauth2PermissionScopes: [],
    })),
    ...principals
      .filter(({ tenantId }) => sameId(tenantId, tenant.id))
      .map(({ tenantId: _tenant, ...principal }) => {
        const app = apps.find(({ appId }) => appId === principal.appId);
        return {
          ...principal,
          displayName: app?.displayName ?? '',
          appRoles: app?.appRoles ?? [],
          oauth2PermissionScopes: app?.api.oauth2PermissionScopes ?? [],
        };
      }),
  ];
};

const isAdmissible = (app: RegisteredApp | undefined, tenant: OrganisationTenant): app is RegisteredApp =>
  app !== undefined && !app.isDeleted && (sameId(app.tenantId, tenant.id) || app.signInAudience === 'AzureADMultipleOrgs');

/** Service principals: what lets an app into one tenant. */
export const principalRoutes = (supplies: RoomSupplies, store: RegistrationStore): readonly TenantRoute[] => [
  {
    method: 'GET',
    pattern: '/v1.0/servicePrincipals',
    handle: forCaller(supplies, ['$filter', '$select'], (request, { caller, tenant }) => {
      if (!may(caller, tenant) && !administers(caller, tenant, 'Application.Read.All', applicationAdministrators)) return denied();
      const filter = filterOf(request, ['appId', 'displayName']);
      if (filter && isReply(filter)) return filter;
      const value = principalsOf(store, tenant).filter(
        (each) => filter === undefined || sameId(each[filter.name as 'appId' | 'displayName'], filter.value),
      );
      return found(request, 'servicePrincipals', { value });
    }),
  },
  {
    method: 'POST',
    pattern: '/v1.0/servicePrincipals',
    handle: forCaller(supplies, [], (request, { caller, tenant }) => {
      if (!may(caller, tenant)) return denied();
      const body = bodyOf(request, ['appId', 'appRoleAssignmentRequired', 'tags']);
      if (isReply(body)) return body;
      const appId = String(body.appId ?? '');
      if (principalsOf(store, tenant).some((each) => sameId(each.appId, appId)))
        return taken(
          `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
        );
      const app = store.read().apps.find((each) => sameId(each.appId, appId));
      if (!isAdmissible(app, tenant))
        return badInDetail(
          `The appId '${appId}' of the service principal does not reference a valid application object.`,
          'NoBackingApplicationObject',
        );
      const made: ServicePrincipal = {
        id: principalIdOf(tenant.id, app.appId),
        tenantId: tenant.id,
        appId: app.appId,
        appRoleAssignmentRequired: body.appRoleAssignmentRequired === true,
      };
      store.change({ principals: [...store.read().principals, made] });
      return found(request, 'servicePrincipals/$entity', principalsOf(store, tenant).find(({ id }) => id === made.id) ?? {}, 201);
    }),
  },
  {
    method: 'PATCH',
    pattern: '/v1.0/servicePrincipals/{id}',
    handle: forCaller(supplies, [], (request, { caller, tenant }) => {
      if (!may(caller, tenant)) return denied();
      const body = bodyOf(request, ['appRoleAssignmentRequired']);
      if (isReply(body)) return body;
      const isNamed = (each: ServicePrincipal): boolean => sameId(each.id, request.params.id ?? '') && sameId(each.tenantId, tenant.id);
      const { principals } = store.read();
      if (!principals.some(isNamed)) return notFound(request.params.id ?? '');
      const required = body.appRoleAssignmentRequired === true;
      store.change({ principals: principals.map((each) => (isNamed(each) ? { ...each, appRoleAssignmentRequired: required } : each)) });
      return empty();
    }),
  },
  {
    method: 'DELETE',
    pattern: '/v1.0/servicePrincipals/{id}',
    handle: forCaller(supplies, [], (request, { caller, tenant }) => {
      if (!may(caller, tenant)) return denied();
      const named = store.read().principals.find((each) => sameId(each.id, request.params.id ?? '') && sameId(each.tenantId, tenant.id));
      if (!named) return notFound(request.params.id ?? '');
      removePrincipal(store, named.id);
      return empty();
    }),
  },
];
