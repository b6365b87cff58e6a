import type { TenantReply, TenantRoute } from '../exchange.ts';
import { findGroup, findUser, sameId, transitiveGroupsOf } from '../organisation-lookup.ts';
import { errorReply, jsonObject } from '../reply.ts';
import type { RoomSupplies } from '../room.ts';
import { forCaller } from './caller-tenant.ts';
import { denied, isSelf, notFound, readsMemberships, readsUserNames, readsUsers } from './permission.ts';
import { groupJson, isBasic, selectedProperties, userJson } from './user-json.ts';

const mostGroups = 20;

/** `$select` costs one unit less, at least one remains (throttling-limits). */
const costOf = (units: number, select: string | undefined): { units: number; headers: Record<string, string> } => {
  const cost = Math.max(1, select === undefined ? units : units - 1);
  return { units: cost, headers: { 'x-ms-resource-unit': String(cost) } };
};

const badSelect = (name: string): TenantReply =>
  errorReply(
    400,
    'BadRequest',
    `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.user'.`,
  );

const getUser = (supplies: RoomSupplies) =>
  forCaller(supplies, ['$select'], (request, { caller, tenant }) => {
    const asked = request.params.user ?? '';
    const user = findUser(tenant, asked);
    const all = readsUsers(caller) || (user !== undefined && isSelf(caller, user.id));
    if (!all && !readsUserNames(caller)) return denied();
    const select = request.query.get('$select');
    const selected = selectedProperties(select);
    if (selected && 'unknown' in selected) return badSelect(selected.unknown);
    if (selected && !all && !isBasic(selected.names)) return denied();
    if (!user) return notFound(asked);
    const context = { '@odata.context': `${request.origin}/v1.0/$metadata#users/$entity` };
    return { status: 200, body: { ...context, ...userJson(user, selected?.names, !all) }, ...costOf(1, select) };
  });

const getManager = (supplies: RoomSupplies) =>
  forCaller(supplies, ['$select'], (request, { caller, tenant }) => {
    if (!readsUsers(caller)) return denied();
    const asked = request.params.user ?? '';
    // Nobody in this organisation has a manager on record: councils and schools seldom keep one in Entra either.
    return findUser(tenant, asked) ? { ...notFound('manager'), ...costOf(1, undefined) } : notFound(asked);
  });

const getTransitiveMemberOf = (supplies: RoomSupplies) =>
  forCaller(supplies, [], (request, { caller, tenant }) => {
    const asked = request.params.user ?? '';
    const user = findUser(tenant, asked);
    if (!readsUsers(caller) && !(user && isSelf(caller, user.id))) return denied();
    if (!user) return notFound(asked);
    const value = transitiveGroupsOf(tenant, user.id).map((group) => groupJson(group, readsMemberships(caller)));
    return { status: 200, body: { '@odata.context': `${request.origin}/v1.0/$metadata#directoryObjects`, value }, ...costOf(2, undefined) };
  });

const checkMemberGroups = (supplies: RoomSupplies) =>
  forCaller(supplies, [], (request, { caller, tenant }) => {
    const asked = request.params.user ?? '';
    const user = findUser(tenant, asked);
    const self = user !== undefined && isSelf(caller, user.id);
    if (!self && !(readsUsers(caller) && readsMemberships(caller))) return denied();
    const ids = jsonObject(request.body)?.groupIds;
    if (!Array.isArray(ids) || ids.length === 0 || !ids.every((id): id is string => typeof id === 'string'))
      return errorReply(400, 'Request_BadRequest', 'Invalid value specified for property groupIds of resource.');
    if (ids.length > mostGroups) return errorReply(400, 'Request_BadRequest', `The number of group ids must not exceed ${mostGroups}.`);
    if (!user) return notFound(asked);
    const memberOf = transitiveGroupsOf(tenant, user.id);
    const value = ids.filter((id) => findGroup(tenant, id) !== undefined && memberOf.some((group) => sameId(group.id, id)));
    return {
      status: 200,
      body: { '@odata.context': `${request.origin}/v1.0/$metadata#Collection(Edm.String)`, value },
      ...costOf(4, undefined),
    };
  });

/** Users: one user, the manager, the groups of a user, and whether a user is in certain groups. */
export const userRoutes = (supplies: RoomSupplies): readonly TenantRoute[] => [
  { method: 'GET', pattern: '/v1.0/users/{user}', handle: getUser(supplies) },
  { method: 'GET', pattern: '/v1.0/users/{user}/manager', handle: getManager(supplies) },
  { method: 'GET', pattern: '/v1.0/users/{user}/transitiveMemberOf', handle: getTransitiveMemberOf(supplies) },
  { method: 'POST', pattern: '/v1.0/users/{user}/checkMemberGroups', handle: checkMemberGroups(supplies) },
];
