import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { aService } from '@ap/shared/search/document.fixture';
import { packRows, rowBytes } from '@ap/shared/search/engine/packed-rows';
import { type LaidOut, layOutRows } from '@ap/shared/search/laid-out';
import { fromLaidOut } from '@ap/shared/search/live-directory';
import { build } from 'esbuild';
import { bundleOptions, core, threadOptions } from '../../functions/bundle.mjs';
import { layOutInThread } from '../../functions/src/adapters/lay-out-in-thread.ts';
import { encodeMessage } from '../../functions/src/adapters/storage/effect-queue.ts';
import { readHostJson } from '../../infra/local/host/host-json.ts';

// What docs/local-tenant.md tells of the Functions host and its library, held against the product.

const root = path.resolve(import.meta.dirname, '../..');
const functions = path.join(root, 'functions');

function sources(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const);
}
const code = sources(path.join(functions, 'src'));

test('[host 1] [host 12] the app is one bundle with one entry, and it asks its host for the core', async () => {
  const { outputFiles, metafile } = await build({ ...bundleOptions(functions), write: false as const });
  const entries = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint !== undefined);
  const scripts = outputFiles.filter(({ path: file }) => file.endsWith('.mjs'));
  expect(entries.map(([file, { entryPoint }]) => [path.basename(file), entryPoint])).toEqual([['main.mjs', 'src/main.ts']]);
  expect(scripts).toHaveLength(1);
  expect(entries[0]?.[1].imports).toContainEqual({ path: core, kind: 'require-call', external: true });
  expect(scripts[0]?.text).toMatch(/\w+\("@azure\/functions-core"\)/);
  const { main } = JSON.parse(readFileSync(path.join(functions, 'package.json'), 'utf8')) as { main: string };
  expect(main).toBe('dist/main.mjs');
});

test('a directory is laid out in a thread, by a file of its own beside the bundle, as it is laid out here', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ap-thread-'));
  try {
    const outfile = path.join(folder, 'lay-out-thread.mjs');
    await build({ ...threadOptions(functions), outfile, metafile: false });
    const outcodes = new Map([['DT11', { lat: 50.868, lon: -2.172 }]]);
    const rows = packRows([1, 2, 3].map((number) => rowBytes(aService({ serviceRef: `S-${number}` }))));
    const logged: string[] = [];
    const layOut = layOutInThread(pathToFileURL(outfile), { event: (_level, name) => void logged.push(name) });
    const bytesOf = ({ segments }: LaidOut) => Buffer.from(fromLaidOut({ hash: '', segments }, outcodes).toSnapshot());
    const here = layOutRows(rows, outcodes);
    const there = await layOut(rows, outcodes);
    expect(there.hash).toBe(here.hash);
    expect(bytesOf(there).equals(bytesOf(here))).toBe(true);
    expect(logged).toEqual(['directory-laid-out']);
    await expect(
      layOutInThread(pathToFileURL(path.join(folder, 'none.mjs')), { event: () => undefined })(rows, outcodes),
    ).rejects.toThrow();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('[host 2] every HTTP function says its methods and its level: the library would open it to anybody, by GET and POST', () => {
  const calls = code.flatMap(([file, text]) =>
    text
      .split(/\bapp\.http\(/)
      .slice(1)
      .map((rest) => [file, rest.slice(0, 400)] as const),
  );
  const silent = calls.filter(([, options]) => !/\bmethods:/.test(options) || !/\bauthLevel:/.test(options)).map(([file]) => file);
  expect(calls.length).toBeGreaterThan(3);
  expect(silent).toEqual([]);
});

test('[host 3] no cookie is set by a header, of which the library would keep the last alone', () => {
  expect(code.filter(([, text]) => /set-cookie/i.test(text)).map(([file]) => file)).toEqual([]);
});

test('[host 5] [host 6] a message is an object in JSON, in base64 as host.json says', () => {
  const sent = encodeMessage({ kind: 'effect', subject: 'x' } as unknown as Parameters<typeof encodeMessage>[0]);
  expect(JSON.parse(Buffer.from(sent, 'base64').toString('utf8'))).toEqual({ kind: 'effect', subject: 'x' });
  expect(readHostJson(path.join(functions, 'host.json')).queues.messageEncoding).toBe('base64');
});

test('[host 7] [host 8] a message that failed rests before it is tried again, five times; an idle queue is asked every two seconds', () => {
  const { maxDequeueCount, visibilityTimeoutMs, maxPollingIntervalMs } = readHostJson(path.join(functions, 'host.json')).queues;
  expect(maxDequeueCount).toBe(5);
  expect(visibilityTimeoutMs).toBeGreaterThanOrEqual(30_000);
  expect(maxPollingIntervalMs).toBe(2_000);
});
