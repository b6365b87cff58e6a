import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ChildProgram, startChild } from '../process/start-child.ts';
import type { FunctionKeys } from './function-keys.ts';
import { readyMark, standbyMark } from './ready-line.ts';

/** What the host's ready line says. */
export interface HostReady {
  readonly port: number;
  readonly functions: readonly string[];
  readonly timers: readonly string[];
}

export interface HostProcessOptions {
  readonly root: string;
  readonly main?: string | undefined;
  /** 0 takes a free port. */
  readonly port: number;
  /** App settings, given to the process as its environment. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
  readonly settingsFile?: string | undefined;
  readonly keys?: FunctionKeys | undefined;
  readonly admin?: boolean | undefined;
  readonly logFile?: string | undefined;
}

export interface HostProcess extends HostReady {
  readonly child: ChildProgram;
  /** Runs a timer function and waits for it (needs `admin`). Rejects with the reason of a failed run. */
  trigger(timer: string): Promise<void>;
  stop(): Promise<void>;
}

const command = fileURLToPath(new URL('./main.ts', import.meta.url));

/** A host that has loaded its app, and does nothing before it takes over. */
export interface StandbyHost {
  readonly child: ChildProgram;
  /** Resolves when it listens, and its triggers run. Rejects when it ends instead. */
  takeOver(): Promise<HostProcess>;
}

/** Runs the local Functions host in a process of its own: what `npm start` does, and what Jest needs (its `require` is not Node's). */
export async function startHostProcess(options: HostProcessOptions): Promise<HostProcess> {
  const { child, ready } = await startChild({ ...childOf(options), ready: readyOf });
  return running(child, ready);
}

/** Starts a host that stands by for another: it takes over within milliseconds, where a fresh one loads for seconds. */
export async function standbyHostProcess(options: HostProcessOptions): Promise<StandbyHost> {
  const { args, ...rest } = childOf(options);
  const { child } = await startChild({
    ...rest,
    args: [...args, '--standby'],
    // Nobody waits for it yet: it may take as long as a busy machine takes.
    timeoutMs: 600_000,
    ready: (line) => line.startsWith(standbyMark) || undefined,
  });
  return {
    child,
    async takeOver() {
      let isOver = false;
      const ended = child.ended.then(({ sentence }) => {
        isOver = true;
        return sentence;
      });
      process.kill(child.pid, 'SIGUSR2');
      for (;;) {
        const ready = child.lastLines().map(readyOf).find(Boolean);
        if (ready) return running(child, ready);
        if (isOver) throw new Error(`It did not take over: ${await ended}`);
        await pause(10);
      }
    },
  };
}

function childOf(options: HostProcessOptions) {
  const args = ['--root', path.resolve(options.root), '--port', String(options.port)];
  if (options.main) args.push('--main', options.main);
  if (options.settingsFile) args.push('--settings', options.settingsFile);
  if (options.admin) args.push('--admin');
  const keys = options.keys ? { LOCAL_HOST_FUNCTION_KEY: options.keys.function, LOCAL_HOST_MASTER_KEY: options.keys.master } : {};
  return {
    name: 'Functions host',
    args: ['--conditions=source', '--import', 'tsx', command, ...args],
    env: { ...options.settings, ...keys },
    logFile: options.logFile,
  };
}

function readyOf(line: string): HostReady | undefined {
  return line.startsWith(readyMark) ? (JSON.parse(line.slice(readyMark.length)) as HostReady) : undefined;
}

function running(child: ChildProgram, ready: HostReady): HostProcess {
  return {
    ...ready,
    child,
    async trigger(timer) {
      const url = `http://127.0.0.1:${ready.port}/admin/functions/${timer}`;
      const reply = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"input":""}' });
      if (reply.status !== 202) throw new Error(`The timer "${timer}" failed (${reply.status}): ${await reply.text()}`);
    },
    stop: () => child.stop(),
  };
}
