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
  /** The Node to run it with; default: this one. */
  readonly node?: string;
  /** How many of its last lines a failure tells; default 25. */
  readonly lastLines?: number;
  /** False for a program that closes its standard input itself: it cannot be told through it that we are gone. */
  readonly endsWithUs?: boolean;
}

/** Runs a Node program to its end. Throws `LaunchFailure` with its last lines when it fails. It does not outlive this process, unless told so. */
export function runProgram({
  failure,
  args,
  cwd,
  env,
  node = process.execPath,
  lastLines = 25,
  endsWithUs = true,
}: ProgramOptions): Promise<void> {
  const spawned = spawn(node, [...(endsWithUs ? ['--import', endWithParent] : []), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  if (!endsWithUs) spawned.stdin.end();
  const lines: string[] = [];
  for (const stream of [spawned.stdout, spawned.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > lastLines) lines.shift();
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
