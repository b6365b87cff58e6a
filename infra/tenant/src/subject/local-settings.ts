import { readFileSync } from 'node:fs';
import { secretsFile } from '@ap/local/sample/state-files';
import { localValues } from '../../../../functions/src/local-values.ts';
import { localEnvironment } from '../local-environment.ts';
import type { Environment } from '../tenant-settings.ts';

/**
 * The administrator's settings of the local run and the app's, which the launcher wrote. A command on an operator's machine has no managed identity: it signs in as the
 * product by a secret (in a real tenant: by a certificate that the registration is given for the occasion).
 */
export const localSettings = (stateDir: string): Environment => {
  const { MANAGED_IDENTITY_CLIENT_ID: _identity, ...values } = localValues(stateDir);
  const { runtimeSecret } = JSON.parse(readFileSync(secretsFile(stateDir), 'utf8')) as { runtimeSecret: string };
  return { ...localEnvironment(stateDir), ...values, RUNTIME_CLIENT_SECRET: runtimeSecret };
};
