import type { TenantReply, TenantRequest } from '../exchange.ts';
import type { OrganisationTenant } from '../organisation.ts';
import { findApp, findTenant, sameId } from '../organisation-lookup.ts';
import { challengeOf } from './authorization-codes.ts';
import { clientInfo } from './client-info.ts';
import { deviceCodeLifetime, type Session } from './device-codes.ts';
import { type EntraRefusal, isRefusal, refusal, refusalReply } from './entra-error.ts';
import { grantScopes } from './granted-scopes.ts';
import { parseScopes } from './resource.ts';
import { signToken } from './sign-token.ts';
import { type Issuance, idTokenClaims, tokenLifetime, userClaims } from './token-claims.ts';
import type { TokenEndpoint } from './token-parts.ts';
import { whyShut } from './who-may-call.ts';

/** The standard's name for it, and the one that msal sends: Entra takes both. */
const deviceGrants: readonly (string | null)[] = ['urn:ietf:params:oauth:grant-type:device_code', 'device_code'];

/** Grants that a program without a proof of its own may ask for: a person signed in. */
export const isPublicGrant = (kind: string | null): boolean => deviceGrants.includes(kind) || kind === 'refresh_token';

/** Grants that a page may ask for, from its own origin: Entra redeems them for a browser only. */
export const isPageGrant = (kind: string | null): boolean => kind === 'authorization_code' || kind === 'refresh_token';

const notPublic = refusal(
  401,
  'invalid_client',
  7000218,
  "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
);

/** Milliseconds that a page's session lasts from the sign-in. */
const pageSession = 86_400_000;

const signedIn = ({ signIns }: TokenEndpoint, form: URLSearchParams, clientId: string, now: Date): Session | EntraRefusal => {
  const code = signIns.take(form.get('code') ?? '');
  if (code === 'expired') return refusal(400, 'invalid_grant', 70008, 'The provided authorization code or refresh token has expired.');
  if (!code || !sameId(code.clientId, clientId))
    return refusal(400, 'invalid_grant', 54005, 'OAuth2 Authorization code was already redeemed, please retry with a new valid code.');
  if (code.redirectUri !== form.get('redirect_uri'))
    return refusal(400, 'invalid_client', 500112, 'The reply address does not match the reply address provided when requesting the code.');
  if (challengeOf(form.get('code_verifier') ?? '') !== code.challenge)
    return refusal(
      400,
      'invalid_grant',
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    );
  return { ...code, until: new Date(now.getTime() + pageSession) };
};

const sessionOf = (endpoint: TokenEndpoint, form: URLSearchParams, clientId: string, now: Date): Session | EntraRefusal => {
  const { codes } = endpoint;
  if (form.get('grant_type') === 'authorization_code') return signedIn(endpoint, form, clientId, now);
  if (form.get('grant_type') === 'refresh_token') {
    const session = codes.session(form.get('refresh_token') ?? '');
    if (!session || !sameId(session.clientId, clientId))
      return refusal(400, 'invalid_grant', 9002313, 'Invalid request. The refresh token is not valid.');
    return session.until && session.until < now
      ? refusal(
          400,
          'invalid_grant',
          700084,
          'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime.',
        )
      : session;
  }
  const code = codes.find(form.get('device_code') ?? '');
  if (!code || !sameId(code.clientId, clientId)) return refusal(400, 'invalid_grant', 70000, 'The device code is not valid.');
  if (code.until < now) return refusal(400, 'expired_token', 70020, 'The provided value for the input parameter device_code has expired.');
  if (!code.approvedBy) return refusal(400, 'authorization_pending', 70016, 'OAuth 2.0 device flow error. Authorization is pending.');
  codes.end(code.deviceCode);
  return { tenant: code.tenant, user: code.approvedBy, clientId };
};

/** Tokens of a person for a client without a proof of its own: after a device code or a sign-in at the page, and again by the refresh token. `at`: the tenant that is asked; none is
 * everybody's own. */
export const personGrant = async (
  endpoint: TokenEndpoint,
  { origin, now }: Omit<Issuance, 'tenant'>,
  client: { readonly clientId: string; readonly delegatedScopes?: readonly string[] },
  form: URLSearchParams,
  at?: OrganisationTenant,
): Promise<TenantReply | EntraRefusal> => {
  const { supplies, keys, codes } = endpoint;
  const session = sessionOf(endpoint, form, client.clientId, now);
  if (isRefusal(session)) return session;
  const { user, tenant, nonce, until } = session;
  const isElsewhere = at === undefined ? user.guest === true : !sameId(at.id, tenant.id);
  if (isElsewhere)
    return refusal(400, 'invalid_grant', 50020, `User account '${user.userPrincipalName}' does not exist in the tenant that was asked.`);
  if (user.accountEnabled === false) return refusal(400, 'invalid_grant', 50057, 'The user account is disabled.');
  const granted = grantScopes(supplies.organisation, tenant, form.get('scope') ?? '', client.delegatedScopes ?? []);
  if (isRefusal(granted)) return granted;
  const shut = whyShut(tenant, user, client.clientId, granted.resource);
  if (shut) return shut;
  const issuance = { origin, now, tenant };
  const key = keys.current();
  const proof = { clientId: client.clientId, proof: 'none' } as const;
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: tokenLifetime,
      ext_expires_in: tokenLifetime,
      access_token: await signToken(userClaims(issuance, user, proof, granted.resource, granted.scopes), key),
      refresh_token: codes.remember({ tenant, user, clientId: client.clientId, until }),
      id_token: await signToken(idTokenClaims(issuance, user, client.clientId, nonce), key),
      client_info: clientInfo(tenant, user),
      // As they were asked for: a client finds the token again by them.
      scope: granted.scopes
        .map((name) => `${parseScopes(form.get('scope') ?? '').resource ?? granted.resource.audience}/${name}`)
        .join(' '),
    },
  };
};

/** `POST /{tenant}/oauth2/v2.0/devicecode`: a program asks for a code that a person types in elsewhere. */
export const answerDeviceCode =
  ({ supplies, codes }: TokenEndpoint) =>
  (request: TenantRequest): TenantReply => {
    const { organisation, now } = supplies;
    const tenant = findTenant(organisation, request.params.tenant ?? '');
    const clientId = new URLSearchParams(request.body.toString('utf8')).get('client_id') ?? '';
    const client = tenant && findApp(organisation, tenant, (app) => sameId(app.clientId, clientId));
    if (!tenant || !client) {
      const unknown = `Application with identifier '${clientId}' was not found in the directory '${tenant?.displayName}'.`;
      return refusalReply(refusal(400, 'unauthorized_client', 700016, unknown), now());
    }
    if (client.app.publicClient !== true) return refusalReply(notPublic, now());
    const { deviceCode, userCode } = codes.begin(tenant, clientId);
    const page = `${request.origin}/_local/device`;
    return {
      status: 200,
      body: {
        user_code: userCode,
        device_code: deviceCode,
        verification_uri: page,
        expires_in: deviceCodeLifetime,
        interval: 1,
        message: `To sign in, use a web browser to open the page ${page} and enter the code ${userCode} to authenticate.`,
      },
    };
  };
