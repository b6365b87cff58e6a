import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { endWithParent } from '../process/start-child.ts';
import { LaunchFailure } from './launch-failure.ts';

export interface ProgramOptions {
  /** What is said when it fails, e.g. 'The tab could not be built'. */
  readonly failure: string;
  /** Arguments of `node`. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

const keptLines = 25;

/** Runs a Node program to its end. Throws `LaunchFailure` with its last lines when it fails. It does not outlive this process. */
export function runProgram({ failure, args, cwd, env }: ProgramOptions): Promise<void> {
  const spawned = spawn(process.execPath, ['--import', endWithParent, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const lines: string[] = [];
  for (const stream of [spawned.stdout, spawned.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
    });
  }
  return new Promise((resolve, reject) => {
    spawned.once('error', (error) => reject(new LaunchFailure(`${failure}: ${error.message}`)));
    spawned.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new LaunchFailure(`${failure} (${signal ?? `exit code ${code}`}).`, lines));
    });
  });
}
