import type { TenantReply, TenantRequest } from '../exchange.ts';
import type { OrganisationTenant } from '../organisation.ts';
import { type AppInTenant, findApp, findTenant, findUser, sameId } from '../organisation-lookup.ts';
import { authenticateClient } from './client-authentication.ts';
import { clientInfo } from './client-info.ts';
import { type EntraRefusal, isRefusal, refusal, refusalReply } from './entra-error.ts';
import { grantScopes, unknownResource } from './granted-scopes.ts';
import { pageGrant } from './page-grant.ts';
import { isPublicGrant, personGrant } from './public-client.ts';
import { findResource, parseScopes } from './resource.ts';
import { signToken } from './sign-token.ts';
import { appClaims, type ClientProof, type Issuance, idTokenClaims, tokenLifetime, userClaims } from './token-claims.ts';
import type { TokenEndpoint } from './token-parts.ts';
import { verifyEntraToken } from './verify-token.ts';

interface Grant {
  readonly issuance: Issuance;
  readonly client: AppInTenant;
  readonly proof: ClientProof;
  readonly form: URLSearchParams;
}

const onBehalfOf = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const tokenReply = (accessToken: string, more: object = {}): TenantReply => ({
  status: 200,
  body: { token_type: 'Bearer', expires_in: tokenLifetime, ext_expires_in: tokenLifetime, access_token: accessToken, ...more },
});

const clientCredentials = async ({ supplies, keys }: TokenEndpoint, grant: Grant): Promise<TenantReply | EntraRefusal> => {
  const { tenant } = grant.issuance;
  const scope = grant.form.get('scope') ?? '';
  const asked = parseScopes(scope);
  if (asked.resource === undefined || asked.names.length !== 1 || asked.names[0] !== '.default')
    return refusal(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  const resource = findResource(supplies.organisation, tenant, asked.resource);
  if (!resource) return unknownResource(asked.resource, tenant);
  return tokenReply(await signToken(appClaims(grant.issuance, grant.client, resource, grant.proof), keys.current()));
};

const exchangeUserToken = async (endpoint: TokenEndpoint, grant: Grant): Promise<TenantReply | EntraRefusal> => {
  const { issuance, client, form } = grant;
  const { organisation, now } = endpoint.supplies;
  if (form.get('requested_token_use') !== 'on_behalf_of')
    return refusal(400, 'invalid_request', 900144, "The request body must contain the following parameter: 'requested_token_use'.");
  const claims = await verifyEntraToken(form.get('assertion') ?? '', {
    organisation,
    keys: endpoint.keys,
    origin: issuance.origin,
    now: now(),
  });
  if (claims === 'expired') return refusal(400, 'invalid_grant', 500133, 'Assertion is not within its valid time range.');
  if (typeof claims === 'string') return refusal(400, 'invalid_grant', 50013, `Assertion failed ${claims} validation.`);
  if (!sameId(String(claims.aud), client.app.clientId))
    return refusal(400, 'invalid_grant', 500131, 'Assertion audience does not match the Client app presenting the assertion.');
  if (claims.idtyp === 'app') return refusal(400, 'invalid_grant', 50001, 'An app-only token cannot be exchanged on behalf of a user.');
  if (!sameId(String(claims.tid), issuance.tenant.id))
    return refusal(400, 'invalid_grant', 50013, 'Assertion was issued by another tenant.');
  const user = findUser(issuance.tenant, String(claims.oid));
  if (!user) return refusal(400, 'invalid_grant', 50034, 'The user account does not exist in the directory.');
  if (user.accountEnabled === false) return refusal(400, 'invalid_grant', 50057, 'The user account is disabled.');
  const granted = grantScopes(organisation, issuance.tenant, form.get('scope') ?? '', client.app.delegatedScopes ?? []);
  if (isRefusal(granted)) return granted;
  const { clientId } = client.app;
  const key = endpoint.keys.current();
  const access = await signToken(userClaims(issuance, user, { clientId, proof: grant.proof }, granted.resource, granted.scopes), key);
  const idToken = granted.openId.includes('openid') ? { id_token: await signToken(idTokenClaims(issuance, user, clientId), key) } : {};
  const home = form.get('client_info') === '1' ? { client_info: clientInfo(issuance.tenant, user) } : {};
  return tokenReply(access, {
    scope: granted.scopes.map((name) => `${granted.resource.audience}/${name}`).join(' '),
    ...idToken,
    ...home,
  });
};

const issue = async (
  endpoint: TokenEndpoint,
  request: TenantRequest,
  tenant: OrganisationTenant,
  form: URLSearchParams,
): Promise<TenantReply | EntraRefusal> => {
  const { organisation, now } = endpoint.supplies;
  const clientId = form.get('client_id') ?? '';
  const client = findApp(organisation, tenant, (app) => sameId(app.clientId, clientId));
  if (!client)
    return refusal(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${tenant.displayName}'.`,
    );
  const issuance: Issuance = { origin: request.origin, tenant, now: now() };
  if (client.app.publicClient === true && isPublicGrant(form.get('grant_type')))
    return personGrant(endpoint, issuance, client.app, form, tenant);
  const base = `${request.origin}/${request.params.tenant}`;
  const lowered = `${request.origin}/${tenant.id.toLowerCase()}`;
  const audiences = [base, lowered].flatMap((prefix) => [`${prefix}/oauth2/v2.0/token`, `${prefix}/v2.0`]);
  const verifyOwn = (token: string) => verifyEntraToken(token, { organisation, keys: endpoint.keys, origin: request.origin, now: now() });
  const proof = await authenticateClient(client.app, form, { audiences, now: now(), verifyOwn });
  if (typeof proof !== 'string') return proof;
  const grant: Grant = { issuance, client, proof, form };
  const kind = form.get('grant_type');
  if (kind === 'client_credentials') return clientCredentials(endpoint, grant);
  if (kind === onBehalfOf) return exchangeUserToken(endpoint, grant);
  return refusal(400, 'unsupported_grant_type', 70003, `The app requested an unsupported grant type '${kind ?? ''}'.`);
};

/** Serves one request to `/{tenant}/oauth2/v2.0/token`. */
export const answerTokenRequest = async (endpoint: TokenEndpoint, request: TenantRequest): Promise<TenantReply> => {
  const form = new URLSearchParams(request.body.toString('utf8'));
  const correlation = form.get('client-request-id') ?? request.query.get('client-request-id') ?? undefined;
  const tenant = findTenant(endpoint.supplies.organisation, request.params.tenant ?? '');
  const ofPage = await pageGrant(endpoint, request, form);
  if (ofPage) {
    const { headers, ...reply } = isRefusal(ofPage) ? refusalReply(ofPage, endpoint.supplies.now(), correlation) : ofPage;
    return { ...reply, headers: { ...headers, 'access-control-allow-origin': '*' } };
  }
  const issued = tenant
    ? await issue(endpoint, request, tenant, form)
    : refusal(
        400,
        'invalid_request',
        90002,
        `Tenant '${request.params.tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
      );
  return isRefusal(issued) ? refusalReply(issued, endpoint.supplies.now(), correlation) : issued;
};
