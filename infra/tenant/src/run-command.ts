import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';

/** How a command ended, and all that it said. */
export interface CommandResult {
  /** -1 where it was killed. */
  readonly exitCode: number;
  readonly output: string;
}

/** How a program ends whose output nobody else reads. Rejects where it could not be started. */
export const endOf = (child: ChildProcess): Promise<CommandResult> =>
  new Promise((done, failed) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
      });
    child.on('error', failed);
    child.on('close', (code) => done({ exitCode: code ?? -1, output }));
  });

/** Starts an administrator's command as a person does who trusts the authority of a local tenant. `main`: its file, from the root of the project. */
export const startCommand = (
  main: string,
  stateDir: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): { readonly child: ChildProcess; readonly ended: Promise<CommandResult> } => {
  const env = { ...process.env, ...environment, NODE_EXTRA_CA_CERTS: path.join(stateDir, 'ca', 'ca.pem') };
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', path.join(projectFolder, main), ...args], {
    env,
    cwd: projectFolder,
  });
  return { child, ended: endOf(child) };
};

/** Starts a command on the local run under `stateDir`. */
export const startLocally = (main: string, stateDir: string, args: readonly string[]): ReturnType<typeof startCommand> =>
  startCommand(main, stateDir, [...args, '--local', '--state', stateDir]);
