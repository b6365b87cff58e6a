import { randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { apiApp, apiScope, commissioner, council, guestHead, sampleOrganisation, school } from '../test-support/sample-organisation.ts';
import { type StartedTenant, startedTenant } from '../test-support/started-tenant.ts';
import { challengeOf } from './authorization-codes.ts';

// What a page gets at Entra: the code flow with PKCE, whose tokens are redeemed by a browser alone.

const page = 'https://pages.council.example';
const verifier = randomBytes(32).toString('base64url');
let tenant: StartedTenant;
let clock = new Date('2026-07-01T09:00:00Z');

beforeAll(async () => {
  const sample = sampleOrganisation();
  const tenants = sample.tenants.map((each) => ({
    ...each,
    apps: each.apps.map((app) => (app.clientId === apiApp ? { ...app, redirectUris: [page], multiTenant: true } : app)),
  }));
  tenant = await startedTenant({ ...sample, tenants }, () => clock);
});
afterAll(() => tenant.stop());

const asked = (change: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({
    client_id: apiApp,
    redirect_uri: page,
    response_type: 'code',
    response_mode: 'fragment',
    scope: `${apiScope} openid offline_access`,
    state: 'the state',
    nonce: 'the nonce',
    code_challenge: challengeOf(verifier),
    code_challenge_method: 'S256',
    ...change,
  }).toString();

const at = (authority: string, query = asked()) => `/${authority}/oauth2/v2.0/authorize?${query}`;
const form = (fields: Readonly<Record<string, string>>, from: 'page' | 'program' | 'another page' = 'page') => ({
  form: fields,
  headers: from === 'program' ? {} : { origin: from === 'page' ? page : 'https://evil.example' },
});
const choose = async (authority: string, person: string): Promise<URLSearchParams> => {
  const { status, headers } = await tenant.call('POST', at(authority), form({ person }));
  expect(status).toBe(302);
  const back = new URL(String(headers.location));
  expect(back.origin).toBe(page);
  return new URLSearchParams(back.hash.slice(1));
};
const redeem = (authority: string, change: Readonly<Record<string, string>>, from: 'page' | 'program' | 'another page' = 'page') =>
  tenant.call(
    'POST',
    `/${authority}/oauth2/v2.0/token`,
    form(
      {
        client_id: apiApp,
        grant_type: 'authorization_code',
        redirect_uri: page,
        code_verifier: verifier,
        scope: `${apiScope} openid`,
        ...change,
      },
      from,
    ),
  );
const codeOf = async (person = `${council}/${commissioner}`, authority = 'organizations'): Promise<string> =>
  (await choose(authority, person)).get('code') ?? '';

test('a person chooses who they are, and the page gets its code, its state and where the account has its home', async () => {
  const { body, status } = await tenant.call('GET', at('organizations'));
  expect([status, body.text]).toEqual([200, expect.stringContaining('Ada Fairweather')]);
  const back = await choose('organizations', `${council}/${commissioner}`);
  expect(back.get('state')).toBe('the state');
  expect(JSON.parse(Buffer.from(back.get('client_info') ?? '', 'base64url').toString())).toEqual({ uid: commissioner, utid: council });
  const { status: redeemed, body: tokens, headers } = await redeem('organizations', { code: back.get('code') ?? '' });
  expect([redeemed, headers['access-control-allow-origin']]).toEqual([200, '*']);
  expect(decodeJwt(String(tokens.access_token))).toMatchObject({
    aud: apiApp,
    azp: apiApp,
    azpacr: '0',
    oid: commissioner,
    tid: council,
    acct: 0,
  });
  expect(decodeJwt(String(tokens.id_token))).toMatchObject({ nonce: 'the nonce', aud: apiApp });
  expect(tokens.scope).toBe(apiScope);
});

test.each([
  ['an address that is not registered', at('organizations', asked({ redirect_uri: 'https://evil.example' })), 'AADSTS50011'],
  ['a program that nobody registered', at('organizations', asked({ client_id: council })), 'AADSTS700016'],
  ['no proof of who asks', at('organizations', asked({ code_challenge: '' })), 'AADSTS9002325'],
  ['a tenant that is not there', at('nowhere'), 'AADSTS90002'],
])('%s is told to the person, and sent nowhere', async (_what, address, number) => {
  const { status, body, headers } = await tenant.call('GET', address);
  expect([status, body.text, headers.location]).toEqual([400, expect.stringContaining(number), undefined]);
});

test('nobody is signed in silently', async () => {
  const { headers } = await tenant.call('GET', at('organizations', asked({ prompt: 'none' })));
  expect(String(headers.location)).toContain('error=login_required');
});

test('[4.6 D] a code is redeemed once, by who asked, within ten minutes, from a page', async () => {
  const numbers = async (answer: ReturnType<typeof redeem>): Promise<unknown> => (await answer).body.error_codes;
  const code = await codeOf();
  expect((await redeem('organizations', { code })).status).toBe(200);
  expect(await numbers(redeem('organizations', { code }))).toEqual([54005]);
  expect(await numbers(redeem('organizations', { code: await codeOf(), code_verifier: 'another' }))).toEqual([501481]);
  expect(await numbers(redeem('organizations', { code: await codeOf(), redirect_uri: 'https://evil.example' }))).toEqual([500112]);
  expect(await numbers(redeem('organizations', { code: await codeOf() }, 'program'))).toEqual([9002327]);
  expect(await numbers(redeem('organizations', { code: await codeOf() }, 'another page'))).toEqual([9002326]);
  const late = await codeOf();
  clock = new Date(clock.getTime() + 600_001);
  expect(await numbers(redeem('organizations', { code: late }))).toEqual([70008]);
});

test('[4.7 D] a guest is one in the tenant that is asked by name, and nobody at organizations', async () => {
  const person = `${council}/${guestHead}`;
  expect((await tenant.call('POST', at('organizations'), form({ person }))).status).toBe(400);
  const { body } = await redeem(council, { code: await codeOf(person, council) });
  expect(decodeJwt(String(body.access_token))).toMatchObject({ tid: council, oid: guestHead, acct: 1 });
  const again = (authority: string) => redeem(authority, { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) });
  expect((await again('organizations')).body.error_codes).toEqual([50020]);
  expect((await again(school)).body.error_codes).toEqual([50020]);
  expect(decodeJwt(String((await again(council)).body.access_token))).toMatchObject({ tid: council, acct: 1 });
});

test('a page’s session ends after a day, however often it fetched new tokens', async () => {
  const first = (await redeem('organizations', { code: await codeOf() })).body;
  const again = (token: unknown) => redeem('organizations', { grant_type: 'refresh_token', refresh_token: String(token) });
  clock = new Date(clock.getTime() + 23 * 3_600_000);
  const second = await again(first.refresh_token);
  expect(second.status).toBe(200);
  clock = new Date(clock.getTime() + 2 * 3_600_000);
  expect((await again(second.body.refresh_token)).body.error_codes).toEqual([700084]);
});
