// tsyringe, which x509 is built on, stops the process at import when this polyfill is not there first.
import 'reflect-metadata';
import { webcrypto, X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

/** Where the certificates are and what the HTTPS server needs. */
export interface ServerCertificates {
  /** The file that clients trust: NODE_EXTRA_CA_CERTS. */
  readonly caPath: string;
  readonly cert: string;
  readonly key: string;
}

const day = 86_400_000;
const lifetime = 397 * day;
const renewWithin = 30 * day;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

const pem = (label: string, der: ArrayBuffer): string =>
  `-----BEGIN ${label}-----\n${(
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END ${label}-----\n`;

const serialNumber = (): string =>
  Buffer.from(webcrypto.getRandomValues(new Uint8Array(16)))
    .toString('hex')
    .replace(/^[89a-f]/, '1');

/** The three files as they are, or undefined when one is missing, unreadable as a certificate or near its end. */
const readUsable = async (dir: string): Promise<ServerCertificates | undefined> => {
  const caPath = join(dir, 'ca.pem');
  try {
    const [ca, cert, key] = await Promise.all(
      [caPath, join(dir, 'server.pem'), join(dir, 'server.key')].map((path) => readFile(path, 'utf8')),
    );
    if (!ca || !cert || !key) return undefined;
    const authority = new X509Certificate(ca);
    const server = new X509Certificate(cert);
    const usableUntil = Math.min(Date.parse(authority.validTo), Date.parse(server.validTo));
    if (usableUntil - Date.now() <= renewWithin || !server.verify(authority.publicKey)) return undefined;
    return { caPath, cert, key };
  } catch (failure) {
    const code = (failure as NodeJS.ErrnoException).code;
    // A file that is absent or no certificate means: make new ones. Anything else (no permission, say) is the person's to know.
    if (code === 'ENOENT' || code?.startsWith('ERR_OSSL') || code?.startsWith('ERR_CRYPTO')) return undefined;
    throw failure;
  }
};

const writeWhole = async (path: string, content: string, mode: number): Promise<void> => {
  await writeFile(`${path}.new`, content, { mode });
  await rename(`${path}.new`, path);
};

/**
 * The certificate of `localhost` and `127.0.0.1` in `dir`, with the authority that signed it in `ca.pem`. What is there is
 * kept while it is valid for more than 30 days. The authority's private key is used once and never written, so nothing
 * else can ever be signed by what a laptop was told to trust.
 */
export const ensureCertificates = async (dir: string): Promise<ServerCertificates> => {
  await mkdir(dir, { recursive: true });
  const usable = await readUsable(dir);
  if (usable) return usable;

  const notBefore = new Date(Date.now() - day);
  const notAfter = new Date(Date.now() + lifetime);
  const authorityKeys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const serverKeys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: 'CN=Local tenant authority (this machine only)',
    notBefore,
    notAfter,
    signingAlgorithm: algorithm,
    keys: authorityKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const server = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: 'CN=localhost',
    issuer: authority.subject,
    notBefore,
    notAfter,
    signingAlgorithm: algorithm,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const caPath = join(dir, 'ca.pem');
  const cert = `${server.toString('pem')}\n`;
  const key = pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', serverKeys.privateKey));
  await writeWhole(join(dir, 'server.key'), key, 0o600);
  await writeWhole(join(dir, 'server.pem'), cert, 0o644);
  await writeWhole(caPath, `${authority.toString('pem')}\n`, 0o644);
  return { caPath, cert, key };
};
