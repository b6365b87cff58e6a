import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSampleSecrets, writeOrganisation } from './secrets.ts';
import { administratorFiles, organisationFile, secretsFile } from './state-files.ts';

describe('the secrets of the local run', () => {
  let stateDir: string;
  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'sample-secrets-'));
  });
  afterEach(() => rmSync(stateDir, { recursive: true }));

  it("makes an administrator's certificate that belongs to its key", async () => {
    const { administratorCertificatePem } = await ensureSampleSecrets(stateDir);
    const { privateKeyPath } = administratorFiles(stateDir);
    const key = createPrivateKey(readFileSync(privateKeyPath));
    const certificate = new X509Certificate(administratorCertificatePem);
    expect(certificate.checkPrivateKey(key)).toBe(true);
    expect(createPublicKey(key).asymmetricKeyType).toBe('rsa');
  });

  it('keeps what it made, so that saved state goes on working', async () => {
    const first = await ensureSampleSecrets(stateDir);
    expect(await ensureSampleSecrets(stateDir)).toEqual(first);
    expect(new Set([first.runtimeSecret, first.botSecret, first.apiSecret]).size).toBe(3);
  });

  it('adds a secret that a run of before did not need, and keeps the others', async () => {
    const { apiSecret, ...before } = await ensureSampleSecrets(stateDir);
    writeFileSync(secretsFile(stateDir), JSON.stringify({ ...before, administratorCertificatePem: undefined }));
    const now = await ensureSampleSecrets(stateDir);
    expect(now).toMatchObject(before);
    expect(now.apiSecret).not.toBe(apiSecret);
    expect(await ensureSampleSecrets(stateDir)).toEqual(now);
  });

  it('keeps secrets from other users of the machine', async () => {
    await writeOrganisation(stateDir);
    for (const path of [administratorFiles(stateDir).privateKeyPath, secretsFile(stateDir), organisationFile(stateDir)])
      expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('writes the organisation with the addresses of this run', async () => {
    await writeOrganisation(stateDir, { tenantOrigin: 'https://localhost:9443' });
    const { tenants } = JSON.parse(readFileSync(organisationFile(stateDir), 'utf8'));
    expect(tenants[0].sites[0].webUrl).toBe('https://localhost:9443/sites/ap-framework');
  });

  it('stops at a file of secrets that is not its own', async () => {
    await ensureSampleSecrets(stateDir);
    writeFileSync(secretsFile(stateDir), '{}');
    await expect(ensureSampleSecrets(stateDir)).rejects.toThrow('--reset');
  });
});
