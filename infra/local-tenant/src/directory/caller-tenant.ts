import type { TenantReply, TenantRequest } from '../exchange.ts';
import type { OrganisationTenant } from '../organisation.ts';
import { findTenant } from '../organisation-lookup.ts';
import { errorReply, isReply, notServed } from '../reply.ts';
import type { Principal, RoomSupplies } from '../room.ts';
import { type Charging, identityLimit } from './identity-limit.ts';

/** Who calls and the tenant whose directory they see: always the token's own, never another. */
export interface DirectoryCaller {
  readonly caller: Principal;
  readonly tenant: OrganisationTenant;
}

type Answer = (request: TenantRequest, from: DirectoryCaller) => TenantReply;

/** Of each running tenant: what its apps have spent of the directory's units. */
const limits = new WeakMap<RoomSupplies, Charging>();
const limitOf = (supplies: RoomSupplies): Charging => {
  const known = limits.get(supplies) ?? identityLimit(supplies.now);
  limits.set(supplies, known);
  return known;
};

/** Wraps a directory handler: verifies the token, finds the tenant, refuses query options that the handler does not serve, and charges what the answer costs. */
export const forCaller =
  (supplies: RoomSupplies, options: readonly string[], answer: Answer) =>
  async (request: TenantRequest): Promise<TenantReply> => {
    const caller = await supplies.authorise(request, 'graph');
    if (isReply(caller)) return caller;
    const tenant = findTenant(supplies.organisation, caller.tenantId);
    if (!tenant) return errorReply(401, 'InvalidAuthenticationToken', 'Access token validation failure. Invalid tenant.');
    const foreign = [...request.query.keys()].find((name) => !options.includes(name));
    return foreign === undefined
      ? limitOf(supplies)(caller, tenant, answer(request, { caller, tenant }))
      : notServed(`${foreign} on ${request.path}`);
  };
