import { randomUUID } from 'node:crypto';
import { forCaller } from '../directory/caller-tenant.ts';
import { denied, notFound } from '../directory/permission.ts';
import type { TenantRoute } from '../exchange.ts';
import { sameId } from '../organisation-lookup.ts';
import { isReply } from '../reply.ts';
import type { RoomSupplies } from '../room.ts';
import { administers, applicationAdministrators, privileged } from './administers.ts';
import { badRequest, bodyOf, empty, filterOf, found, taken } from './answers.ts';
import { principalsOf } from './principal-routes.ts';
import type { PermissionGrant } from './registration.ts';
import type { RegistrationStore } from './registration-store.ts';

const permission = 'DelegatedPermissionGrant.ReadWrite.All';
const roles = [...privileged, ...applicationAdministrators];
const json = ({ tenantId: _tenant, ...grant }: PermissionGrant): object => grant;

/** Delegated permissions that an administrator agreed to for a whole tenant. */
export const grantRoutes = (supplies: RoomSupplies, store: RegistrationStore): readonly TenantRoute[] => [
  {
    method: 'GET',
    pattern: '/v1.0/oauth2PermissionGrants',
    handle: forCaller(supplies, ['$filter'], (request, { caller, tenant }) => {
      if (!administers(caller, tenant, permission, roles)) return denied();
      const filter = filterOf(request, ['clientId', 'resourceId']);
      if (filter && isReply(filter)) return filter;
      const value = store
        .read()
        .grants.filter(({ tenantId }) => sameId(tenantId, tenant.id))
        .filter((grant) => filter === undefined || sameId(grant[filter.name as 'clientId' | 'resourceId'], filter.value));
      return found(request, 'oauth2PermissionGrants', { value: value.map(json) });
    }),
  },
  {
    method: 'POST',
    pattern: '/v1.0/oauth2PermissionGrants',
    handle: forCaller(supplies, [], (request, { caller, tenant }) => {
      if (!administers(caller, tenant, permission, roles)) return denied();
      const body = bodyOf(request, ['clientId', 'consentType', 'principalId', 'resourceId', 'scope']);
      if (isReply(body)) return body;
      const { clientId = '', resourceId = '', scope = '', consentType } = body as Readonly<Record<string, string>>;
      if (consentType !== 'AllPrincipals') return badRequest('Invalid value specified for property consentType.');
      const known = principalsOf(store, tenant);
      const unknown = [clientId, resourceId].find((id) => !known.some((each) => sameId(each.id, id)));
      if (unknown !== undefined) return notFound(unknown);
      const { grants } = store.read();
      if (grants.some((each) => sameId(each.clientId, clientId) && sameId(each.resourceId, resourceId)))
        return taken('Permission entry already exists.');
      const made: PermissionGrant = { id: randomUUID(), tenantId: tenant.id, clientId, resourceId, consentType, principalId: null, scope };
      store.change({ grants: [...grants, made] });
      return found(request, 'oauth2PermissionGrants/$entity', json(made), 201);
    }),
  },
  {
    method: 'PATCH',
    pattern: '/v1.0/oauth2PermissionGrants/{id}',
    handle: forCaller(supplies, [], (request, { caller, tenant }) => {
      if (!administers(caller, tenant, permission, roles)) return denied();
      const body = bodyOf(request, ['scope']);
      if (isReply(body)) return body;
      const isNamed = ({ id, tenantId }: PermissionGrant): boolean => id === request.params.id && sameId(tenantId, tenant.id);
      const { grants } = store.read();
      if (!grants.some(isNamed)) return notFound(request.params.id ?? '');
      store.change({ grants: grants.map((each) => (isNamed(each) ? { ...each, scope: String(body.scope ?? '') } : each)) });
      return empty();
    }),
  },
  {
    method: 'DELETE',
    pattern: '/v1.0/oauth2PermissionGrants/{id}',
    handle: forCaller(supplies, [], (request, { caller, tenant }) => {
      if (!administers(caller, tenant, permission, roles)) return denied();
      const { grants } = store.read();
      const left = grants.filter(({ id, tenantId }) => id !== request.params.id || !sameId(tenantId, tenant.id));
      if (left.length === grants.length) return notFound(request.params.id ?? '');
      store.change({ grants: left });
      return empty();
    }),
  },
];
