import type { JWTPayload } from 'jose';
import type { TenantReply, TenantRequest } from '../exchange.ts';
import { findTenant } from '../organisation-lookup.ts';
import { errorReply } from '../reply.ts';
import type { Audience, Principal, RoomSupplies } from '../room.ts';
import { connectorAudience, graphAudience, isSharePointHost } from './resource.ts';
import type { KeyRing } from './signing-keys.ts';
import { type TokenProblem, verifyEntraToken } from './verify-token.ts';

type Supplies = Pick<RoomSupplies, 'organisation' | 'now'>;
type Refused = TokenProblem | 'empty' | 'audience' | 'app-only-by-secret';

const graphMessages: Readonly<Record<Refused, string>> = {
  empty: 'Access token is empty.',
  malformed: 'JWT is not well formed, there are no dots (.). The token needs to be in JWS or JWE Compact Serialization Format.',
  signature: 'Access token validation failure. Invalid signature.',
  expired: 'Lifetime validation failed, the token is expired.',
  issuer: 'Access token validation failure. Invalid issuer.',
  audience: 'Access token validation failure. Invalid audience.',
  'app-only-by-secret': 'Unsupported app only token.',
};

/** The 401 of each service, in its own shape. */
const unauthorised = (audience: Audience, problem: Refused): TenantReply => {
  const headers = { 'WWW-Authenticate': 'Bearer realm=""' };
  if (audience === 'graph') return errorReply(401, 'InvalidAuthenticationToken', graphMessages[problem], headers);
  if (audience === 'sharepoint') return { status: 401, headers, body: { error_description: graphMessages[problem] } };
  return { status: 401, headers, body: { message: 'Authorization has been denied for this request.' } };
};

const words = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.split(' ').filter((word) => word !== '');
  return Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : [];
};

const isFor = (claims: JWTPayload, audience: Audience, supplies: Supplies): boolean => {
  const aud = typeof claims.aud === 'string' ? claims.aud : '';
  if (audience === 'graph') return aud === graphAudience;
  if (audience === 'connector') return aud === connectorAudience;
  const tenant = findTenant(supplies.organisation, String(claims.tid));
  return tenant !== undefined && aud.startsWith('https://') && isSharePointHost(tenant, aud.slice('https://'.length));
};

const principal = (claims: JWTPayload): Principal => ({
  kind: claims.idtyp === 'app' ? 'app' : 'user',
  tenantId: String(claims.tid),
  appId: String(claims.azp),
  ...(typeof claims.oid === 'string' ? { objectId: claims.oid } : {}),
  roles: words(claims.roles),
  scopes: words(claims.scp),
});

/** Reads the bearer token of a request and verifies it for one service; the answer is who calls or that service's 401. */
export const authoriser =
  (supplies: Supplies, keys: KeyRing): RoomSupplies['authorise'] =>
  async (request: TenantRequest, audience: Audience) => {
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token) return unauthorised(audience, 'empty');
    const claims = await verifyEntraToken(token, {
      organisation: supplies.organisation,
      keys,
      origin: request.origin,
      now: supplies.now(),
    });
    if (typeof claims === 'string') return unauthorised(audience, claims);
    if (!isFor(claims, audience, supplies)) return unauthorised(audience, 'audience');
    // SharePoint's own API takes app-only tokens only from apps that prove themselves with a certificate.
    if (audience === 'sharepoint' && claims.idtyp === 'app' && claims.azpacr !== '2') return unauthorised(audience, 'app-only-by-secret');
    return principal(claims);
  };
