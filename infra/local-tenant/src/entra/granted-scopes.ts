import type { Organisation, OrganisationTenant } from '../organisation.ts';
import { type EntraRefusal, refusal } from './entra-error.ts';
import { findResource, parseScopes, type Resource } from './resource.ts';

/** A resource and the delegated permissions for it. */
export interface ScopeGrant {
  readonly resource: Resource;
  readonly scopes: readonly string[];
  readonly openId: readonly string[];
}

export const unknownResource = (identifier: string, tenant: OrganisationTenant): EntraRefusal =>
  refusal(
    400,
    'invalid_resource',
    500011,
    `The resource principal named ${identifier} was not found in the tenant named ${tenant.displayName}. This can happen if the application has not been installed by the administrator of the tenant.`,
  );

/**
 * What a client may do for a user: the scopes that the resource's app offers or, for Microsoft's own services, those that
 * were consented to. `at-sign-in`: the local run's people consent to whatever is asked when they sign in.
 */
export const grantScopes = (
  organisation: Organisation,
  tenant: OrganisationTenant,
  scope: string,
  consented: readonly string[] | 'at-sign-in',
): ScopeGrant | EntraRefusal => {
  const asked = parseScopes(scope);
  const invalid = (aadsts: number, why: string): EntraRefusal =>
    refusal(400, 'invalid_scope', aadsts, `The provided value for the input parameter 'scope' is not valid. The scope ${scope} ${why}.`);
  if (asked.mixed) return invalid(28000, 'contains more than one resource');
  if (asked.resource === undefined) return invalid(70011, 'names no resource');
  const resource = findResource(organisation, tenant, asked.resource);
  if (!resource) return unknownResource(asked.resource, tenant);
  const named = asked.names.filter((name) => name !== '.default');
  const apiScopes = resource.kind === 'api' ? (resource.api.app.scopes ?? []) : undefined;
  const allowed = apiScopes ?? (consented === 'at-sign-in' ? named : consented);
  const missing = named.some((name) => !allowed.includes(name));
  if (missing && apiScopes) return invalid(70011, 'does not exist');
  const scopes = named.length < asked.names.length ? allowed : named;
  if (missing || scopes.length === 0)
    return refusal(
      400,
      'invalid_grant',
      65001,
      'The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
    );
  return { resource, scopes, openId: asked.openId };
};
