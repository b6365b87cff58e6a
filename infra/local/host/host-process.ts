import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ChildProgram, startChild } from '../process/start-child.ts';
import type { FunctionKeys } from './function-keys.ts';
import { readyMark } from './ready-line.ts';

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

/** Runs the local Functions host in a process of its own: what `npm start` does, and what Jest needs (its `require` is not Node's). */
export async function startHostProcess(options: HostProcessOptions): Promise<HostProcess> {
  const args = ['--root', path.resolve(options.root), '--port', String(options.port)];
  if (options.main) args.push('--main', options.main);
  if (options.settingsFile) args.push('--settings', options.settingsFile);
  if (options.admin) args.push('--admin');
  const keys = options.keys ? { LOCAL_HOST_FUNCTION_KEY: options.keys.function, LOCAL_HOST_MASTER_KEY: options.keys.master } : {};
  const { child, ready } = await startChild({
    name: 'Functions host',
    args: ['--conditions=source', '--import', 'tsx', command, ...args],
    env: { ...options.settings, ...keys },
    logFile: options.logFile,
    ready: (line) => (line.startsWith(readyMark) ? (JSON.parse(line.slice(readyMark.length)) as HostReady) : undefined),
  });
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
