import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCertificates } from './certificates.ts';

describe('the certificates', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'certificates-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  test('name this machine only, and the authority’s private key is not kept', async () => {
    const { cert, caPath } = await ensureCertificates(dir);
    const server = new X509Certificate(cert);
    const authority = new X509Certificate(readFileSync(caPath));
    expect(server.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1');
    expect(server.verify(authority.publicKey)).toBe(true);
    expect([authority.ca, server.ca]).toEqual([true, false]);
    expect(readdirSync(dir).sort()).toEqual(['ca.pem', 'server.key', 'server.pem']);
    expect(statSync(join(dir, 'server.key')).mode & 0o777).toBe(0o600);
  });

  test('are kept while they are good, and made anew when one is missing, broken or does not fit', async () => {
    const first = await ensureCertificates(dir);
    expect(await ensureCertificates(dir)).toEqual(first);
    rmSync(join(dir, 'server.pem'));
    const second = await ensureCertificates(dir);
    expect(second.cert).not.toBe(first.cert);
    writeFileSync(join(dir, 'ca.pem'), 'not a certificate');
    const third = await ensureCertificates(dir);
    expect(third.cert).not.toBe(second.cert);
    expect(new X509Certificate(third.cert).verify(new X509Certificate(readFileSync(third.caPath)).publicKey)).toBe(true);
  });
});
