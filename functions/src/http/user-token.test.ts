import { createHmac } from 'node:crypto';
import { exportSPKI, importJWK, type JWTPayload } from 'jose';
import { aSigningKey, type KeyServer, type SigningKey, signed, startKeyServer } from './key-server.fixture.ts';
import { ProblemError } from './problem-reply.ts';
import { userTokenVerifier, type VerifiedUser } from './user-token.ts';

const council = '11111111-1111-4111-8111-111111111111';
const school = '22222222-2222-4222-8222-222222222222';
const person = '44444444-4444-4444-8444-444444444444';
const api = 'aaaaaaaa-0000-4000-8000-000000000001';
const teams = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
const webPart = 'bbbbbbbb-0000-4000-8000-000000000002';
const keysPath = `/${council}/discovery/v2.0/keys`;

let server: KeyServer;
let key: SigningKey;
let rogue: SigningKey;
let verify: (authorization: string | null) => Promise<VerifiedUser>;

const verifier = () =>
  userTokenVerifier({
    authorityHost: server.url,
    homeTenant: council,
    audience: api,
    scope: 'access_as_user',
    decidingClients: [teams],
    draftingClients: [webPart],
  });

beforeAll(async () => {
  server = await startKeyServer();
  key = await aSigningKey('key-1');
  rogue = await aSigningKey('key-1');
});
beforeEach(() => {
  server.serve(keysPath, 200, { keys: [key.published] });
  server.asked.length = 0;
  verify = verifier();
});
afterAll(() => server.close());

const seconds = () => Math.floor(Date.now() / 1000);

/** What Teams gets for a person of the school: every test changes one thing. */
const claims = (told: Readonly<Record<string, unknown>> = {}): JWTPayload => ({
  aud: api,
  iss: `${server.url}/${school}/v2.0`,
  tid: school,
  oid: person,
  azp: teams,
  scp: 'access_as_user',
  ver: '2.0',
  acct: 0,
  iat: seconds(),
  nbf: seconds(),
  exp: seconds() + 3600,
  name: 'Sena Coombe',
  preferred_username: 'sena.coombe@school.example',
  ...told,
});

const bearer = async (told: Readonly<Record<string, unknown>> = {}, signer = key, header: Readonly<Record<string, unknown>> = {}) =>
  `Bearer ${await signed(signer, claims(told), header)}`;

