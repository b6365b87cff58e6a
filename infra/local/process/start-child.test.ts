import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChild } from './start-child.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'child-'));
function program(name: string, text: string): string {
  const file = path.join(scratch, name);
  writeFileSync(file, text);
  return file;
}
const ready = (line: string): string | undefined => /^ready (.*)/.exec(line)?.[1];
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; isRunning(pid) && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isRunning(pid)).toBe(false);
}

describe('a child program', () => {
  test('is ready by its own word, logs to a file and stops when asked', async () => {
    const file = program('polite.mjs', "console.log('hello'); console.log('ready now'); setInterval(() => {}, 1000);");
    const logFile = path.join(scratch, 'logs/polite.log');
    const { child, ready: word } = await startChild({ name: 'Polite', args: [file], ready, logFile });
    expect(word).toBe('now');
    expect(child.lastLines()).toEqual(['hello', 'ready now']);
    await child.stop();
    expect(await child.ended).toEqual({ expected: true, sentence: 'Polite ended (SIGTERM).' });
    expect(readFileSync(logFile, 'utf8')).toBe('hello\nready now\n');
  });

  test('that ends before it is ready is a failure with its last lines', async () => {
    const file = program('failing.mjs', "console.error('no disk'); process.exitCode = 3;");
    await expect(startChild({ name: 'Failing', args: [file], ready })).rejects.toMatchObject({
      message: 'Failing ended (exit code 3).',
      output: ['no disk'],
    });
  });

  test('that is never ready is stopped', async () => {
    const file = program('slow.mjs', "console.log('pid', process.pid); setInterval(() => {}, 1000);");
    const failure = await startChild({ name: 'Slow', args: [file], ready, timeoutMs: 1500 }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: 'Slow was not ready after 1.5 s.' });
    const [line = ''] = (failure as { output: string[] }).output;
    await untilGone(Number(line.slice(4)));
  });

  test('that does not listen is killed', async () => {
    const file = program(
      'stubborn.mjs',
      "process.on('SIGTERM', () => {}); console.log('ready'); console.log('ready x'); setInterval(() => {}, 1000);",
    );
    const { child } = await startChild({ name: 'Stubborn', args: [file], ready });
    await child.stop(300);
    expect((await child.ended).sentence).toBe('Stubborn ended (SIGKILL).');
  });

  test('ends with its parent, even when the parent is killed', async () => {
    const childFile = program('child.mjs', "console.log('ready x'); setInterval(() => {}, 1000);");
    const start = path.resolve('infra/local/process/start-child.ts');
    const parentFile = program(
      'parent.mjs',
      `import { startChild } from ${JSON.stringify(start)};
       const { child } = await startChild({ name: 'Child', args: [${JSON.stringify(childFile)}], ready: (line) => (line.startsWith('ready') ? true : undefined) });
       console.log(child.pid);
       setInterval(() => {}, 1000);`,
    );
    const parent = execFile(process.execPath, ['--import', 'tsx', parentFile]);
    const pid = await new Promise<number>((resolve) => parent.stdout?.once('data', (data: unknown) => resolve(Number(String(data)))));
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');
    await untilGone(pid);
  });
});
