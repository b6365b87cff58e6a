import type { TenantReply, TenantRequest } from '../exchange.ts';
import type { OrganisationTenant } from '../organisation.ts';
import { findTenant } from '../organisation-lookup.ts';
import { errorReply, isReply, notServed } from '../reply.ts';
import type { Principal, RoomSupplies } from '../room.ts';

/** Who calls and the tenant whose directory they see: always the token's own, never another. */
export interface DirectoryCaller {
  readonly caller: Principal;
  readonly tenant: OrganisationTenant;
}

type Answer = (request: TenantRequest, from: DirectoryCaller) => TenantReply;

/** Wraps a directory handler: verifies the token, finds the tenant and refuses query options that the handler does not serve. */
export const forCaller =
  (supplies: RoomSupplies, options: readonly string[], answer: Answer) =>
  async (request: TenantRequest): Promise<TenantReply> => {
    const caller = await supplies.authorise(request, 'graph');
    if (isReply(caller)) return caller;
    const tenant = findTenant(supplies.organisation, caller.tenantId);
    if (!tenant) return errorReply(401, 'InvalidAuthenticationToken', 'Access token validation failure. Invalid tenant.');
    const foreign = [...request.query.keys()].find((name) => !options.includes(name));
    return foreign === undefined ? answer(request, { caller, tenant }) : notServed(`${foreign} on ${request.path}`);
  };
