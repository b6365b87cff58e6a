import path from 'node:path';
import { type ChildProgram, startChild } from '../process/start-child.ts';
import { organisationFile } from '../sample/state-files.ts';
import { projectFolder } from './project-folder.ts';

export interface LocalTenantProcess {
  readonly url: string;
  readonly child: ChildProgram;
}

/** Starts the local Microsoft 365 tenant on the organisation.json of `stateDir`; its state and its authority (`ca/ca.pem`) live there too. */
export async function startTenant(stateDir: string, port: number, logFile: string): Promise<LocalTenantProcess> {
  const { child, ready: url } = await startChild({
    name: 'The local tenant',
    args: [
      ...['--conditions=source', '--import', 'tsx', path.join(projectFolder, 'infra/local-tenant/src/main.ts')],
      ...['--organisation', organisationFile(stateDir), '--data', path.join(stateDir, 'tenant')],
      ...['--ca', path.join(stateDir, 'ca'), '--port', String(port)],
    ],
    cwd: projectFolder,
    logFile,
    ready: (line) => /^Local tenant ready at (\S+)/.exec(line)?.[1],
  });
  return { url, child };
}
