import { randomUUID } from 'node:crypto';
import type { TenantReply, TenantRequest } from '../exchange.ts';
import { sameId } from '../organisation-lookup.ts';
import type { RoomSupplies } from '../room.ts';
import { exchangeAudience } from './client-authentication.ts';
import { signToken } from './sign-token.ts';
import type { KeyRing } from './signing-keys.ts';
import { identityClaims, identityStorageClaims } from './token-claims.ts';

const refused = (status: number, message: string): TenantReply => ({
  status,
  body: { statusCode: status, message, correlationId: randomUUID() },
});

const claimsFor = (resource: string): typeof identityClaims | undefined => {
  if (resource === exchangeAudience) return identityClaims;
  return /^https:\/\/storage\.azure\.com\/?$/.test(resource) ? identityStorageClaims : undefined;
};

/**
 * `GET /msi/token`: the endpoint beside a program in App Service (2019-08-01). It asks for the platform's own secret in `X-IDENTITY-HEADER`, so that nobody can make
 * the program fetch a token by a redirect, and gives tokens for the exchange and for storage only: what else an identity may do is not of this tenant.
 */
export const answerManagedIdentity =
  (keys: KeyRing, { organisation, now }: Pick<RoomSupplies, 'organisation' | 'now'>) =>
  async ({ headers, query, origin }: TenantRequest): Promise<TenantReply> => {
    if (query.get('api-version') !== '2019-08-01') return refused(400, 'The api-version is not supported.');
    const found = organisation.tenants
      .flatMap((tenant) => (tenant.managedIdentities ?? []).map((identity) => ({ tenant, identity })))
      .find(({ identity }) => sameId(identity.clientId, query.get('client_id') ?? ''));
    if (!found) return refused(400, 'No managed identity was found for this client_id.');
    if (headers['x-identity-header'] !== found.identity.header) return refused(401, 'The X-IDENTITY-HEADER is missing or wrong.');
    const resource = query.get('resource') ?? '';
    const claimsOf = claimsFor(resource);
    if (!claimsOf) return refused(400, `The identity has no access to '${resource}'.`);
    const { tenant, identity } = found;
    const claims = claimsOf({ origin, tenant, now: now() }, identity, resource);
    return {
      status: 200,
      body: {
        access_token: await signToken(claims, keys.current()),
        expires_on: String(claims.exp),
        resource,
        token_type: 'Bearer',
        client_id: identity.clientId,
      },
    };
  };
