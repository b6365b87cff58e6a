import { createHash, randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { ManagedIdentity, OrganisationTenant, OrganisationUser } from '../organisation.ts';
import type { AppInTenant } from '../organisation-lookup.ts';
import { sameId } from '../organisation-lookup.ts';
import type { Resource } from './resource.ts';
import { stableGuid } from './stable-guid.ts';

/** Seconds that an access token lives. */
export const tokenLifetime = 3599;

/** Where and when a token is issued. */
export interface Issuance {
  readonly origin: string;
  readonly tenant: OrganisationTenant;
  readonly now: Date;
}

/** How a client proved itself (an assertion counts as a certificate): Entra writes it into `azpacr`, and SharePoint refuses app-only tokens that a secret bought. */
export type ClientProof = 'none' | 'secret' | 'certificate';

const acr: Readonly<Record<ClientProof, string>> = { none: '0', secret: '1', certificate: '2' };

const common = (
  { origin, tenant, now }: Issuance,
  resource: Pick<Resource, 'audience'>,
  clientId: string,
  proof: ClientProof,
): JWTPayload => {
  const seconds = Math.floor(now.getTime() / 1000);
  return {
    aud: resource.audience,
    iss: `${origin}/${tenant.id.toLowerCase()}/v2.0`,
    iat: seconds,
    nbf: seconds,
    exp: seconds + tokenLifetime,
    azp: clientId.toLowerCase(),
    azpacr: acr[proof],
    tid: tenant.id.toLowerCase(),
    uti: randomUUID(),
    ver: '2.0',
  };
};

/** The application permissions that a tenant's administrator gave an app for this resource. Another tenant gave it none. */
const rolesFor = ({ app, home }: AppInTenant, tenant: OrganisationTenant, resource: Resource): readonly string[] => {
  if (!sameId(home.id, tenant.id)) return [];
  const all = app.appRoles ?? [];
  if (resource.kind === 'connector') return [];
  if (resource.kind !== 'api') return all.filter((role) => !role.includes('/'));
  const { clientId, identifierUris = [] } = resource.api.app;
  const prefixes = [clientId, `api://${clientId}`, ...identifierUris];
  return all
    .filter((role) => prefixes.some((prefix) => sameId(prefix, role.slice(0, role.lastIndexOf('/')))))
    .map((role) => role.slice(role.lastIndexOf('/') + 1));
};

/** Claims of an app-only token: `idtyp` app, `roles` only where consented (a token without roles is still issued, as Entra does). */
export const appClaims = (issuance: Issuance, client: AppInTenant, resource: Resource, proof: ClientProof): JWTPayload => {
  const roles = rolesFor(client, issuance.tenant, resource);
  const objectId = stableGuid('service principal', issuance.tenant.id, client.app.clientId);
  return {
    ...common(issuance, resource, client.app.clientId, proof),
    idtyp: 'app',
    oid: objectId,
    sub: objectId,
    ...(roles.length > 0 ? { roles } : {}),
  };
};

/** Seconds that a managed identity's token lives: a day, as in Azure. */
const identityTokenLifetime = 86_400;

/** Claims of a managed identity's token: app-only, about the service principal that the platform made for it. */
export const identityClaims = (issuance: Issuance, { clientId, objectId }: ManagedIdentity, audience: string): JWTPayload => ({
  ...common(issuance, { audience }, clientId, 'certificate'),
  exp: Math.floor(issuance.now.getTime() / 1000) + identityTokenLifetime,
  idtyp: 'app',
  oid: objectId,
  sub: objectId,
});

/** Claims of a managed identity's token for the storage of Azure, which Entra still writes in its first version: another issuer, `appid` for `azp`. */
export const identityStorageClaims = (issuance: Issuance, identity: ManagedIdentity, audience: string): JWTPayload => {
  const { azp, azpacr: _proof, ...claims } = identityClaims(issuance, identity, audience);
  return { ...claims, iss: `https://sts.windows.net/${issuance.tenant.id.toLowerCase()}/`, appid: azp, ver: '1.0' };
};

/** Claims about a person that are the same in access and ID tokens. `sub` differs for every audience, as Entra's does. */
const personClaims = (user: OrganisationUser, audience: string): JWTPayload => ({
  name: user.displayName,
  oid: user.id.toLowerCase(),
  preferred_username: user.userPrincipalName,
  sub: createHash('sha256').update(`${user.id.toLowerCase()}|${audience}`).digest('base64url'),
});

/** Claims of a person's access token (v2). `acct` is 1 for a guest, as the optional claim has it. */
export const userClaims = (
  issuance: Issuance,
  user: OrganisationUser,
  client: { readonly clientId: string; readonly proof: ClientProof },
  resource: Resource,
  scopes: readonly string[],
): JWTPayload => ({
  ...common(issuance, resource, client.clientId, client.proof),
  ...personClaims(user, resource.audience),
  // An optional claim: a registration that does not ask for it is not told.
  ...(resource.kind === 'api' && resource.api.app.asksForAcct === false ? {} : { acct: user.guest === true ? 1 : 0 }),
  idtyp: 'user',
  scp: scopes.join(' '),
});

/** Claims of the ID token that a client gets when it asks for `openid`. */
export const idTokenClaims = ({ origin, tenant, now }: Issuance, user: OrganisationUser, clientId: string, nonce?: string): JWTPayload => {
  const seconds = Math.floor(now.getTime() / 1000);
  return {
    aud: clientId.toLowerCase(),
    iss: `${origin}/${tenant.id.toLowerCase()}/v2.0`,
    iat: seconds,
    nbf: seconds,
    exp: seconds + tokenLifetime,
    ...personClaims(user, clientId.toLowerCase()),
    tid: tenant.id.toLowerCase(),
    ...(nonce === undefined ? {} : { nonce }),
    ver: '2.0',
  };
};
