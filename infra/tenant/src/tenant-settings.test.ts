import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTenantSettings } from './tenant-settings.ts';

describe('the settings of the commands', () => {
  let dir: string;
  let environment: Record<string, string>;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'tenant-settings-'));
    writeFileSync(join(dir, 'pem'), 'pem');
    environment = {
      TENANT_ID: '4C1F0A52-6B7E-4D0E-9A51-2F6F0F3A9D10',
      ADMIN_CLIENT_ID: '1c7e4d2f-a035-4b9c-88d6-2e3f40516273',
      ADMIN_CERTIFICATE_PATH: join(dir, 'pem'),
      ADMIN_PRIVATE_KEY_PATH: join(dir, 'pem'),
      SITE_HOSTNAME: 'council.sharepoint.com',
      SITE_PATH: '/sites/ap-framework',
      ALLOWED_READERS: '4FA17052-d368-4ecf-bb09-516273849506; it.admin@council.example',
    };
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('name the real service unless told otherwise', () => {
    expect(readTenantSettings(environment)).toMatchObject({
      tenantId: '4c1f0a52-6b7e-4d0e-9a51-2f6f0f3a9d10',
      authorityHost: 'https://login.microsoftonline.com',
      graphUrl: 'https://graph.microsoft.com',
      allowedReaders: ['4fa17052-d368-4ecf-bb09-516273849506', 'it.admin@council.example'],
    });
  });

  it.each([
    { GRAPH_URL: 'https://localhost:8443' },
    { GRAPH_URL: 'https://graph.microsoft.com.attacker.example' },
    { AUTHORITY_HOST: 'https://attacker.example', GRAPH_URL: 'https://attacker.example' },
  ])("never send an administrator's token to %o", (hosts) => {
    expect(() => readTenantSettings({ ...environment, ...hosts })).toThrow('AUTHORITY_HOST and GRAPH_URL');
  });

  it('may be this machine, wholly', () => {
    const here = { GRAPH_URL: 'https://localhost:8443', AUTHORITY_HOST: 'https://localhost:8443' };
    expect(readTenantSettings({ ...environment, ...here }).graphUrl).toBe('https://localhost:8443');
    expect(() => readTenantSettings({ ...environment, ...here, GRAPH_URL: 'http://localhost:8443' })).toThrow('GRAPH_URL');
  });

  it('say in one sentence everything that is missing', () => {
    expect(() => readTenantSettings({ ...environment, TENANT_ID: '', ALLOWED_READERS: undefined })).toThrow(/TENANT_ID.*ALLOWED_READERS/);
    expect(() => readTenantSettings({ ...environment, ADMIN_PRIVATE_KEY_PATH: join(dir, 'none') })).toThrow('ADMIN_PRIVATE_KEY_PATH');
  });
});
