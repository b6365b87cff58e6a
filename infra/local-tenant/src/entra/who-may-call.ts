import type { OrganisationTenant, OrganisationUser } from '../organisation.ts';
import { sameId, transitiveGroupsOf } from '../organisation-lookup.ts';
import { type EntraRefusal, refusal } from './entra-error.ts';
import type { Resource } from './resource.ts';

/**
 * Why this client gets no token for this person and resource, as far as the resource's own registration decides: it must have named the client or an
 * administrator of the tenant must have agreed to it, and where people are to be assigned the person must be.
 */
export const whyShut = (
  tenant: OrganisationTenant,
  user: OrganisationUser,
  clientId: string,
  resource: Resource,
): EntraRefusal | undefined => {
  if (resource.kind !== 'api') return undefined;
  const { callers, onlyFor = [], displayName } = resource.api.app;
  const mayCall =
    callers === undefined ||
    callers.everywhere.some((id) => sameId(id, clientId)) ||
    callers.consented.some((each) => sameId(each.clientId, clientId) && sameId(each.tenantId, tenant.id));
  if (!mayCall)
    return refusal(
      400,
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application with ID '${clientId}'. Send an interactive authorization request for this user and resource.`,
    );
  const assigned = onlyFor.find(({ tenantId }) => sameId(tenantId, tenant.id))?.principals;
  const ids = [user.id, ...transitiveGroupsOf(tenant, user.id).map(({ id }) => id)];
  if (assigned === undefined || assigned.some((principal) => ids.some((id) => sameId(id, principal)))) return undefined;
  return refusal(
    400,
    'invalid_grant',
    50105,
    `Your administrator has configured the application ${displayName} to block users unless they are specifically granted ('assigned') access to the application.`,
  );
};
