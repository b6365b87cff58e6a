import { aSigningKey, type KeyServer, type SigningKey, signed, startKeyServer } from '../../http/key-server.fixture.ts';
import { ServiceBusy } from '../../http/service-busy.ts';
import { type ActivityOrigin, botTokenVerifier } from './bot-token.ts';
import { serviceHostAllowed } from './service-host.ts';

const botAppId = 'dddddddd-0000-4000-8000-000000000004';
const tenantId = '11111111-1111-4111-8111-111111111111';
const serviceUrl = 'https://smba.trafficmanager.net/uk/';
const metadataPath = '/v1/.well-known/openidconfiguration';
const keysPath = '/v1/.well-known/keys';

let server: KeyServer;
let key: SigningKey;
let rogue: SigningKey;
let unendorsed: SigningKey;
let at = 0;
let verify: ReturnType<typeof botTokenVerifier>;

const publish = (...keys: readonly SigningKey[]) => {
  server.serve(metadataPath, 200, { issuer: 'https://api.botframework.com', jwks_uri: `${server.url}${keysPath}` });
  server.serve(keysPath, 200, { keys: keys.map((each) => each.published) });
};

beforeAll(async () => {
  server = await startKeyServer();
  key = await aSigningKey('bot-1', { endorsements: ['msteams', 'webchat'] });
  rogue = await aSigningKey('bot-1');
  unendorsed = await aSigningKey('bot-2', { endorsements: ['webchat'] });
});
beforeEach(() => {
  publish(key, unendorsed);
  server.asked.length = 0;
  at = Date.now();
  verify = botTokenVerifier(
    { botAppId, metadataUrl: `${server.url}${metadataPath}`, allowedHosts: ['smba.trafficmanager.net'], tenantId },
    () => at,
  );
});
afterAll(() => server.close());

/** By the clock that the verifier is given. */
const seconds = () => Math.floor(at / 1000);

const bearer = async (told: Readonly<Record<string, unknown>> = {}, signer = key, header: Readonly<Record<string, unknown>> = {}) => {
  const claims = {
    iss: 'https://api.botframework.com',
    aud: botAppId,
    serviceurl: serviceUrl,
    nbf: seconds(),
    exp: seconds() + 3600,
    ...told,
  };
  return `Bearer ${await signed(signer, claims, header)}`;
};

const activity: ActivityOrigin = { serviceUrl, channelId: 'msteams', channelTenantId: tenantId, conversationTenantId: tenantId };
const otherTenant = '22222222-2222-4222-8222-222222222222';

test("an activity of the council's tenant, signed for our bot by a key endorsed for Teams, is accepted", async () => {
  expect(await verify(await bearer(), activity)).toEqual({ ok: true });
  expect(await verify(await bearer({ serviceurl: undefined, serviceUrl }), activity)).toEqual({ ok: true });
  expect(await verify(await bearer(), { ...activity, conversationTenantId: tenantId.toUpperCase() })).toEqual({ ok: true });
});

