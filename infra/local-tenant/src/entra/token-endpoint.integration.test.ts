import { createHash, X509Certificate } from 'node:crypto';
import { importPKCS8, type JWTPayload, SignJWT } from 'jose';
import { type ClientCertificate, clientCertificate } from '../test-support/client-certificate.ts';
import {
  apiApp,
  botApp,
  commissioner,
  council,
  guestHead,
  head,
  leaver,
  sampleOrganisation,
  school,
  teamsClient,
} from '../test-support/sample-organisation.ts';
import { type Answer, type StartedTenant, startedTenant } from '../test-support/started-tenant.ts';

const now = new Date('2026-11-24T10:00:00Z');
const seconds = now.getTime() / 1000;

describe('the token endpoint', () => {
  let tenant: StartedTenant;
  let certificate: ClientCertificate;
  let assertions = 0;

  beforeAll(async () => {
    certificate = await clientCertificate();
    // The certificate, dated by the real clock, ends after this fixed moment whenever the test runs.
    tenant = await startedTenant(sampleOrganisation(undefined, certificate.certificatePem), () => now);
  });
  afterAll(() => tenant.stop());

  const ask = (form: Record<string, string>, directory = council): Promise<Answer> =>
    tenant.call('POST', `/${directory}/oauth2/v2.0/token`, { form });
  const credentials = (more: Record<string, string>): Record<string, string> => ({
    grant_type: 'client_credentials',
    client_id: apiApp,
    client_secret: 'sample secret',
    scope: 'https://graph.microsoft.com/.default',
    ...more,
  });

  const assertion = async (claims: JWTPayload, header: Record<string, unknown> = {}): Promise<Answer> => {
    const key = await importPKCS8(certificate.privateKeyPem, 'PS256', { extractable: true });
    const thumbprint = createHash('sha256').update(new X509Certificate(certificate.certificatePem).raw).digest('base64url');
    const signed = await new SignJWT({
      aud: `${tenant.url}/${council}/oauth2/v2.0/token`,
      iss: apiApp,
      sub: apiApp,
      nbf: seconds,
      exp: seconds + 600,
      jti: `jti-${++assertions}`,
      ...claims,
    })
      .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint, ...header })
      .sign(key);
    const { client_secret: _, ...form } = credentials({});
    return ask({ ...form, client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: signed });
  };

  const numberOf = (answer: Answer): unknown => (answer.body.error_codes as unknown as number[] | undefined)?.[0];

  test('a certificate assertion is taken again while it lasts: MSAL sends one for each resource', async () => {
    expect((await assertion({ jti: 'once' })).status).toBe(200);
    expect((await assertion({ jti: 'once' })).status).toBe(200);
  });

  test.each([
    ['for another endpoint', { aud: 'https://login.microsoftonline.com/x' }, {}, 700027],
    ['from another client', { iss: botApp }, {}, 700027],
    ['about another client', { sub: botApp }, {}, 700027],
    ['that has expired', { exp: seconds - 400 }, {}, 700024],
    ['without an id', { jti: undefined }, {}, 700027],
    ['with another thumbprint', {}, { 'x5t#S256': 'AAAA' }, 700027],
  ])('[4.2 D] an assertion %s is refused', async (_what, claims, header, aadsts) => {
    const answer = await assertion(claims as JWTPayload, header);
    expect(answer.status).toBe(401);
    expect(numberOf(answer)).toBe(aadsts);
  });

  test.each([
    ['an unknown app', credentials({ client_id: commissioner }), 400, 700016],
    ['no credential', { grant_type: 'client_credentials', client_id: apiApp, scope: 'https://graph.microsoft.com/.default' }, 401, 7000218],
    ['an unknown resource', credentials({ scope: 'https://elsewhere.example/.default' }), 400, 500011],
    ['no scope', credentials({ scope: '' }), 400, 1002012],
    ['a refresh token', credentials({ grant_type: 'refresh_token' }), 400, 70003],
  ])('[4.1 D] %s is refused with its number and a trace', async (_what, form, status, aadsts) => {
    const answer = await ask(form);
    expect(answer.status).toBe(status);
    expect(numberOf(answer)).toBe(aadsts);
    expect(answer.body).toMatchObject({
      error_description: expect.stringMatching(`^AADSTS${aadsts}: `),
      trace_id: expect.any(String),
      timestamp: '2026-11-24 10:00:00Z',
    });
  });

  test('an unknown directory is named', async () => {
    expect(numberOf(await ask(credentials({}), '99999999-0000-4000-8000-000000000000'))).toBe(90002);
  });

  test('[5.14 D] a multi-tenant app gets a token in another tenant, without the roles its own tenant gave it', async () => {
    const { access_token } = (await ask(credentials({ client_id: apiApp.toUpperCase() }), school)).body;
    const claims = JSON.parse(Buffer.from(String(access_token).split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ tid: school, idtyp: 'app' });
    expect(claims).not.toHaveProperty('roles');
  });

  test('a single-tenant app cannot be used in another tenant', async () => {
    expect(numberOf(await ask(credentials({ client_id: botApp, client_secret: 'bot secret' }), school))).toBe(700016);
  });

  describe('signing in', () => {
    const signIn = (
      tenantId: string,
      userId: string,
      scope = 'api://framework.example/access_as_user',
      clientId = teamsClient,
    ): Promise<Answer> => tenant.call('POST', '/_local/sign-in', { json: { tenantId, userId, clientId, scope } });
    const claimsOf = ({ body }: Answer): Record<string, unknown> =>
      JSON.parse(Buffer.from(String(body.access_token).split('.')[1] ?? '', 'base64url').toString());

    test('a person of another tenant signs in to a multi-tenant app with their own tenant id', async () => {
      expect(claimsOf(await signIn(school, head))).toMatchObject({ tid: school, oid: head, aud: apiApp, acct: 0 });
    });

    test('a guest of the council is told apart by acct', async () => {
      expect(claimsOf(await signIn(council, guestHead.toUpperCase()))).toMatchObject({ tid: council, oid: guestHead, acct: 1 });
    });

    test('[4.4 D] a disabled account, an unknown client and a scope that does not exist are refused', async () => {
      expect(numberOf(await signIn(council, leaver))).toBe(50057);
      expect(numberOf(await signIn(council, commissioner, undefined, commissioner))).toBe(700016);
      expect(numberOf(await signIn(council, commissioner, 'api://framework.example/everything'))).toBe(70011);
      expect((await signIn(council, head)).status).toBe(404);
    });

    test('[4.3 D] on behalf of: only the API itself may exchange the token, and only a real one', async () => {
      const userToken = String((await signIn(council, commissioner)).body.access_token);
      const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', requested_token_use: 'on_behalf_of', scope: 'User.Read' };
      const api = { ...form, client_id: apiApp, client_secret: 'sample secret' };
      expect((await ask({ ...api, assertion: userToken })).status).toBe(200);
      expect(numberOf(await ask({ ...form, client_id: botApp, client_secret: 'bot secret', assertion: userToken }))).toBe(500131);
      expect(numberOf(await ask({ ...api, assertion: `${userToken.slice(0, -8)}AAAAAAAA` }))).toBe(50013);
      const forged = await tenant.call('POST', '/_local/tokens', {
        json: { kind: 'user', tenantId: council, userId: commissioner, audience: apiApp, expiresIn: -600 },
      });
      expect(numberOf(await ask({ ...api, assertion: String(forged.body.access_token) }))).toBe(500133);
    });
  });

  test('keys roll over: the old key stays published for the tokens it signed', async () => {
    const kids = async (): Promise<string[]> =>
      ((await tenant.call('GET', `/${council}/discovery/v2.0/keys`)).body.keys as unknown as { kid: string }[]).map(({ kid }) => kid);
    const [before] = await kids();
    const token = await tenant.appToken(apiApp, 'sample secret', 'https://graph.microsoft.com');
    const { body } = await tenant.call('POST', '/_local/keys/rotate', { json: { issuer: 'entra' } });
    expect(await kids()).toEqual([body.kid, before]);
    expect((await tenant.call('GET', `/v1.0/users/${commissioner}`, { token })).status).toBe(200);
  });
});