const codeOf = async (authorization: string | null | Promise<string>): Promise<string> => {
  try {
    await verify(await authorization);
    return 'accepted';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
};

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('K1: a v2 token of a person, for us, through a client that we list', async () => {
  expect(await verify(await bearer())).toEqual({
    tenantId: school,
    objectId: person,
    name: 'Sena Coombe',
    email: 'sena.coombe@school.example',
    guest: false,
    client: 'deciding',
  });
});

test("the web part's client may draft only", async () => {
  expect((await verify(await bearer({ azp: webPart.toUpperCase() }))).client).toBe('drafting');
});

describe('tokens of another kind, place or purpose', () => {
  test.each<[string, () => Readonly<Record<string, unknown>>, string]>([
    [
      'K2: a v1 token',
      () => ({ ver: '1.0', aud: `api://${api}`, iss: `https://sts.windows.net/${school}/`, appid: teams }),
      'token-not-accepted',
    ],
    ['K3: v2 issuer with a v1 audience', () => ({ aud: `api://${api}` }), 'token-not-accepted'],
    ['K3: v2 issuer and audience, but version 1', () => ({ ver: '1.0' }), 'token-not-accepted'],
    ['K4: issuer of another tenant than it claims', () => ({ iss: `${server.url}/${council}/v2.0` }), 'token-not-accepted'],
    ['K5: issuer common', () => ({ iss: `${server.url}/common/v2.0` }), 'token-not-accepted'],
    ['K5: issuer organizations', () => ({ iss: `${server.url}/organizations/v2.0` }), 'token-not-accepted'],
    [
      'K5: a personal account',
      () => ({ iss: `${server.url}/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0`, tid: '9188040d-6c67-4c5b-b112-36a304b66dad' }),
      'token-not-accepted',
    ],
    ['K7: an application', () => ({ idtyp: 'app', scp: undefined, roles: ['Everything'] }), 'client-not-allowed'],
    ['K8: an application with a scope and a role of people', () => ({ idtyp: 'app', roles: ['Approver'] }), 'client-not-allowed'],
    ['K8: roles without a scope', () => ({ scp: undefined, roles: ['Approver'] }), 'client-not-allowed'],
    ['K9: a client that nobody listed', () => ({ azp: 'cccccccc-0000-4000-8000-000000000003' }), 'client-not-allowed'],
    ['K9: no client at all', () => ({ azp: undefined }), 'client-not-allowed'],
    ['another scope of ours', () => ({ scp: 'read_only access_as_user_too' }), 'client-not-allowed'],
    ['K13: a Graph token', () => ({ aud: '00000003-0000-0000-c000-000000000000' }), 'token-not-accepted'],
    ['K13: a SharePoint token', () => ({ aud: 'https://council.sharepoint.com' }), 'token-not-accepted'],
    ['K13: a connector token', () => ({ aud: api, iss: 'https://api.botframework.com', tid: undefined }), 'token-not-accepted'],
    ['K13: an ID token', () => ({ scp: undefined, azp: undefined }), 'client-not-allowed'],
    ['no object id', () => ({ oid: undefined }), 'token-not-accepted'],
    ['an object id that is none', () => ({ oid: 'head@school.example' }), 'token-not-accepted'],
    ['a tenant that is a path', () => ({ tid: '../../evil' }), 'token-not-accepted'],
  ])('%s', async (_what, told, expected) => {
    expect(await codeOf(bearer(told()))).toBe(expected);
  });
});

test('K6: a tenant that we do not know is verified with the same keys and asked for nowhere; the caller check refuses it', async () => {
  const foreign = '99999999-9999-4999-8999-999999999999';
  const user = await verify(await bearer({ tid: foreign, iss: `${server.url}/${foreign}/v2.0` }));
  expect(user.tenantId).toBe(foreign);
  expect(server.asked).toEqual([keysPath]);
});

test('K11: a guest is told apart, whichever way the claim is written', async () => {
  expect((await verify(await bearer({ acct: 1 }))).guest).toBe(true);
  expect((await verify(await bearer({ acct: '1' }))).guest).toBe(true);
  expect((await verify(await bearer({ acct: 0 }))).guest).toBe(false);
  expect((await verify(await bearer({ acct: '0' }))).guest).toBe(false);
});

test.each([undefined, null, '', 2, 'guest', true])(
  'K11: a token that does not say who is a guest (%p) is refused: nobody is taken for a member',
  async (acct) => {
    expect(await codeOf(bearer({ acct }))).toBe('client-not-allowed');
  },
);

test("K12: an approver's address in a token with another object id makes nobody that approver", async () => {
  const other = '55555555-5555-4555-8555-555555555555';
  const user = await verify(await bearer({ oid: other, email: 'head@school.example', preferred_username: 'head@school.example' }));
  expect(user.objectId).toBe(other);
});

test('ids are compared in lower case', async () => {
  expect(await verify(await bearer({ oid: person.toUpperCase(), tid: school.toUpperCase(), azp: teams.toUpperCase() }))).toMatchObject({
    tenantId: school,
    objectId: person,
    client: 'deciding',
  });
});

describe('K14: forged signatures', () => {
  test('a rogue key under a known id', async () => {
    expect(await codeOf(bearer({}, rogue))).toBe('token-not-accepted');
  });

  test('no algorithm', async () => {
    expect(await codeOf(`Bearer ${part({ alg: 'none', typ: 'JWT' })}.${part(claims())}.`)).toBe('sign-in-required');
    expect(await codeOf(`Bearer ${part({ alg: 'none', typ: 'JWT' })}.${part(claims())}.AA`)).toBe('token-not-accepted');
  });

  test('HS256 with the public key as the secret', async () => {
    const pem = await exportSPKI((await importJWK(key.published, 'RS256')) as CryptoKey);
    const content = `${part({ alg: 'HS256', kid: 'key-1' })}.${part(claims())}`;
    const signature = createHmac('sha256', pem).update(content).digest('base64url');
    expect(await codeOf(`Bearer ${content}.${signature}`)).toBe('token-not-accepted');
  });

  test.each([
    ['a key in the token', () => ({ jwk: rogue.published })],
    ['a key address in the token', () => ({ jku: `${server.url}/rogue/keys` })],
    ['a key id that is a path', () => ({ kid: '../../rogue/keys' })],
  ])('%s is not followed', async (_what, header) => {
    server.serve('/rogue/keys', 200, { keys: [rogue.published] });
    expect(await codeOf(bearer({}, rogue, header()))).toBe('token-not-accepted');
    expect(server.asked.every((path) => path === keysPath)).toBe(true);
  });

  test('a payload that was changed after it was signed', async () => {
    const [header, , signature] = (await signed(key, claims())).split('.');
    expect(await codeOf(`Bearer ${header}.${part(claims({ oid: '55555555-5555-4555-8555-555555555555' }))}.${signature}`)).toBe(
      'token-not-accepted',
    );
  });
});

describe('K15: time', () => {
  test.each([
    ['ran out four minutes ago, within the tolerance', () => ({ exp: seconds() - 240 }), 'accepted'],
    ['ran out six minutes ago', () => ({ exp: seconds() - 360 }), 'token-not-accepted'],
    ['is valid in four minutes, within the tolerance', () => ({ nbf: seconds() + 240 }), 'accepted'],
    ['is valid in six minutes', () => ({ nbf: seconds() + 360 }), 'token-not-accepted'],
    ['never runs out', () => ({ exp: undefined }), 'token-not-accepted'],
    ['does not say when it was issued', () => ({ iat: undefined }), 'token-not-accepted'],
  ])('a token that %s', async (_when, told, expected) => {
    expect(await codeOf(bearer(told()))).toBe(expected);
  });
});

describe('K16: the header', () => {
  test('the scheme may be written in any case', async () => {
    expect(await codeOf((await bearer()).replace('Bearer', 'bearer'))).toBe('accepted');
  });

  test.each<[string, (token: string) => string | null]>([
    ['none', () => null],
    ['empty', () => ''],
    ['two tokens in one', (token) => `${token}, ${token}`],
    ['another scheme', (token) => token.replace('Bearer', 'Basic')],
    ['a token without its scheme', (token) => token.replace('Bearer ', '')],
    ['two parts', (token) => token.split('.').slice(0, 2).join('.')],
  ])('%s asks for a sign-in', async (_what, change) => {
    expect(await codeOf(change(await bearer()))).toBe('sign-in-required');
  });

  test('a payload that is no JSON is refused', async () => {
    expect(await codeOf('Bearer abc.abc.abc')).toBe('token-not-accepted');
  });
});

describe('K17: keys', () => {
  test('are read once for many tokens of many tenants, good or bad, known keys or not', async () => {
    const unknown = await aSigningKey('key-unknown');
    for (let index = 0; index < 10; index += 1) {
      const tid = `${String(index).repeat(8)}-9999-4999-8999-999999999999`;
      await codeOf(bearer({ tid, iss: `${server.url}/${tid}/v2.0` }));
      await codeOf(bearer({ tid }, unknown));
    }
    expect(server.asked).toEqual([keysPath]);
  });

  test('a key that was rolled over is looked for again once the pause is over', async () => {
    expect(await codeOf(bearer())).toBe('accepted');
    const next = await aSigningKey('key-2');
    server.serve(keysPath, 200, { keys: [next.published] });
    const token = await bearer({}, next);
    expect(await codeOf(token)).toBe('token-not-accepted');
    const real = Date.now;
    try {
      Date.now = () => real() + 301_000;
      expect(await codeOf(token)).toBe('accepted');
      expect(server.asked).toHaveLength(2);
    } finally {
      Date.now = real;
    }
  });

  test.each([
    ['answers an error', 500, { error: 'down' }],
    ['answers no JSON', 200, '<html>'],
    ['answers no key set', 200, { hello: 'world' }],
  ])('when the key service %s nobody is called a forger: try again later', async (_what, status, body) => {
    server.serve(keysPath, status, body);
    expect(await codeOf(bearer())).toBe('busy-try-later');
    server.serve(keysPath, 200, { keys: [key.published] });
    expect(await codeOf(bearer())).toBe('accepted');
  });

  test('when the key service cannot be reached: try again later', async () => {
    const gone = await startKeyServer();
    await gone.close();
    verify = userTokenVerifier({
      authorityHost: gone.url,
      homeTenant: council,
      audience: api,
      scope: 'access_as_user',
      decidingClients: [teams],
      draftingClients: [],
    });
    expect(await codeOf(bearer())).toBe('busy-try-later');
  });
});
