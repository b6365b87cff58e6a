import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  administratorClientId,
  commissionersGroupId,
  councilTenantId,
  frameworkSitePath,
  runtimeClientId,
  safeguardingGroupId,
  schoolsSitePath,
  siteHostname,
} from '@ap/local/sample/ids';
import { administratorFiles, organisationFile } from '@ap/local/sample/state-files';
import type { Organisation } from '@ap/local-tenant/organisation';
import type { Environment } from './tenant-settings.ts';

const readOrganisation = (stateDir: string): Organisation => {
  const path = organisationFile(stateDir);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Organisation;
  } catch (failure) {
    throw new Error(`${path} cannot be read (${(failure as Error).message}). Start the local run first: npm start.`);
  }
};

/** Where the local tenant answers: its sites carry the address in their own. */
const originOf = (organisation: Organisation): string => {
  const webUrl = organisation.tenants.flatMap(({ sites }) => sites).find(({ path }) => path === frameworkSitePath)?.webUrl;
  if (webUrl === undefined) throw new Error(`The organisation of the local run has no site ${frameworkSitePath}.`);
  return new URL(webUrl).origin;
};

/** The environment of the local run, read from what the launcher wrote under `stateDir`. */
export const localEnvironment = (stateDir: string): Environment => {
  const origin = originOf(readOrganisation(stateDir));
  const { certificatePath, privateKeyPath } = administratorFiles(stateDir);
  return {
    TENANT_ID: councilTenantId,
    ADMIN_CLIENT_ID: administratorClientId,
    ADMIN_CERTIFICATE_PATH: certificatePath,
    ADMIN_PRIVATE_KEY_PATH: privateKeyPath,
    RUNTIME_CLIENT_ID: runtimeClientId,
    AUTHORITY_HOST: origin,
    GRAPH_URL: origin,
    SITE_HOSTNAME: siteHostname,
    SITE_PATH: frameworkSitePath,
    ALLOWED_READERS: commissionersGroupId,
    CONCERN_READERS: safeguardingGroupId,
    OTHER_SITE_PATHS: schoolsSitePath,
  };
};

/**
 * Node reads NODE_EXTRA_CA_CERTS only when it starts, and many machines set it to their company's own. Where it does not name the local
 * authority, the same command is run again with that one trusted; the exit code of that run is returned, `undefined` where it was trusted.
 */
export const runAgainTrustingLocalAuthority = (stateDir: string): number | undefined => {
  const authority = resolve(stateDir, 'ca', 'ca.pem');
  if (process.env.NODE_EXTRA_CA_CERTS === authority) return undefined;
  const trusted = { ...process.env, NODE_EXTRA_CA_CERTS: authority };
  const again = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], { env: trusted, stdio: 'inherit' });
  return again.status ?? 1;
};
