import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';

/** How a command ended, and all that it said. */
export interface CommandEnd {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs an administrator's command against the state of a running stack, as a person runs it with `--local`. */
export const runCommand = (main: string, stateDir: string, args: readonly string[]): Promise<CommandEnd> =>
  new Promise((ended, failed) => {
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: path.join(stateDir, 'ca', 'ca.pem') };
    const node = ['--conditions=source', '--import', 'tsx', path.join(projectFolder, main), ...args, '--local', '--state', stateDir];
    const child = spawn(process.execPath, node, { env, cwd: projectFolder });
    let output = '';
    const hear = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', failed);
    child.on('close', (code) => ended({ exitCode: code ?? -1, output }));
  });
