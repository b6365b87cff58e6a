import { spawn } from 'node:child_process';
import { projectFolder } from '@ap/local/launch/project-folder';
import type { CommandResult } from '@ap/tenant/run-command';

/** What Jest sets for its own programs: a person's shell has none of it, and a build that is told NODE_ENV=test is another build. */
const ofJest = ['NODE_ENV', 'JEST_WORKER_ID', 'NODE_OPTIONS'];

/** Types `npm run NAME -- ARGS` in a folder, as a person does, and waits for its end. */
export const typeCommand = (
  script: string,
  args: readonly string[] = [],
  { folder = projectFolder, env = {} }: { readonly folder?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<CommandResult> =>
  new Promise((ended, failed) => {
    const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofJest.includes(name)));
    const child = spawn('npm', ['run', script, '--', ...args], {
      cwd: folder,
      env: { ...own, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
      });
    child.on('error', failed);
    child.on('close', (code) => ended({ exitCode: code ?? -1, output }));
  });

/** How a command ends that does what its document says. */
export const endsWell = (line: RegExp): CommandResult => ({ exitCode: 0, output: expect.stringMatching(line) });
