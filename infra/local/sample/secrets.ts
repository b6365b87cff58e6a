// x509 is built on a library that stops the process at import when this polyfill is not there first.
import 'reflect-metadata';
import { randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Organisation } from '@ap/local-tenant/organisation';
import * as x509 from '@peculiar/x509';
import { type SampleAddresses, type SampleSecrets, sampleOrganisation } from './organisation.ts';
import { administratorFiles, organisationFile, secretsFile } from './state-files.ts';

const day = 86_400_000;

/** The text of a file; undefined only where it does not exist. */
const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw failure;
  }
};

/** Written whole under another name, then renamed: a crash never leaves half a key. */
const writeWhole = async (path: string, content: string, mode: number): Promise<void> => {
  await writeFile(`${path}.new`, content, { mode });
  await rename(`${path}.new`, path);
};

const clientSecrets = ['runtimeSecret', 'botSecret', 'apiSecret', 'identityHeader'] as const;
type ClientSecrets = Readonly<Record<(typeof clientSecrets)[number], string>>;

/** The secrets of the clients, 0600, made once; one that an older run did not need yet is added. A file that cannot be read as ours stops the run. */
const ensureClientSecrets = async (stateDir: string): Promise<ClientSecrets> => {
  const path = secretsFile(stateDir);
  const text = await readIfThere(path);
  const kept = text === undefined ? {} : (JSON.parse(text) as Record<string, unknown>);
  if (text !== undefined && typeof kept.runtimeSecret !== 'string')
    throw new Error(`${path} is not what this run wrote. Start with --reset.`);
  const whole = Object.fromEntries(
    clientSecrets.map((name) => [name, typeof kept[name] === 'string' ? kept[name] : randomBytes(30).toString('base64url')]),
  ) as ClientSecrets;
  if (clientSecrets.some((name) => kept[name] !== whole[name])) await writeWhole(path, `${JSON.stringify(whole)}\n`, 0o600);
  return whole;
};

const isUsable = (certificatePem: string | undefined, keyPem: string | undefined): boolean => {
  if (!certificatePem || !keyPem) return false;
  const certificate = new X509Certificate(certificatePem);
  return Date.parse(certificate.validTo) - Date.now() > 30 * day;
};

/** An RSA key and its self-signed certificate: Entra takes RSA only for client assertions. Renewed a month before it ends. */
const ensureAdministratorCertificate = async (stateDir: string): Promise<string> => {
  const { certificatePath, privateKeyPath } = administratorFiles(stateDir);
  const [certificate, key] = await Promise.all([readIfThere(certificatePath), readIfThere(privateKeyPath)]);
  if (certificate !== undefined && isUsable(certificate, key)) return certificate;
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const made = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=AP Framework provisioning (this machine only)',
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + 397 * day),
    signingAlgorithm: algorithm,
    keys,
  });
  const pem = `${made.toString('pem')}\n`;
  const keyDer = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const keyPem = `-----BEGIN PRIVATE KEY-----\n${keyDer
    .toString('base64')
    .replace(/.{64}/g, '$&\n')
    .trimEnd()}\n-----END PRIVATE KEY-----\n`;
  await writeWhole(privateKeyPath, keyPem, 0o600);
  await writeWhole(certificatePath, pem, 0o644);
  return pem;
};

/** The secrets of the sample's apps under `stateDir`, made on first use and kept afterwards. */
export const ensureSampleSecrets = async (stateDir: string): Promise<Required<SampleSecrets>> => {
  await mkdir(join(stateDir, 'ca'), { recursive: true });
  const administratorCertificatePem = await ensureAdministratorCertificate(stateDir);
  return { ...(await ensureClientSecrets(stateDir)), administratorCertificatePem };
};

/** Writes `organisation.json`, which the local tenant and `--local` commands read, and returns what it holds. 0600: it carries secrets. */
export const writeOrganisation = async (
  stateDir: string,
  addresses: SampleAddresses = {},
  change: (sample: Organisation) => Organisation = (sample) => sample,
): Promise<Organisation> => {
  const organisation = change(sampleOrganisation(await ensureSampleSecrets(stateDir), addresses));
  await writeWhole(organisationFile(stateDir), `${JSON.stringify(organisation, undefined, 2)}\n`, 0o600);
  return organisation;
};
