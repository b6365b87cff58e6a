import type { TenantReply, TenantRequest } from '../exchange.ts';
import type { OrganisationApp } from '../organisation.ts';
import { findTenant, sameId } from '../organisation-lookup.ts';
import { type EntraRefusal, refusal } from './entra-error.ts';
import { isPageGrant, personGrant } from './public-client.ts';
import type { TokenEndpoint } from './token-parts.ts';

/**
 * What a page of a registered address asks for: its code for tokens, and new ones by its refresh token. Only a browser may, which names the origin of the page.
 * Undefined where the request is none of a page. At `organizations` a person is who they are at home.
 */
export const pageGrant = async (
  endpoint: TokenEndpoint,
  request: TenantRequest,
  form: URLSearchParams,
): Promise<TenantReply | EntraRefusal | undefined> => {
  const { organisation, now } = endpoint.supplies;
  if (!isPageGrant(form.get('grant_type'))) return undefined;
  const isAsked = ({ clientId, redirectUris = [] }: OrganisationApp): boolean =>
    redirectUris.length > 0 && sameId(clientId, form.get('client_id') ?? '');
  const client = organisation.tenants.flatMap(({ apps }) => apps).find(isAsked);
  if (!client) return undefined;
  const { origin } = request.headers;
  if (origin === undefined)
    return refusal(
      400,
      'invalid_request',
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
  if (!(client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin))
    return refusal(
      400,
      'invalid_request',
      9002326,
      `Cross-origin token redemption is permitted only for registered addresses. Request origin: '${origin}'.`,
    );
  const named = request.params.tenant ?? '';
  const tenant = findTenant(organisation, named);
  if (!tenant && named !== 'organizations') return refusal(400, 'invalid_request', 90002, `Tenant '${named}' not found.`);
  return personGrant(endpoint, { origin: request.origin, now: now() }, client, form, tenant);
};
