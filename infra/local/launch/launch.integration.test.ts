import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canListen } from './can-listen.ts';
import { freePorts, type PortName, portUses, type StackPorts } from './ports.ts';

interface Run {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  text(): string;
  until(words: string): Promise<void>;
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

/** `npm start` on free ports, in a process group of its own as a terminal gives it one. */
function start(ports: StackPorts, ...args: string[]): Run {
  const env: NodeJS.ProcessEnv = { ...process.env, LOCAL_STATE: mkdtempSync(path.join(tmpdir(), 'launch-')) };
  for (const name of Object.keys(portUses) as PortName[]) env[portUses[name].variable] = String(ports[name]);
  const child = spawn(process.execPath, ['infra/local/start.mjs', ...args], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: unknown) => {
      text += String(data);
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    process: child,
    ended,
    text: () => text,
    async until(words) {
      while (!text.includes(words)) {
        if (child.exitCode !== null) throw new Error(`It ended before it said "${words}":\n${text}`);
        await pause();
      }
    },
  };
}

describe('npm start', () => {
  test('runs until Ctrl+C, then stops everything and ends well', async () => {
    const ports = await freePorts();
    const run = start(ports, '--only', 'azurite,tenant');
    await run.until('Ctrl+C stops everything');
    expect(run.text()).toContain(`Open http://localhost:${ports.window}`);
    process.kill(-(run.process.pid ?? 0), 'SIGINT');
    process.kill(-(run.process.pid ?? 0), 'SIGTERM');
    expect(await run.ended).toBe(0);
    expect(run.text()).toContain('Stopped.');
    expect(await Promise.all([canListen(ports.queue), canListen(ports.tenant)])).toEqual([true, true]);
  });

  test('leaves nothing behind when it is killed', async () => {
    const ports = await freePorts();
    const run = start(ports, '--only', 'azurite');
    await run.until('Ctrl+C stops everything');
    expect(await canListen(ports.queue)).toBe(false);
    run.process.kill('SIGKILL');
    await run.ended;
    while (!(await canListen(ports.queue))) await pause();
  });

  test('says in one sentence which port is in use, and ends with an error', async () => {
    const ports = await freePorts();
    const other = createServer().listen(ports.table, '127.0.0.1');
    const run = start(ports, '--only', 'azurite');
    expect(await run.ended).toBe(1);
    expect(run.text()).toContain(`Port ${ports.table}, which is for Azurite's tables, is in use by another program`);
    other.close();
  });

  test('refuses what it does not know', async () => {
    const run = start(await freePorts(), '--rest');
    expect(await run.ended).toBe(1);
    expect(run.text()).toContain("Unknown option '--rest'");
  });
});
