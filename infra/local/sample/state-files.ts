import { join } from 'node:path';

/** Where the administrator's proof is kept, under a state folder such as `.local`. */
export const administratorFiles = (stateDir: string) => ({
  certificatePath: join(stateDir, 'ca', 'administrator.cert.pem'),
  privateKeyPath: join(stateDir, 'ca', 'administrator.key.pem'),
});

/** What the local tenant and the `--local` commands are told about the organisation. */
export const organisationFile = (stateDir: string): string => join(stateDir, 'organisation.json');

/** Secrets of the product's app and the bot. */
export const secretsFile = (stateDir: string): string => join(stateDir, 'secrets.json');
