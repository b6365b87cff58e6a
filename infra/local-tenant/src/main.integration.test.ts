import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleOrganisation } from './test-support/sample-organisation.ts';
import { tenantCaller } from './test-support/started-tenant.ts';

const root = join(import.meta.dirname, '../../..');

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
  readonly ready: Promise<string>;
}

describe('the command', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'tenant-command-'));
    writeFileSync(join(dir, 'organisation.json'), JSON.stringify(sampleOrganisation()));
    writeFileSync(join(dir, 'broken.json'), '{');
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const start = (port: number, organisation = 'organisation.json', mode: readonly string[] = []): Run => {
    const command = ['--conditions=source', '--import', 'tsx', 'infra/local-tenant/src/main.ts'];
    const options = [
      '--organisation',
      join(dir, organisation),
      '--data',
      join(dir, 'data'),
      '--ca',
      join(dir, 'ca'),
      '--port',
      String(port),
      ...mode,
    ];
    const child = spawn(process.execPath, [...command, ...options], { cwd: root });
    let out = '';
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
      child.on('close', (code) => resolve({ code, out, err })),
    );
    const ready = new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        if (out.includes('\n')) resolve(out);
      });
      child.on('close', () => reject(new Error(`It ended before it was ready: ${err}`)));
    });
    // Not every test waits for readiness; a start that is meant to fail is judged by `ended`.
    ready.catch(() => undefined);
    return { child, ended, ready };
  };

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'prints one line when it is ready and ends cleanly on %s',
    async (signal) => {
      const run = start(0);
      expect(await run.ready).toMatch(/^Local tenant ready at https:\/\/localhost:\d+ \(trust .*ca\.pem\)\n$/);
      run.child.kill(signal);
      expect(await run.ended).toMatchObject({ code: 0, err: '' });
    },
    30_000,
  );

  test('ignores what the service ignores, and throttles, when it is told to at its start', async () => {
    const run = start(0, 'organisation.json', ['--faithful', '--licences', '2000']);
    const [, url = ''] = /(https:\S+) /.exec(await run.ready) ?? [];
    const call = tenantCaller(url, join(dir, 'ca', 'ca.pem'));
    expect((await call('GET', '/_local/throttling')).body.limits).toMatchObject({ perMinute: 2_500 });
    expect((await call('GET', '/_local/health')).body).toMatchObject({ strictness: 'faithful' });
    run.child.kill('SIGTERM');
    await run.ended;
    expect(await start(0, 'organisation.json', ['--licences', 'many']).ended).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Usage: /),
    });
  });

  test('a port in use is one clear sentence and exit code 1', async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const { port } = other.address() as AddressInfo;
    expect(await start(port).ended).toEqual({
      code: 1,
      out: '',
      err: `Port ${port} is in use: stop what uses it or choose another with --port.\n`,
    });
    await new Promise((closed) => other.close(closed));
  });

  test('an organisation file that cannot be used is one sentence too', async () => {
    const [broken, absent] = await Promise.all([start(0, 'broken.json').ended, start(0, 'absent.json').ended]);
    expect(broken).toMatchObject({ code: 1, err: expect.stringMatching(/^The organisation file .* is not JSON: .*\n$/) });
    expect(absent).toMatchObject({ code: 1, err: expect.stringMatching(/^The organisation file .* cannot be read \(ENOENT\)\.\n$/) });
  });
});
