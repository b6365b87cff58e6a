/** Whoever searches in the bench, and what their token is held to. */
const tenantId = '11111111-1111-4111-8111-111111111111';
const objectId = '22222222-2222-4222-8222-222222222222';
const client = '33333333-3333-4333-8333-333333333333';
const audience = '44444444-4444-4444-8444-444444444444';

export const token = {
  tenantId,
  objectId,
  options: { homeTenant: tenantId, audience, scope: 'access_as_user', decidingClients: [client], draftingClients: [] },
  user: { tenantId, objectId, name: 'Somebody', email: 'somebody@example.org', guest: false, client: 'deciding' as const },
  claims: (authorityHost: string) => ({
    iss: `${authorityHost}/${tenantId}/v2.0`,
    aud: audience,
    tid: tenantId,
    oid: objectId,
    azp: client,
    scp: 'access_as_user',
    ver: '2.0',
    acct: 0,
    name: 'Somebody',
    preferred_username: 'somebody@example.org',
    iat: Math.floor(Date.now() / 1_000),
    exp: Math.floor(Date.now() / 1_000) + 3_600,
  }),
};
