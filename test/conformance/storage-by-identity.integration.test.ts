import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Azurite, startAzurite } from '@ap/local/azurite/start-azurite';
import { identityCredential } from '../../functions/src/adapters/managed-identity.ts';
import { type Storage, storage, storageAt } from '../../functions/src/adapters/storage/storage.ts';
import { council, sampleOrganisation } from '../../infra/local-tenant/src/test-support/sample-organisation.ts';
import { type StartedTenant, startedTenant } from '../../infra/local-tenant/src/test-support/started-tenant.ts';
import { trustAuthority } from '../support/trust-authority.ts';

// How the deployed app opens its storage account: no key, no connection string, its own managed identity. Azurite looks at a token's issuer, audience and lifetime.

const identity = { clientId: '60000000-0000-4000-8000-000000000001', objectId: '60000000-0000-4000-8000-000000000002', header: 'platform' };
const organisation = () => {
  const [first, ...others] = sampleOrganisation().tenants;
  if (first?.id !== council) throw new Error('The sample begins with another tenant.');
  return { tenants: [{ ...first, managedIdentities: [identity] }, ...others] };
};

describe('storage that is opened by the identity of the app', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'ap-identity-'));
  const before = { ...process.env };
  let tenant: StartedTenant;
  let azurite: Azurite;
  let distrust: () => void;

  beforeAll(async () => {
    tenant = await startedTenant(organisation());
    const ca = path.dirname(tenant.caPath);
    azurite = await startAzurite({ dir, certificate: { cert: path.join(ca, 'server.pem'), key: path.join(ca, 'server.key') } });
    distrust = trustAuthority(tenant.caPath);
    process.env.IDENTITY_ENDPOINT = `${tenant.url}/msi/token`;
    process.env.IDENTITY_HEADER = identity.header;
  });
  afterAll(async () => {
    process.env = before;
    distrust();
    await azurite.stop();
    await tenant.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const opened = (clientId = identity.clientId): Storage => storageAt(azurite.addresses, identityCredential(clientId), 'live');

  test('keeps blobs, messages and rows', async () => {
    const { container, queue, table } = opened();
    await container('audit').create();
    await container('audit').getBlockBlobClient('a').upload('kept', 4);
    await queue('effects').create();
    await queue('effects').sendMessage('kept');
    await table('drafts').createTable();
    await table('drafts').createEntity({ partitionKey: 'p', rowKey: 'r', text: 'kept' });

    const again = opened();
    expect((await again.container('audit').getBlobClient('a').downloadToBuffer()).toString()).toBe('kept');
    expect((await again.queue('effects').peekMessages()).peekedMessageItems.map(({ messageText }) => messageText)).toEqual(['kept']);
    expect(await again.table('drafts').getEntity('p', 'r')).toMatchObject({ text: 'kept' });
  });

  test('is not opened where the platform knows no such identity', async () => {
    await expect(opened('60000000-0000-4000-8000-00000000000f').container('audit').exists()).rejects.toThrow(/identity/i);
  });

  test('is not opened without an identity or a connection string', () => {
    expect(() => storage({ AzureWebJobsStorage__accountName: 'account', DEPLOYMENT_NAME: 'live' })).toThrow(
      'Set MANAGED_IDENTITY_CLIENT_ID',
    );
  });
});
