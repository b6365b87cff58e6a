import { decodeJwt } from 'jose';
import type { FederatedCredential, Organisation } from '../organisation.ts';
import { botApp, council, sampleOrganisation } from '../test-support/sample-organisation.ts';
import { type Answer, type StartedTenant, startedTenant } from '../test-support/started-tenant.ts';

const identity = { clientId: '60000000-0000-4000-8000-000000000001', objectId: '60000000-0000-4000-8000-000000000002', header: 'platform' };
const exchange = 'api://AzureADTokenExchange';
/** What the bot's registration trusts; each test says what. */
const trusted: FederatedCredential[] = [];

const organisation = (): Organisation => {
  const [first, ...others] = sampleOrganisation().tenants;
  if (!first) throw new Error('The sample has no tenant.');
  const apps = first.apps.map((app) => (app.clientId === botApp ? { ...app, federatedCredentials: trusted } : app));
  return { tenants: [{ ...first, apps, managedIdentities: [identity] }, ...others] };
};

describe('a managed identity', () => {
  let tenant: StartedTenant;
  beforeAll(async () => {
    tenant = await startedTenant(organisation());
  });
  afterAll(() => tenant.stop());

  const ask = (query: Record<string, string>, header: string | undefined = identity.header): Promise<Answer> =>
    tenant.call(
      'GET',
      `/msi/token?${new URLSearchParams({ 'api-version': '2019-08-01', client_id: identity.clientId, resource: exchange, ...query })}`,
      {
        headers: header === '' ? {} : { 'X-IDENTITY-HEADER': header },
      },
    );
  const ours = (): FederatedCredential => ({ issuer: `${tenant.url}/${council}/v2.0`, subject: identity.objectId, audience: exchange });
  const signIn = async (assertion: string): Promise<Answer> =>
    tenant.call('POST', `/${council}/oauth2/v2.0/token`, {
      form: {
        grant_type: 'client_credentials',
        client_id: botApp,
        scope: 'https://api.botframework.com/.default',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      },
    });
  const signInTrusting = async (...credentials: FederatedCredential[]): Promise<Answer> => {
    trusted.splice(0, trusted.length, ...credentials);
    return signIn(String((await ask({})).body.access_token));
  };
  const numberOf = (answer: Answer): unknown => (answer.body.error_codes as unknown as number[] | undefined)?.[0];

  test('is given a token for the exchange that names it, by the platform beside it', async () => {
    const { status, body } = await ask({});
    expect([status, body.token_type, body.client_id]).toEqual([200, 'Bearer', identity.clientId]);
    expect(decodeJwt(String(body.access_token))).toMatchObject({ aud: exchange, sub: identity.objectId, tid: council });
    expect(Number(body.expires_on)).toBeGreaterThan(Date.now() / 1000);
  });

  test('is given a token for storage of the first version, by the issuer that storage knows', async () => {
    const { body } = await ask({ resource: 'https://storage.azure.com' });
    const claims = decodeJwt(String(body.access_token));
    expect(claims).toMatchObject({
      aud: 'https://storage.azure.com',
      iss: `https://sts.windows.net/${council}/`,
      appid: identity.clientId,
      ver: '1.0',
    });
    expect(claims).not.toHaveProperty('azp');
  });

  test.each<[string, Record<string, string>, string, number]>([
    ['without the header of the platform', {}, '', 401],
    ['with another header', {}, 'guess', 401],
    ['for an identity that there is not', { client_id: botApp }, 'platform', 400],
    ['for a resource that it has no access to', { resource: 'https://graph.microsoft.com' }, 'platform', 400],
    ['by another version of the endpoint', { 'api-version': '2017-09-01' }, 'platform', 400],
  ])('is given none %s', async (_what, query, header, status) => {
    expect((await ask(query, header)).status).toBe(status);
  });

  test('signs in as a registration that trusts it, without a secret', async () => {
    const { status, body } = await signInTrusting(ours());
    expect([status, decodeJwt(String(body.access_token))]).toEqual([
      200,
      expect.objectContaining({ azp: botApp, azpacr: '2', idtyp: 'app' }),
    ]);
  });

  test('does not sign in as one that trusts nobody, another issuer or another identity', async () => {
    expect(numberOf(await signInTrusting())).toBe(700211);
    expect(numberOf(await signInTrusting({ ...ours(), issuer: `${tenant.url}/${council}/v1.0` }))).toBe(700211);
    expect(numberOf(await signInTrusting({ ...ours(), subject: identity.clientId }))).toBe(700213);
    expect(numberOf(await signInTrusting({ ...ours(), audience: 'api://another' }))).toBe(700211);
  });

  test('no other signs in by a token with a changed subject, or by words that are no token', async () => {
    trusted.splice(0, trusted.length, ours());
    const [head = '', body = '', signature = ''] = String((await ask({})).body.access_token).split('.');
    const changed = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), sub: botApp })).toString(
      'base64url',
    );
    expect(numberOf(await signIn(`${head}.${changed}.${signature}`))).toBe(700027);
    expect(numberOf(await signIn('words'))).toBe(700027);
  });
});
