import { spawn } from 'node:child_process';
import { projectFolder } from '@ap/local/launch/project-folder';
import { type CommandResult, endOf } from '@ap/tenant/run-command';

/** What Jest sets for its own programs: a person's shell has none of it, and a build that is told NODE_ENV=test is another build. */
const ofJest = ['NODE_ENV', 'JEST_WORKER_ID', 'NODE_OPTIONS'];

/** Types `npm run NAME -- ARGS` in a folder, as a person does, and waits for its end. */
export const typeCommand = (
  script: string,
  args: readonly string[] = [],
  { folder = projectFolder, env = {} }: { readonly folder?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<CommandResult> => {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofJest.includes(name)));
  const options = { cwd: folder, env: { ...own, ...env }, stdio: ['ignore', 'pipe', 'pipe'] as ('ignore' | 'pipe')[] };
  return endOf(spawn('npm', ['run', script, '--', ...args], options));
};

/** How a command ends that does what its document says. */
export const endsWell = (line: RegExp): CommandResult => ({ exitCode: 0, output: expect.stringMatching(line) });
