import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { aSigningKey, type KeyServer, type SigningKey, signed, startKeyServer } from '../../functions/src/http/key-server.fixture.ts';
import { type UserTokenOptions, userTokenVerifier } from '../../functions/src/http/user-token.ts';

export const apiOfTests = 'aaaaaaaa-0000-4000-8000-000000000001';
export const teamsClient = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
export const webPartClient = 'bbbbbbbb-0000-4000-8000-000000000002';
const personalAccounts = '9188040d-6c67-4c5b-b112-36a304b66dad';
const unlisted = '99999999-9999-4999-8999-999999999999';
const skew = 300;

type Told = Readonly<Record<string, unknown>>;

/** An authority with really signed tokens: a key that is published, others that are not, and everything else that its host was asked for. */
export interface Authority {
  readonly server: KeyServer;
  readonly keysPath: string;
  readonly verify: ReturnType<typeof userTokenVerifier>;
  readonly options: UserTokenOptions;
  /** What Teams is given for the person, with what a test changes. */
  readonly claims: (told?: Told) => Told;
  readonly signedBy: (which: 'ours' | 'rogue', told?: Told, header?: Told) => Promise<string>;
  readonly publicKey: SigningKey;
  readonly close: () => Promise<void>;
}

/** `at`: the verifier's clock, in seconds. */
export const anAuthority = async (homeTenant: string, objectId: string, at: () => number): Promise<Authority> => {
  const server = await startKeyServer();
  const ours = await aSigningKey('key-1');
  const rogue = await aSigningKey('key-1');
  const keysPath = `/${homeTenant}/discovery/v2.0/keys`;
  server.serve(keysPath, 200, { keys: [ours.published] });
  server.serve('/rogue/keys', 200, { keys: [rogue.published] });
  const options: UserTokenOptions = {
    authorityHost: server.url,
    homeTenant,
    audience: apiOfTests,
    scope: 'access_as_user',
    decidingClients: [teamsClient],
    draftingClients: [webPartClient],
  };
  const claims = (told: Told = {}): Told => ({
    aud: apiOfTests,
    iss: `${server.url}/${homeTenant}/v2.0`,
    tid: homeTenant,
    oid: objectId,
    azp: teamsClient,
    scp: 'access_as_user',
    ver: '2.0',
    acct: 0,
    iat: at(),
    nbf: at(),
    exp: at() + 3600,
    name: 'Somebody',
    preferred_username: 'somebody@council.example',
    ...told,
  });
  return {
    server,
    keysPath,
    options,
    claims,
    publicKey: ours,
    verify: userTokenVerifier(options, () => at() * 1000),
    signedBy: (which, told, header) => signed({ ours, rogue }[which], claims(told), header),
    close: () => server.close(),
  };
};

