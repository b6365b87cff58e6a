import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decodeJwt } from 'jose';
import { clientCertificate } from '../test-support/client-certificate.ts';
import { apiApp, apiScope, commissioner, council, sampleOrganisation, teamsClient } from '../test-support/sample-organisation.ts';
import { type StartedTenant, startedTenant } from '../test-support/started-tenant.ts';

interface Outcome {
  readonly token?: string;
  readonly fromCache?: boolean;
  readonly account?: string | null;
  readonly errorCode?: string;
  readonly errorMessage?: string;
}

type Outcomes = Readonly<
  Record<'secret' | 'again' | 'certificate' | 'wrongSecret' | 'wrongScope' | 'onBehalfOf' | 'noConsent', Outcome>
> & {
  readonly verified: { readonly payload: Record<string, unknown>; readonly protectedHeader: Record<string, unknown> };
  readonly person: Record<string, unknown>;
};

const root = join(import.meta.dirname, '../../../..');

describe('MSAL, jose and the Graph client, unchanged, against the local tenant', () => {
  let tenant: StartedTenant;
  let got: Outcomes;

  beforeAll(async () => {
    const certificate = await clientCertificate();
    tenant = await startedTenant(sampleOrganisation(undefined, certificate.certificatePem));
    const { body } = await tenant.call('POST', '/_local/sign-in', {
      json: { tenantId: council, userId: commissioner, clientId: teamsClient, scope: apiScope },
    });
    const plan = {
      url: tenant.url,
      tenantId: council,
      clientId: apiApp,
      secret: 'sample secret',
      certificate,
      userToken: body.access_token,
      user: 'ada@council.example',
    };
    const script = join(root, 'infra/local-tenant/src/test-support/real-clients.ts');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=source', '--import', 'tsx', script, JSON.stringify(plan)],
      {
        cwd: root,
        env: { ...process.env, NODE_EXTRA_CA_CERTS: tenant.caPath },
      },
    );
    got = JSON.parse(stdout) as Outcomes;
  });

  afterAll(() => tenant.stop());

  test('[4.1 D] a secret buys an app-only token with the roles an administrator consented to', () => {
    expect(decodeJwt(got.secret.token ?? '')).toMatchObject({
      aud: 'https://graph.microsoft.com',
      iss: `${tenant.url}/${council}/v2.0`,
      tid: council,
      azp: apiApp,
      azpacr: '1',
      idtyp: 'app',
      roles: ['Sites.Selected', 'User.Read.All', 'GroupMember.Read.All'],
      ver: '2.0',
    });
    expect(decodeJwt(got.secret.token ?? '')).not.toHaveProperty('scp');
  });

  test('the second request is served from the cache', () => {
    expect(got.secret.fromCache).toBe(false);
    expect(got.again).toMatchObject({ fromCache: true, token: got.secret.token });
  });

  test('[4.2 D] a certificate buys the same, and the token says so', () => {
    expect(decodeJwt(got.certificate.token ?? '')).toMatchObject({ idtyp: 'app', azpacr: '2' });
  });

  test('refusals reach the caller with the number that Entra uses', () => {
    expect(got.wrongSecret).toMatchObject({ errorCode: 'invalid_client', errorMessage: expect.stringContaining('AADSTS7000215') });
    expect(got.wrongScope).toMatchObject({ errorCode: 'invalid_scope', errorMessage: expect.stringContaining('AADSTS1002012') });
    expect(got.noConsent).toMatchObject({ errorCode: 'invalid_grant', errorMessage: expect.stringContaining('AADSTS65001') });
  });

  test("a person's token is exchanged on their behalf", () => {
    expect(decodeJwt(got.onBehalfOf.token ?? '')).toMatchObject({
      aud: 'https://graph.microsoft.com',
      oid: commissioner,
      scp: 'User.Read',
      azp: apiApp,
      idtyp: 'user',
    });
    expect(got.onBehalfOf.account).toBe('ada@council.example');
  });

  test('jose verifies a person’s token with the published keys', () => {
    expect(got.verified.protectedHeader).toMatchObject({ alg: 'RS256', kid: expect.any(String) });
    expect(got.verified.payload).toMatchObject({
      aud: apiApp,
      azp: teamsClient,
      scp: 'access_as_user',
      oid: commissioner,
      tid: council,
      name: 'Ada Fairweather',
      preferred_username: 'ada@council.example',
      idtyp: 'user',
      acct: 0,
      ver: '2.0',
    });
  });

  test('the Graph client reads a person', () => {
    expect(got.person).toEqual(expect.objectContaining({ id: commissioner, displayName: 'Ada Fairweather' }));
  });
});
