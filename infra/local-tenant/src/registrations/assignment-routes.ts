import { randomUUID } from 'node:crypto';
import { type DirectoryCaller, forCaller } from '../directory/caller-tenant.ts';
import { denied, notFound } from '../directory/permission.ts';
import { stableGuid } from '../entra/stable-guid.ts';
import type { TenantReply, TenantRequest, TenantRoute } from '../exchange.ts';
import type { OrganisationTenant } from '../organisation.ts';
import { findGroup, findUser, sameId } from '../organisation-lookup.ts';
import { isReply } from '../reply.ts';
import type { RoomSupplies } from '../room.ts';
import { administers, applicationAdministrators, privileged } from './administers.ts';
import { badRequest, bodyOf, empty, found } from './answers.ts';
import { graphAppId, graphRoles, principalIdOf } from './microsoft-services.ts';
import { principalsOf } from './principal-routes.ts';
import type { AppRoleAssignment } from './registration.ts';
import type { RegistrationStore } from './registration-store.ts';

/** The role of who is assigned and nothing more. */
const defaultAccess = '00000000-0000-0000-0000-000000000000';

const json = ({ tenantId: _tenant, ...assignment }: AppRoleAssignment): object => assignment;

/** Only a privileged administrator gives away what Graph itself lets apps do. */
const mayAssign = ({ caller, tenant }: DirectoryCaller, resourceId: string): boolean => {
  const ofGraph = sameId(resourceId, principalIdOf(tenant.id, graphAppId));
  const roles = ofGraph ? privileged : [...privileged, ...applicationAdministrators];
  return administers(caller, tenant, 'AppRoleAssignment.ReadWrite.All', roles);
};

const kindOf = (store: RegistrationStore, { tenant }: DirectoryCaller, id: string): AppRoleAssignment['principalType'] | undefined => {
  if (principalsOf(store, tenant).some((each) => sameId(each.id, id))) return 'ServicePrincipal';
  if (findGroup(tenant, id)) return 'Group';
  return findUser(tenant, id) ? 'User' : undefined;
};

const assign = (store: RegistrationStore, request: TenantRequest, from: DirectoryCaller): TenantReply => {
  const { id = '' } = request.params;
  if (!mayAssign(from, id)) return denied();
  const body = bodyOf(request, ['principalId', 'resourceId', 'appRoleId']);
  if (isReply(body)) return body;
  const { principalId, resourceId, appRoleId } = body as Readonly<Record<string, string>>;
  const resource = principalsOf(store, from.tenant).find((each) => sameId(each.id, id));
  if (!resource) return notFound(id);
  if (!principalId || !appRoleId || !sameId(resourceId ?? '', id)) return badRequest('Invalid value specified for property resourceId.');
  const principalType = kindOf(store, from, principalId);
  if (!principalType) return notFound(principalId);
  const takes = principalType === 'ServicePrincipal' ? 'Application' : 'User';
  const role = resource.appRoles.find((each) => each.id === appRoleId && each.allowedMemberTypes.includes(takes));
  if (!role && !(appRoleId === defaultAccess && resource.appRoles.length === 0))
    return badRequest('Permission being assigned was not found on application');
  const { assignments } = store.read();
  if (assignments.some((each) => sameId(each.principalId, principalId) && sameId(each.resourceId, id) && each.appRoleId === appRoleId))
    return badRequest('Permission being assigned already exists on the object');
  const made = { id: randomUUID(), tenantId: from.tenant.id, principalId, principalType, resourceId: resource.id, appRoleId };
  store.change({ assignments: [...assignments, made] });
  return found(request, 'appRoleAssignments/$entity', json(made), 201);
};

/** What the organisation's file says that its apps were given of Graph. */
const statedAssignments = (tenant: OrganisationTenant): readonly AppRoleAssignment[] =>
  tenant.apps
    .filter(({ knownIn }) => knownIn === undefined)
    .flatMap(({ clientId, appRoles = [] }) =>
      graphRoles
        .filter(({ value }) => appRoles.includes(value))
        .map(({ id: appRoleId }) => ({
          id: stableGuid('app role assignment', tenant.id, clientId, appRoleId),
          tenantId: tenant.id,
          principalId: principalIdOf(tenant.id, clientId),
          principalType: 'ServicePrincipal' as const,
          resourceId: principalIdOf(tenant.id, graphAppId),
          appRoleId,
        })),
    );

const listed =
  (store: RegistrationStore, side: 'principalId' | 'resourceId') =>
  (request: TenantRequest, { caller, tenant }: DirectoryCaller): TenantReply => {
    const reads = ['Application.ReadWrite.All', 'Application.Read.All', 'AppRoleAssignment.ReadWrite.All'];
    if (!reads.some((name) => administers(caller, tenant, name, [...privileged, ...applicationAdministrators]))) return denied();
    const { id = '' } = request.params;
    if (!principalsOf(store, tenant).some((each) => sameId(each.id, id))) return notFound(id);
    const value = [...statedAssignments(tenant), ...store.read().assignments].filter(
      (each) => sameId(each[side], id) && sameId(each.tenantId, tenant.id),
    );
    return found(request, 'appRoleAssignments', { value: value.map(json) });
  };

/** Roles of apps and who holds them: for an app this is an administrator's consent, for a group the way in. */
export const assignmentRoutes = (supplies: RoomSupplies, store: RegistrationStore): readonly TenantRoute[] => [
  {
    method: 'GET',
    pattern: '/v1.0/servicePrincipals/{id}/appRoleAssignedTo',
    handle: forCaller(supplies, ['$select'], listed(store, 'resourceId')),
  },
  {
    method: 'GET',
    pattern: '/v1.0/servicePrincipals/{id}/appRoleAssignments',
    handle: forCaller(supplies, ['$select'], listed(store, 'principalId')),
  },
  {
    method: 'POST',
    pattern: '/v1.0/servicePrincipals/{id}/appRoleAssignedTo',
    handle: forCaller(supplies, [], (request, from) => assign(store, request, from)),
  },
  {
    method: 'DELETE',
    pattern: '/v1.0/servicePrincipals/{id}/appRoleAssignedTo/{assignment}',
    handle: forCaller(supplies, [], (request, from) => {
      const { id = '', assignment = '' } = request.params;
      if (!mayAssign(from, id)) return denied();
      const { assignments } = store.read();
      const left = assignments.filter((each) => each.id !== assignment || !sameId(each.resourceId, id));
      if (left.length === assignments.length) return notFound(assignment);
      store.change({ assignments: left });
      return empty();
    }),
  },
];
