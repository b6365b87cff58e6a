import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { Socket } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream';
import { ChildFailed } from './child-failed.ts';

export interface ChildOptions<Ready> {
  /** What people call it, e.g. 'Azurite'. */
  readonly name: string;
  /** Arguments of `node`, its own flags first. */
  readonly args: readonly string[];
  /** Added to the present environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Reads the lines of standard output until one (or several together) says that the program is ready. */
  readonly ready: (line: string) => Ready | undefined;
  /** Default 60 s. */
  readonly timeoutMs?: number;
  /** All output is appended there. */
  readonly logFile?: string | undefined;
}

/** A Node program that was started and ends with its parent, however that one ends. It does not keep the parent running. */
export interface ChildProgram {
  readonly name: string;
  readonly pid: number;
  /** Resolves when it has ended, with what a person is told about it. */
  readonly ended: Promise<{ readonly expected: boolean; readonly sentence: string }>;
  /** The newest lines of its output. */
  lastLines(): readonly string[];
  /** Asks it to end and kills it after `graceMs` (default 8 s). Resolves when it is gone. */
  stop(graceMs?: number): Promise<void>;
}

/** Preload of child programs (`node --import`): it ends them with their parent. */
export const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href;
const keptLines = 40;

/** Starts a Node program and waits until it is ready. Rejects with `ChildFailed`, and leaves nothing running, when it ends or dawdles. */
export async function startChild<Ready>(options: ChildOptions<Ready>): Promise<{ child: ChildProgram; ready: Ready }> {
  const spawned = spawn(process.execPath, ['--import', endWithParent, ...options.args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl+C reaches the parent only, which then stops its children in order.
    detached: true,
    windowsHide: true,
  });
  // A program that only waits for its children may end, and they end with it: a failed test must not hang its runner.
  spawned.unref();
  for (const stream of [spawned.stdin, spawned.stdout, spawned.stderr]) if (stream instanceof Socket) stream.unref();
  // The parent's end closes this pipe: see end-with-parent.mjs. A child that is gone already must not make us fail.
  spawned.stdin?.on('error', () => {});
  const lines: string[] = [];
  const log = logOf(options.logFile, lines);
  const output = lineFeed(spawned, log, lines);
  let stopping = false;
  const ended = new Promise<{ expected: boolean; sentence: string }>((resolve) => {
    spawned.once('error', (error) => resolve({ expected: false, sentence: `${options.name} could not be started: ${error.message}` }));
    spawned.once('close', (code, signal) => {
      const end = { expected: stopping, sentence: `${options.name} ended (${signal ?? `exit code ${code}`}).` };
      // Whoever hears of the end may read the log: its last lines are in the file by then.
      if (log) finished(log.end(), () => resolve(end));
      else resolve(end);
    });
  });
  const child: ChildProgram = {
    name: options.name,
    pid: spawned.pid ?? -1,
    ended,
    lastLines: () => lines,
    async stop(graceMs = 8000) {
      stopping = true;
      spawned.kill('SIGTERM');
      const timer = setTimeout(() => spawned.kill('SIGKILL'), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
  try {
    return { child, ready: await untilReady(options, output, ended, lines) };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

type OnLine = (listener: (line: string) => void) => void;

function logOf(logFile: string | undefined, lines: string[]): WriteStream | undefined {
  if (logFile === undefined) return;
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile, { flags: 'a' });
  log.on('error', (error) => lines.push(`The log ${logFile} cannot be written: ${error.message}`));
  return log;
}

function lineFeed(spawned: ChildProcess, log: WriteStream | undefined, lines: string[]): OnLine {
  let listener: (line: string) => void = () => {};
  for (const stream of [spawned.stdout, spawned.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      log?.write(`${line}\n`);
      if (stream === spawned.stdout) listener(line);
    });
  }
  return (next) => {
    listener = next;
  };
}

function untilReady<Ready>(
  options: ChildOptions<Ready>,
  onLine: OnLine,
  ended: ChildProgram['ended'],
  lines: readonly string[],
): Promise<Ready> {
  const timeoutMs = options.timeoutMs ?? 60_000;
  return new Promise((resolve, reject) => {
    const fail = (sentence: string): void => reject(new ChildFailed(sentence, lines));
    const timer = setTimeout(() => fail(`${options.name} was not ready after ${timeoutMs / 1000} s.`), timeoutMs);
    onLine((line) => {
      const ready = options.ready(line);
      if (ready === undefined) return;
      clearTimeout(timer);
      onLine(() => {});
      resolve(ready);
    });
    void ended.then(({ sentence }) => {
      clearTimeout(timer);
      fail(sentence);
    });
  });
}