describe('each requirement alone refuses', () => {
  test.each<[string, () => Promise<string | null> | null, Partial<ActivityOrigin>, string]>([
    ['no token', () => null, {}, 'no-token'],
    ['a token that is none', async () => 'Bearer abc', {}, 'no-token'],
    ['another scheme', async () => (await bearer()).replace('Bearer', 'Basic'), {}, 'no-token'],
    ['another issuer', () => bearer({ iss: 'https://login.microsoftonline.com/x/v2.0' }), {}, 'token-not-accepted'],
    ['self-issued, as the emulator does', () => bearer({ iss: `https://sts.windows.net/${tenantId}/` }), {}, 'token-not-accepted'],
    ['another bot', () => bearer({ aud: 'eeeeeeee-0000-4000-8000-000000000005' }), {}, 'token-not-accepted'],
    ['no audience', () => bearer({ aud: undefined }), {}, 'token-not-accepted'],
    ['run out', () => bearer({ exp: seconds() - 360 }), {}, 'token-not-accepted'],
    ['without an end', () => bearer({ exp: undefined }), {}, 'token-not-accepted'],
    ['not valid yet', () => bearer({ nbf: seconds() + 360 }), {}, 'token-not-accepted'],
    ['a rogue key under a known id', () => bearer({}, rogue), {}, 'token-not-accepted'],
    ['a key in the token', () => bearer({}, rogue, { jwk: rogue.published }), {}, 'token-not-accepted'],
    ['a key that is not endorsed for Teams', () => bearer({}, unendorsed), {}, 'key-not-endorsed'],
    ['no service address', () => bearer({ serviceurl: undefined }), {}, 'service-url-differs'],
    ['another service address', () => bearer({ serviceurl: 'https://smba.trafficmanager.net/emea/' }), {}, 'service-url-differs'],
    [
      'an activity that names another address',
      () => bearer(),
      { serviceUrl: 'https://smba.trafficmanager.net/emea/' },
      'service-url-differs',
    ],
    [
      'a host on nobody’s list',
      () => bearer({ serviceurl: 'https://evil.example/' }),
      { serviceUrl: 'https://evil.example/' },
      'host-not-allowed',
    ],
    ['another channel', () => bearer(), { channelId: 'webchat' }, 'other-channel'],
    ['no channel', () => bearer(), { channelId: '' }, 'other-channel'],
    ['another tenant', () => bearer(), { channelTenantId: otherTenant, conversationTenantId: otherTenant }, 'other-tenant'],
    ['no tenant', () => bearer(), { channelTenantId: '', conversationTenantId: '' }, 'other-tenant'],
    ['another tenant in its conversation', () => bearer(), { conversationTenantId: otherTenant }, 'tenants-differ'],
    ['another tenant in its channel', () => bearer(), { channelTenantId: otherTenant }, 'tenants-differ'],
    ['no tenant in its conversation', () => bearer(), { conversationTenantId: '' }, 'tenants-differ'],
    ['no tenant in its channel', () => bearer(), { channelTenantId: '' }, 'tenants-differ'],
  ])('%s', async (_what, token, told, why) => {
    expect(await verify((await token()) ?? null, { ...activity, ...told })).toEqual({ ok: false, why });
  });

  test('and what needs no key asks for none', async () => {
    await verify(null, activity);
    await verify(await bearer(), { ...activity, channelId: 'webchat' });
    await verify(await bearer(), { ...activity, serviceUrl: 'https://evil.example/' });
    expect(server.asked).toEqual([]);
  });
});

describe('keys', () => {
  const minute = 60_000;

  test('are read once in a day', async () => {
    for (let hour = 0; hour < 23; hour += 1) {
      at += 60 * minute;
      expect(await verify(await bearer(), activity)).toEqual({ ok: true });
    }
    expect(server.asked).toEqual([metadataPath, keysPath]);
    at += 120 * minute;
    await verify(await bearer(), activity);
    expect(server.asked).toHaveLength(4);
  });

  test('a flood of rogue keys is passed on once in five minutes, and a key that rolled over is found then', async () => {
    await verify(await bearer(), activity);
    const next = await aSigningKey('bot-3', { endorsements: ['msteams'] });
    for (let count = 0; count < 20; count += 1) expect(await verify(await bearer({}, next), activity)).toMatchObject({ ok: false });
    expect(server.asked).toHaveLength(2);
    publish(next);
    at += 6 * minute;
    expect(await verify(await bearer({}, next), activity)).toEqual({ ok: true });
    expect(await verify(await bearer(), activity)).toEqual({ ok: false, why: 'token-not-accepted' });
    expect(server.asked).toHaveLength(4);
  });

  test.each([
    [metadataPath, 500],
    [keysPath, 503],
  ])('when %s answers %p nothing is accepted and nobody is called a forger; it is asked again at the next', async (path, status) => {
    server.serve(path, status, { error: 'down' });
    await expect(verify(await bearer(), activity)).rejects.toBeInstanceOf(ServiceBusy);
    publish(key);
    expect(await verify(await bearer(), activity)).toEqual({ ok: true });
  });
});

describe('a host that may be given our token', () => {
  const allowed = ['smba.trafficmanager.net', 'localhost:8443'];

  test.each(['https://smba.trafficmanager.net/uk/', 'https://SMBA.trafficmanager.net/', 'https://localhost:8443/connector/'])(
    '%s',
    (url) => {
      expect(serviceHostAllowed(url, allowed)).toBe(true);
    },
  );

  test.each([
    'http://smba.trafficmanager.net/uk/',
    'https://evil.trafficmanager.net/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net./',
    'https://smba.trafficmanager.net:444/',
    'https://localhost/',
    'https://localhost:8444/',
    'https://user@smba.trafficmanager.net/',
    'https://user:word@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://evil.example/smba.trafficmanager.net',
    'https://evil.example\\@smba.trafficmanager.net/',
    'javascript:alert(1)',
    'smba.trafficmanager.net',
    '',
  ])('never %s', (url) => {
    expect(serviceHostAllowed(url, allowed)).toBe(false);
  });
});
