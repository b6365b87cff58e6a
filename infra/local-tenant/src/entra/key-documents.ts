import type { KeyRing } from './signing-keys.ts';

/** A JWKS document: the public keys of a ring with their ids and, for the Bot Framework, their endorsements. */
export const jwksDocument = (ring: KeyRing): object => ({
  keys: ring.published().map(({ kid, publicKey, endorsements }) => {
    const { e, n } = publicKey.export({ format: 'jwk' });
    return { kty: 'RSA', use: 'sig', alg: 'RS256', kid, x5t: kid, e, n, ...(endorsements ? { endorsements } : {}) };
  }),
});

/** Entra's OpenID configuration for one tenant, with the fields that MSAL and jose read. */
export const openIdConfiguration = (origin: string, tenantId: string): object => ({
  token_endpoint: `${origin}/${tenantId}/oauth2/v2.0/token`,
  token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
  jwks_uri: `${origin}/${tenantId}/discovery/v2.0/keys`,
  response_modes_supported: ['query', 'fragment', 'form_post'],
  subject_types_supported: ['pairwise'],
  id_token_signing_alg_values_supported: ['RS256'],
  response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
  scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
  issuer: `${origin}/${tenantId}/v2.0`,
  authorization_endpoint: `${origin}/${tenantId}/oauth2/v2.0/authorize`,
  end_session_endpoint: `${origin}/${tenantId}/oauth2/v2.0/logout`,
  claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'tid', 'oid', 'ver', 'name', 'preferred_username'],
  tenant_region_scope: 'EU',
});
