import { randomUUID } from 'node:crypto';
import { type DirectoryCaller, forCaller } from '../directory/caller-tenant.ts';
import { denied, notFound } from '../directory/permission.ts';
import type { TenantReply, TenantRequest, TenantRoute } from '../exchange.ts';
import { sameId } from '../organisation-lookup.ts';
import { isReply } from '../reply.ts';
import type { RoomSupplies } from '../room.ts';
import { administers, applicationAdministrators } from './administers.ts';
import { badRequest, bodyOf, empty, filterOf, found } from './answers.ts';
import { applicationProperties, changed, whyNot } from './application-fields.ts';
import type { RegisteredApp } from './registration.ts';
import type { RegistrationStore } from './registration-store.ts';

const permission = 'Application.ReadWrite.All';

const json = ({ tenantId: _tenant, federatedIdentityCredentials: _credentials, isDeleted: _deleted, ...app }: RegisteredApp): object => app;

/** The application that a request names among those of the caller's tenant, for a caller who may change applications. */
export const administered = (
  store: RegistrationStore,
  request: TenantRequest,
  { caller, tenant }: DirectoryCaller,
  isDeleted = false,
): RegisteredApp | TenantReply => {
  if (!administers(caller, tenant, permission, applicationAdministrators)) return denied();
  const { id = '' } = request.params;
  const app = store.read().apps.find((each) => sameId(each.id, id) && sameId(each.tenantId, tenant.id));
  return app && (app.isDeleted ?? false) === isDeleted ? app : notFound(id);
};

/** Puts an application in the place of the one with its id. */
export const keepApp = (store: RegistrationStore, app: RegisteredApp): void =>
  store.change({ apps: store.read().apps.map((each) => (each.id === app.id ? app : each)) });

/** A service principal goes with what it holds and what others hold of it. */
const withoutPrincipals = (store: RegistrationStore, isGone: (principal: { tenantId: string; appId: string; id: string }) => boolean) => {
  const { principals, assignments, grants } = store.read();
  const gone = new Set(principals.filter(isGone).map(({ id }) => id));
  store.change({
    principals: principals.filter(({ id }) => !gone.has(id)),
    assignments: assignments.filter(({ principalId, resourceId }) => !gone.has(principalId) && !gone.has(resourceId)),
    grants: grants.filter(({ clientId, resourceId }) => !gone.has(clientId) && !gone.has(resourceId)),
  });
};

/** Takes a service principal out of its tenant. */
export const removePrincipal = (store: RegistrationStore, id: string): void => withoutPrincipals(store, (principal) => principal.id === id);

/** App registrations: made, changed, deleted into the recycle bin, and out of it for good. */
export const applicationRoutes = (supplies: RoomSupplies, store: RegistrationStore): readonly TenantRoute[] => [
  {
    method: 'GET',
    pattern: '/v1.0/applications',
    handle: forCaller(supplies, ['$filter', '$select'], (request, { caller, tenant }) => {
      const reads = ['Application.Read.All', permission].some((name) => administers(caller, tenant, name, applicationAdministrators));
      if (!reads) return denied();
      const filter = filterOf(request, ['displayName', 'appId']);
      if (filter && isReply(filter)) return filter;
      const value = store
        .read()
        .apps.filter(({ tenantId, isDeleted }) => sameId(tenantId, tenant.id) && !isDeleted)
        .filter((app) => filter === undefined || sameId(app[filter.name as 'displayName' | 'appId'], filter.value));
      return found(request, 'applications', { value: value.map(json) });
    }),
  },
  {
    method: 'POST',
    pattern: '/v1.0/applications',
    handle: forCaller(supplies, [], (request, { caller, tenant }) => {
      if (!administers(caller, tenant, permission, applicationAdministrators)) return denied();
      const body = bodyOf(request, applicationProperties);
      if (isReply(body)) return body;
      const blank: RegisteredApp = {
        id: randomUUID(),
        appId: randomUUID(),
        tenantId: tenant.id,
        displayName: '',
        signInAudience: 'AzureADMyOrg',
        identifierUris: [],
        tags: [],
        isFallbackPublicClient: false,
        appRoles: [],
        api: { requestedAccessTokenVersion: null, oauth2PermissionScopes: [], preAuthorizedApplications: [] },
        optionalClaims: {},
        spa: { redirectUris: [] },
        web: { redirectUris: [] },
        requiredResourceAccess: [],
        federatedIdentityCredentials: [],
      };
      const made = changed(blank, body);
      const refused = whyNot(made, tenant, store.read());
      if (refused) return badRequest(refused.message, refused.code);
      store.change({ apps: [...store.read().apps, made] });
      return found(request, 'applications/$entity', json(made), 201);
    }),
  },
  {
    method: 'PATCH',
    pattern: '/v1.0/applications/{id}',
    handle: forCaller(supplies, [], (request, from) => {
      const app = administered(store, request, from);
      if (isReply(app)) return app;
      const body = bodyOf(request, applicationProperties);
      if (isReply(body)) return body;
      const made = changed(app, body);
      const refused = whyNot(made, from.tenant, store.read());
      if (refused) return badRequest(refused.message, refused.code);
      keepApp(store, made);
      return empty();
    }),
  },
  {
    method: 'DELETE',
    pattern: '/v1.0/applications/{id}',
    handle: forCaller(supplies, [], (request, from) => {
      const app = administered(store, request, from);
      if (isReply(app)) return app;
      keepApp(store, { ...app, isDeleted: true });
      withoutPrincipals(store, ({ tenantId, appId }) => appId === app.appId && sameId(tenantId, app.tenantId));
      return empty();
    }),
  },
  {
    method: 'DELETE',
    pattern: '/v1.0/directory/deletedItems/{id}',
    handle: forCaller(supplies, [], (request, from) => {
      const app = administered(store, request, from, true);
      if (isReply(app)) return app;
      store.change({ apps: store.read().apps.filter(({ id }) => id !== app.id) });
      return empty();
    }),
  },
];
