import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { bundleOptions } from '../../../functions/bundle.mjs';
import { aSigningKey, signed, startKeyServer } from '../../../functions/src/http/key-server.fixture.ts';
import { corpusOf } from '../search/corpus.ts';
import { queryMix } from '../search/query-mix.ts';
import { type Rate, rateOf, request } from './load.ts';
import { token } from './token.ts';

/**
 * `npm run bench:http [-- --services 50000 --rounds 3 --seconds 2]`: requests a second of `/api/directory`, against a server of Node's own that answers one short text and
 * against a function that does, in one process and in turns. Only the ratios of one run count, for server and load share the
 * machine; `work` is the server's own time on a processor, which others on the machine do not lengthen.
 */
const { values } = parseArgs({
  options: {
    services: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
  },
});
const here = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'ap-http-'));
const keys = await startKeyServer();
try {
  const key = await aSigningKey('k1');
  keys.serve(`/${token.tenantId}/discovery/v2.0/keys`, 200, { keys: [key.published] });
  await build({
    ...bundleOptions(here('../../../functions')),
    entryPoints: [here('app.ts')],
    outfile: path.join(folder, 'dist/main.mjs'),
    metafile: false,
    sourcemap: false,
    legalComments: 'none',
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module","main":"dist/main.mjs"}');
  writeFileSync(
    path.join(folder, 'host.json'),
    '{"version":"2.0","extensions":{"http":{"routePrefix":"api"},"queues":{"messageEncoding":"base64"}}}',
  );
  const server = spawn(process.execPath, [...process.execArgv, here('server.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, BENCH_SERVICES: values.services, BENCH_AUTHORITY: keys.url },
  });
  try {
    const ports = await new Promise<{ bare: number; host: number }>((resolve, reject) => {
      createInterface({ input: server.stdout }).on('line', (line) => line.startsWith('ready ') && resolve(JSON.parse(line.slice(6))));
      server.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
    });
    const authorization = `Bearer ${await signed(key, token.claims(keys.url))}`;
    const queries = queryMix(corpusOf(2_000, 1), 1_000, 101).map(({ text, near, radius, needs, keyStages, sort, age }) => {
      const told = { text, near, radius, needs: needs?.join(','), keyStages: keyStages?.join(','), sort, age };
      return new URLSearchParams(
        Object.entries(told).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
      ).toString();
    });
    const ask = (to: string, headers: Readonly<Record<string, string>> = {}) =>
      queries.map((query) => request(`/api/${to}?${query}`, headers));
    const asked = [
      ['a server of Node', ports.bare, [request('/')]],
      ['a function that answers {"ok":true}', ports.host, [request('/api/bare')]],
      ['the search of somebody known', ports.host, ask('known')],
      ['the search, with its token', ports.host, ask('directory', { authorization })],
      ['the search, with its token, compressed', ports.host, ask('directory', { authorization, 'accept-encoding': 'gzip, br' })],
    ] as const;
    /** Microseconds for which the server's process worked so far. */
    const worked = async (): Promise<number> => {
      const { user, system } = (await (await fetch(`http://127.0.0.1:${ports.bare}/work`)).json()) as { user: number; system: number };
      return user + system;
    };
    const rates = asked.map(() => [] as (Rate & { readonly work: number })[]);
    for (const [, port, requests] of asked) await rateOf(port, requests, 1_000);
    for (let round = 0; round < Number(values.rounds); round += 1) {
      for (const [at, [, port, requests]] of asked.entries()) {
        const before = await worked();
        const rate = await rateOf(port, requests, Number(values.seconds) * 1_000);
        rates[at]?.push({ ...rate, work: ((await worked()) - before) / rate.answered });
      }
    }
    const middle = (of: readonly number[]): number => of.toSorted((a, b) => a - b)[of.length >> 1] as number;
    const ratio = (at: number, to: number): string =>
      `${Math.round(middle((rates[at] ?? []).map(({ perSecond }, round) => perSecond / (rates[to]?.[round]?.perSecond ?? 1))) * 100)} %`;
    const row = (cells: readonly unknown[]): void => console.log(`| ${cells.join(' | ')} |`);
    row(['asked', 'a second', 'of a server of Node', 'of a function', 'work for each, µs', 'bytes of an answer']);
    row(['---', '---:', '---:', '---:', '---:', '---:']);
    for (const [at, [name]] of asked.entries()) {
      const of = rates[at] ?? [];
      const told = (figure: (rate: (typeof of)[number]) => number): number => Math.round(middle(of.map(figure)));
      row([name, told(({ perSecond }) => perSecond), ratio(at, 0), ratio(at, 1), told(({ work }) => work), told(({ bytes }) => bytes)]);
    }
  } finally {
    server.kill();
  }
} finally {
  await keys.close();
  rmSync(folder, { recursive: true, force: true });
}