/** A row of the token matrix: what is sent, and the one answer to it. */
export interface TokenRow {
  /** Its number in docs/security.md, and what is wrong with the token. */
  readonly row: `K${number}: ${string}`;
  readonly authorization: (authority: Authority, at: number) => Promise<string | undefined>;
  readonly answer: 'let in' | 'sign-in-required' | 'token-not-accepted' | 'client-not-allowed' | 'tenant-not-allowed' | 'guest-not-listed';
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const bearer = (token: string): string => `Bearer ${token}`;

/** A token whose claims differ. */
const claiming = (row: TokenRow['row'], answer: TokenRow['answer'], told: (authority: Authority, at: number) => Told): TokenRow => ({
  row,
  answer,
  authorization: async (authority, at) => bearer(await authority.signedBy('ours', told(authority, at))),
});
/** A token by a key that nobody published, which its header tries to have read. */
const rogueBy = (row: TokenRow['row'], header: (authority: Authority) => Promise<Told> | Told): TokenRow => ({
  row,
  answer: 'token-not-accepted',
  authorization: async (authority) => bearer(await authority.signedBy('rogue', {}, await header(authority))),
});
/** The Authorization header of an honest token, changed. */
const written = (row: TokenRow['row'], answer: TokenRow['answer'], change: (honest: string) => string | undefined): TokenRow => ({
  row,
  answer,
  authorization: async (authority) => change(bearer(await authority.signedBy('ours'))),
});

const hs256 = async ({ claims, publicKey }: Authority): Promise<string> => {
  const pem = createPublicKey({ key: publicKey.published as JsonWebKey, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const content = `${part({ alg: 'HS256', kid: 'key-1' })}.${part(claims())}`;
  return bearer(`${content}.${createHmac('sha256', pem).update(content).digest('base64url')}`);
};

/** Security 3.1, K1 to K18, each row with what this product answers. docs/security.md says where that is not what the reference expects, and why. */
export const tokenMatrix: readonly TokenRow[] = [
  claiming('K1: a v2 token of a person, for this API, by a client that is listed', 'let in', () => ({})),
  claiming('K2: a v1 token', 'token-not-accepted', ({ options }) => ({
    ver: '1.0',
    aud: `api://${options.audience}`,
    iss: `https://sts.windows.net/${options.homeTenant}/`,
    appid: teamsClient,
  })),
  claiming('K3: the issuer of v2 with the audience of v1', 'token-not-accepted', ({ options }) => ({ aud: `api://${options.audience}` })),
  claiming('K4: the issuer of another tenant than it claims', 'token-not-accepted', ({ server }) => ({
    iss: `${server.url}/${unlisted}/v2.0`,
  })),
  claiming('K5: the issuer common', 'token-not-accepted', ({ server }) => ({ iss: `${server.url}/common/v2.0` })),
  claiming('K5: the issuer organizations', 'token-not-accepted', ({ server }) => ({ iss: `${server.url}/organizations/v2.0` })),
  claiming('K5: a personal account', 'token-not-accepted', ({ server }) => ({
    iss: `${server.url}/${personalAccounts}/v2.0`,
    tid: personalAccounts,
  })),
  claiming('K6: a tenant that nobody lists', 'tenant-not-allowed', ({ server }) => ({
    iss: `${server.url}/${unlisted}/v2.0`,
    tid: unlisted,
  })),
  claiming('K7: an application', 'client-not-allowed', () => ({ idtyp: 'app', scp: undefined, roles: ['Everything'] })),
  claiming('K8: an application with the role of a person', 'client-not-allowed', () => ({ idtyp: 'app', roles: ['Approver'] })),
  claiming('K8: roles without a scope', 'client-not-allowed', () => ({ scp: undefined, roles: ['Approver', 'Commissioner'] })),
  claiming('K9: a client that nobody listed', 'client-not-allowed', () => ({ azp: 'cccccccc-0000-4000-8000-000000000003' })),
  claiming('K9: no client', 'client-not-allowed', () => ({ azp: undefined })),
  claiming('K11: a guest whom nobody lists', 'guest-not-listed', () => ({ acct: 1, oid: '55555555-5555-4555-8555-555555555555' })),
  claiming('K11: a token that does not say who is a guest', 'client-not-allowed', () => ({ acct: undefined })),
  claiming('K13: a Graph token', 'token-not-accepted', () => ({ aud: '00000003-0000-0000-c000-000000000000' })),
  claiming('K13: a SharePoint token', 'token-not-accepted', () => ({ aud: 'https://council.sharepoint.com' })),
  claiming('K13: a connector token', 'token-not-accepted', () => ({ iss: 'https://api.botframework.com', tid: undefined })),
  claiming('K13: an ID token', 'client-not-allowed', () => ({ scp: undefined, azp: undefined })),
  claiming('K13: a token for us and for Graph at once', 'token-not-accepted', () => ({
    aud: [apiOfTests, '00000003-0000-0000-c000-000000000000'],
  })),
  {
    row: 'K14: no algorithm',
    answer: 'token-not-accepted',
    authorization: async ({ claims }) => bearer(`${part({ alg: 'none', typ: 'JWT' })}.${part(claims())}.AA`),
  },
  { row: 'K14: HS256 with the public key as its secret', answer: 'token-not-accepted', authorization: hs256 },
  rogueBy('K14: another key under the id of ours', () => ({})),
  rogueBy('K14: a key id that nobody published', () => ({ kid: 'key-of-nobody' })),
  rogueBy('K14: a key id that is a path', () => ({ kid: '../../rogue/keys' })),
  rogueBy('K14: a key in the token', async () => ({ jwk: (await aSigningKey('key-1')).published })),
  rogueBy('K14: a key address in the token', ({ server }) => ({ jku: `${server.url}/rogue/keys`, x5u: `${server.url}/rogue/keys` })),
  {
    row: 'K14: claims that were changed after they were signed',
    answer: 'token-not-accepted',
    authorization: async (authority) => {
      const [header, , signature] = (await authority.signedBy('ours')).split('.');
      return bearer(`${header}.${part(authority.claims({ name: 'Somebody else' }))}.${signature}`);
    },
  },
  claiming('K15: ran out, within the tolerance by a second', 'let in', (_authority, at) => ({ exp: at - skew + 1 })),
  claiming('K15: ran out, beyond the tolerance', 'token-not-accepted', (_authority, at) => ({ exp: at - skew })),
  claiming('K15: not valid yet, within the tolerance', 'let in', (_authority, at) => ({ nbf: at + skew })),
  claiming('K15: not valid yet, beyond the tolerance by a second', 'token-not-accepted', (_authority, at) => ({ nbf: at + skew + 1 })),
  claiming('K15: without an end', 'token-not-accepted', () => ({ exp: undefined })),
  claiming('K15: ends at a time that is no number', 'token-not-accepted', () => ({ exp: '9999999999' })),
  written('K16: no header', 'sign-in-required', () => undefined),
  written('K16: two headers, as the host joins them', 'sign-in-required', (honest) => `${honest}, ${honest}`),
  written('K16: two headers, joined without a space', 'sign-in-required', (honest) => `${honest},${honest}`),
  written('K16: another scheme', 'sign-in-required', (honest) => honest.replace('Bearer', 'Basic')),
  written('K16: the scheme in small letters, which RFC 9110 allows', 'let in', (honest) => honest.replace('Bearer', 'bearer')),
  claiming('K18: too many groups to tell, and groups that are roles elsewhere', 'let in', () => ({
    _claim_names: { groups: 'src1' },
    _claim_sources: { src1: { endpoint: 'https://graph.microsoft.com/' } },
    groups: ['62e90394-69f5-4237-9190-012177145e10'],
    wids: ['62e90394-69f5-4237-9190-012177145e10'],
    roles: ['Commissioner'],
  })),
];
