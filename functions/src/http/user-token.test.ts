import type { JWTPayload } from 'jose';
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

// What is the same at every operation is in test/faults/token-matrix.evidence.test.ts; here is what that matrix does not tell.

let server: KeyServer;
let key: SigningKey;
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

test('K1: a v2 token of a person, for us, through a client that we list, is accepted', async () => {
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
    ['K3: v2 issuer and audience, but version 1', () => ({ ver: '1.0' }), 'token-not-accepted'],
    ['another scope of ours', () => ({ scp: 'read_only access_as_user_too' }), 'client-not-allowed'],
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

test('ids are compared in lower case', async () => {
  expect(await verify(await bearer({ oid: person.toUpperCase(), tid: school.toUpperCase(), azp: teams.toUpperCase() }))).toMatchObject({
    tenantId: school,
    objectId: person,
    client: 'deciding',
  });
});

test('K15: a token that does not say when it was issued is refused', async () => {
  expect(await codeOf(bearer({ iat: undefined }))).toBe('token-not-accepted');
});

describe('K16: the header', () => {
  test.each<[string, (token: string) => string | null]>([
    ['none', () => null],
    ['empty', () => ''],
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
