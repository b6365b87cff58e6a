import type { TenantReply, TenantRequest } from '../exchange.ts';
import { findApp, findTenant, sameId } from '../organisation-lookup.ts';
import { type DeviceCodes, deviceCodeLifetime, type Session } from './device-codes.ts';
import { type EntraRefusal, isRefusal, refusal, refusalReply } from './entra-error.ts';
import { grantScopes } from './granted-scopes.ts';
import { signToken } from './sign-token.ts';
import { type Issuance, idTokenClaims, tokenLifetime, userClaims } from './token-claims.ts';
import type { TokenEndpoint } from './token-parts.ts';

/** The standard's name for it, and the one that msal sends: Entra takes both. */
const deviceGrants: readonly (string | null)[] = ['urn:ietf:params:oauth:grant-type:device_code', 'device_code'];

/** Grants that a program without a proof of its own may ask for: a person signed in. */
export const isPublicGrant = (kind: string | null): boolean => deviceGrants.includes(kind) || kind === 'refresh_token';

const notPublic = refusal(
  401,
  'invalid_client',
  7000218,
  "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
);

const sessionOf = (codes: DeviceCodes, form: URLSearchParams, clientId: string, now: Date): Session | EntraRefusal => {
  if (form.get('grant_type') === 'refresh_token') {
    const session = codes.session(form.get('refresh_token') ?? '');
    return session && sameId(session.clientId, clientId)
      ? session
      : refusal(400, 'invalid_grant', 9002313, 'Invalid request. The refresh token is not valid.');
  }
  const code = codes.find(form.get('device_code') ?? '');
  if (!code || !sameId(code.clientId, clientId)) return refusal(400, 'invalid_grant', 70000, 'The device code is not valid.');
  if (code.until < now) return refusal(400, 'expired_token', 70020, 'The provided value for the input parameter device_code has expired.');
  if (!code.approvedBy) return refusal(400, 'authorization_pending', 70016, 'OAuth 2.0 device flow error. Authorization is pending.');
  codes.end(code.deviceCode);
  return { tenant: code.tenant, user: code.approvedBy, clientId };
};

/** Tokens of a person for a public client, which has no proof of its own: after a device code, and again for another resource by the refresh token. */
export const personGrant = async (
  { supplies, keys, codes }: TokenEndpoint,
  issuance: Issuance,
  client: { readonly clientId: string; readonly delegatedScopes?: readonly string[] },
  form: URLSearchParams,
): Promise<TenantReply | EntraRefusal> => {
  const session = sessionOf(codes, form, client.clientId, issuance.now);
  if (isRefusal(session)) return session;
  const { user, tenant } = session;
  if (user.accountEnabled === false) return refusal(400, 'invalid_grant', 50057, 'The user account is disabled.');
  const granted = grantScopes(supplies.organisation, tenant, form.get('scope') ?? '', client.delegatedScopes ?? []);
  if (isRefusal(granted)) return granted;
  const key = keys.current();
  const proof = { clientId: client.clientId, proof: 'none' } as const;
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: tokenLifetime,
      ext_expires_in: tokenLifetime,
      access_token: await signToken(userClaims(issuance, user, proof, granted.resource, granted.scopes), key),
      refresh_token: codes.remember({ tenant, user, clientId: client.clientId }),
      id_token: await signToken(idTokenClaims(issuance, user, client.clientId), key),
      client_info: Buffer.from(JSON.stringify({ uid: user.id, utid: tenant.id })).toString('base64url'),
      scope: granted.scopes.map((name) => `${granted.resource.audience}/${name}`).join(' '),
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
