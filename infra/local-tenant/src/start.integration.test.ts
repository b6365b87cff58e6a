import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalTenant } from './start.ts';
import { apiApp, commissioner, council, mailApp, sampleOrganisation } from './test-support/sample-organisation.ts';
import { startedTenant, tenantCaller } from './test-support/started-tenant.ts';

test('mail, installations and signing keys survive a restart', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tenant-restart-'));
  const options = { organisation: sampleOrganisation(), port: 0, dataDir: join(dir, 'data'), caDir: join(dir, 'ca') };
  const first = await startLocalTenant(options);
  const before = tenantCaller(first.url, first.caPath);
  const { body } = await before('POST', '/_local/tokens', { json: { kind: 'app', tenantId: council, clientId: mailApp } });
  const message = {
    subject: 'Kept',
    body: { contentType: 'Text', content: 'x' },
    toRecipients: [{ emailAddress: { address: 'ada@council.example' } }],
  };
  expect(
    (await before('POST', `/v1.0/users/${commissioner}/sendMail`, { token: String(body.access_token), json: { message } })).status,
  ).toBe(202);
  await before('POST', '/_local/teams-app', { json: { tenantId: council, userId: commissioner, installed: false } });
  const keysBefore = (await before('GET', `/${council}/discovery/v2.0/keys`)).body;
  await first.close();

  const second = await startLocalTenant(options);
  const after = tenantCaller(second.url, second.caPath);
  expect((await after('GET', '/_local/mail')).body).toMatchObject([{ subject: 'Kept' }]);
  expect((await after('GET', '/_local/people')).body).toMatchObject([{ id: commissioner, teamsAppInstalled: false }, {}, {}, {}]);
  expect((await after('GET', `/${council}/discovery/v2.0/keys`)).body).toEqual(keysBefore);
  await second.close();
  rmSync(dir, { recursive: true, force: true });
});

test("SharePoint's own API refuses what a secret bought and what was bought for Graph", async () => {
  const tenant = await startedTenant(sampleOrganisation());
  const rest = async (token: string): Promise<unknown> => (await tenant.call('GET', '/sites/framework/_api/web/lists', { token })).body;
  const bySecret = await tenant.appToken(apiApp, 'sample secret', 'https://council.sharepoint.example');
  expect(await rest(bySecret)).toEqual({ error_description: 'Unsupported app only token.' });
  const forGraph = await tenant.appToken(apiApp, 'sample secret', 'https://graph.microsoft.com');
  expect(await rest(forGraph)).toEqual({ error_description: 'Access token validation failure. Invalid audience.' });
  await tenant.stop();
});
