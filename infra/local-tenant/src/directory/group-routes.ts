import type { TenantRoute } from '../exchange.ts';
import type { OrganisationTenant } from '../organisation.ts';
import { findGroup, findUser } from '../organisation-lookup.ts';
import { errorReply } from '../reply.ts';
import type { Principal, RoomSupplies } from '../room.ts';
import { forCaller } from './caller-tenant.ts';
import { denied, holds, notFound, readsMemberships, readsUserNames, readsUsers } from './permission.ts';
import { groupJson, userJson } from './user-json.ts';

const defaultPage = 100;
const largestPage = 999;

/** One member; a caller who may see memberships but not users learns that there is a user, and nothing else about them. */
const memberJson = (tenant: OrganisationTenant, id: string, caller: Principal): object | undefined => {
  const group = findGroup(tenant, id);
  if (group) return groupJson(group, readsMemberships(caller));
  const user = findUser(tenant, id);
  if (!user) return undefined;
  const type = { '@odata.type': '#microsoft.graph.user' };
  if (!readsUserNames(caller)) return { ...type, id: user.id.toLowerCase(), displayName: null };
  return { ...type, ...userJson(user, undefined, !readsUsers(caller)) };
};

/** The members of a group, in pages. */
export const groupRoutes = (supplies: RoomSupplies): readonly TenantRoute[] => [
  {
    method: 'GET',
    pattern: '/v1.0/groups/{group}/members',
    handle: forCaller(supplies, ['$top', '$skiptoken'], (request, { caller, tenant }) => {
      if (!readsMemberships(caller) && !holds(caller, 'GroupMember.ReadBasic.All')) return denied();
      const asked = request.params.group ?? '';
      const group = findGroup(tenant, asked);
      if (!group) return notFound(asked);
      const top = Number(request.query.get('$top') ?? defaultPage);
      const start = Number(request.query.get('$skiptoken') ?? 0);
      if (!Number.isInteger(top) || top < 1 || top > largestPage || !Number.isInteger(start) || start < 0)
        return errorReply(400, 'Request_BadRequest', `Invalid page size specified: must be between 1 and ${largestPage}, inclusive.`);
      const members = group.members.flatMap((id) => memberJson(tenant, id, caller) ?? []);
      const next =
        start + top < members.length
          ? { '@odata.nextLink': `${request.origin}/v1.0/groups/${group.id}/members?$top=${top}&$skiptoken=${start + top}` }
          : {};
      const value = members.slice(start, start + top);
      const context = `${request.origin}/v1.0/$metadata#directoryObjects`;
      return { status: 200, body: { '@odata.context': context, ...next, value }, units: 3, headers: { 'x-ms-resource-unit': '3' } };
    }),
  },
];
