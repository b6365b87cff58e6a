import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { apiClientId, apiScope, sampleSchoolRef, teamsWebClientId } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { aRequest, aService } from '../support/a-request.ts';
import { runningStack, type TestStack, timersByHand } from '../support/running-stack.ts';

// Attackers at the doors of the running product: tokens that the local authority signs as Entra would, sent over real HTTP to a reading and a writing operation.
// test/faults/token-matrix.evidence.test.ts has every row at every operation, in this process.

let stack: TestStack;
let body = '';
beforeAll(async () => {
  stack = await runningStack(undefined, ['https://council.sharepoint.com'], timersByHand);
  const { service, basis } = await aService(stack.people.as('senco'));
  body = JSON.stringify({ request: aRequest(sampleSchoolRef, service, basis), shownGross: 1 });
});
afterAll(() => stack?.stop(), 60_000);

type Forgery = Readonly<Record<string, unknown>>;
const { tenantId, userId } = samplePerson('senco');
const tokenOf = async (forgery: Forgery = {}): Promise<string> =>
  (
    await stack.people.control<{ access_token: string }>('POST', '/_local/tokens', {
      kind: 'user',
      tenantId,
      userId,
      clientId: teamsWebClientId,
      scope: apiScope,
      ...forgery,
    })
  ).access_token;

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** Sends headers as they are: a name with two values goes out twice. */
const send = (method: string, target: string, headers: Readonly<Record<string, string | string[]>> = {}, sent?: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const url = new URL(`${stack.api}${target}`);
    const out = request(url, { method, headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: text }));
    });
    out.on('error', reject).end(sent);
  });
const codeOf = ({ status, body: text }: Answer) => [status, text === '' ? '' : ((JSON.parse(text) as { code?: string }).code ?? '')];
const reads = (authorization: Readonly<Record<string, string | string[]>>) => send('GET', '/me', authorization);
const writes = (authorization: Readonly<Record<string, string | string[]>>) =>
  send('POST', '/call-offs', { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...authorization }, body);

test('K1: an honest token reads, and its command reaches the decision', async () => {
  const authorization = `Bearer ${await tokenOf()}`;
  expect((await reads({ authorization })).status).toBe(200);
  expect(codeOf(await writes({ authorization }))).toEqual([409, 'price-changed']);
});

test.each<[string, Forgery, number, string]>([
  ['K3: the audience of v1', { claims: { aud: `api://${apiClientId}` } }, 401, 'token-not-accepted'],
  [
    'K4: the issuer of another tenant',
    { claims: { iss: 'https://localhost/22222222-2222-4222-8222-222222222222/v2.0' } },
    401,
    'token-not-accepted',
  ],
  ['K7: an application', { claims: { idtyp: 'app' }, omit: ['scp'] }, 403, 'client-not-allowed'],
  ['K9: another client', { claims: { azp: 'cccccccc-0000-4000-8000-000000000003' } }, 403, 'client-not-allowed'],
  ['K11: no word on guests', { omit: ['acct'] }, 403, 'client-not-allowed'],
  ['K13: a Graph token', { scope: 'https://graph.microsoft.com/User.Read' }, 401, 'token-not-accepted'],
  ['K13: a connector token', { kind: 'bot' }, 401, 'token-not-accepted'],
  ['K14: no algorithm', { header: { alg: 'none' } }, 401, 'sign-in-required'],
  ['K14: HS256 with the public key', { header: { alg: 'HS256' } }, 401, 'token-not-accepted'],
  ['K14: RS512', { header: { alg: 'RS512' } }, 401, 'token-not-accepted'],
  ['K14: a key of nobody', { key: 'rogue' }, 401, 'token-not-accepted'],
  ['K14: an unknown key id', { header: { kid: 'nobody' } }, 401, 'token-not-accepted'],
  ['K14: a key address of its own', { key: 'rogue', header: { jku: 'https://localhost:1/keys' } }, 401, 'token-not-accepted'],
  ['K15: ran out', { expiresIn: -301 }, 401, 'token-not-accepted'],
  ['K15: no end', { omit: ['exp'] }, 401, 'token-not-accepted'],
])('%s is refused, to read and to write', async (_row, forgery, status, code) => {
  const authorization = `Bearer ${await tokenOf(forgery)}`;
  expect(codeOf(await reads({ authorization }))).toEqual([status, code]);
  expect(codeOf(await writes({ authorization }))).toEqual([status, code]);
});

test('K16: two Authorization headers are refused, whichever comes first; small letters are not', async () => {
  const [honest, forged] = [`Bearer ${await tokenOf()}`, `Bearer ${await tokenOf({ key: 'rogue' })}`];
  for (const authorization of [
    [honest, honest],
    [honest, forged],
    [forged, honest],
  ]) {
    expect(codeOf(await reads({ authorization }))).toEqual([401, 'sign-in-required']);
    expect(codeOf(await writes({ authorization }))).toEqual([401, 'sign-in-required']);
  }
  expect((await reads({ authorization: honest.replace('Bearer', 'bearer') })).status).toBe(200);
});

test('K16: a token in the address, in a cookie or in a header of the platform is none', async () => {
  const token = await tokenOf();
  expect(codeOf(await send('GET', `/me?access_token=${token}`))).toEqual([401, 'sign-in-required']);
  const principal = Buffer.from(JSON.stringify({ userId, userRoles: ['authenticated', 'commissioner'] })).toString('base64');
  const platform = { cookie: `AppServiceAuthSession=${token}`, 'x-ms-client-principal': principal, 'x-ms-token-aad-access-token': token };
  expect(codeOf(await reads(platform))).toEqual([401, 'sign-in-required']);
});

test('K17: a key that was rolled in is not asked for at once: the keys were read less than five minutes ago', async () => {
  await stack.people.control('POST', '/_local/keys/rotate', { issuer: 'entra' });
  // That is what keeps a flood of rogue tokens from being passed on; Entra publishes a key long before it signs with it.
  expect(codeOf(await reads({ authorization: `Bearer ${await tokenOf()}` }))).toEqual([401, 'token-not-accepted']);
});

test('every answer over HTTP bears the safe headers, also where no function answers', async () => {
  for (const [method, target, status] of [
    ['GET', '/me', 401],
    ['GET', '/no-such-thing', 404],
    ['GET', '/', 404],
    ['PUT', '/me', 404],
    ['GET', '/links/offer/view', 404],
    ['HEAD', '/links/offer/view', 404],
    ['GET', '/list-changes?validationToken=abc', 404],
    ['GET', '/messages', 404],
    ['POST', '/messages', 400],
    ['GET', '/health', 200],
  ] as const) {
    const answer = await send(method, target);
    expect([method, target, answer.status]).toEqual([method, target, status]);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers).not.toHaveProperty('set-cookie');
  }
});

test.each([
  ['https://council.sharepoint.com', true],
  ['https://council.sharepoint.com.evil.example', false],
  ['https://evil-council.sharepoint.com', false],
  ['http://council.sharepoint.com', false],
  ['null', false],
])('a page of %s may read what is answered: %p', async (origin, may) => {
  const { headers } = await send('GET', '/health', { origin });
  expect([headers['access-control-allow-origin'], headers.vary]).toEqual([may ? origin : undefined, 'Origin']);
  expect(headers).not.toHaveProperty('access-control-allow-credentials');
});
