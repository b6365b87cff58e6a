import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { aProvider } from '@ap/shared/domain/call-off/call-off.fixture';
import { fromProvider } from '@ap/shared/lists/providers';
import { build } from 'esbuild';
import { threadOptions } from '../../../functions/bundle.mjs';
import outcodes from '../../../functions/src/adapters/geography/outcodes.json' with { type: 'json' };
import { layOutInThread } from '../../../functions/src/adapters/lay-out-in-thread.ts';
import { directoryOf } from '../../../functions/src/adapters/sharepoint/directory.ts';
import { listsOfDirectory } from '../../../functions/src/adapters/sharepoint/directory-lists.fixture.ts';
import { manyServices } from './many-services.ts';

/**
 * `npm run bench:scale [-- 2000 50000]`: for registers of so many services, what a process needs that reads the lists, and one that starts with the index that another kept. Each
 * measurement is a process of its own; lists and storage answer at once, so that only the product's own work is seen.
 */
const [how, size = '', file = ''] = process.argv.slice(2);
const clock = { now: () => '2026-11-24T10:00:00Z' };
const query = { text: 'forest', near: 'DT1', radius: 30, sort: 'best', page: 1, pageSize: 20 } as const;
const words = ['forest', 'maths', 'art therapy', 'mechanics', 'animl care', 'mentoring', ''];
const searches = 350;
const megabytes = (): number => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().rss / 1e6);
};
const since = (begun: number): number => Math.round(performance.now() - begun);
const told = (figures: object): void => console.log(JSON.stringify(figures));
const keeping = (file: string) => ({
  snapshots: {
    loadBytes: async () => readFileSync(file),
    saveBytes: async (_name: string, bytes: Uint8Array) => writeFileSync(file, bytes),
  },
  of: async () => 'bench',
  log: { event: () => undefined },
});
/** What the thread runs, bundled as it is deployed. */
const threadFile = (folder: string): string => path.join(folder, 'lay-out-thread.mjs');
const thread = layOutInThread(pathToFileURL(threadFile(path.dirname(file))), { event: () => undefined });
/** How many bases are being laid out, and how many were. */
const layouts = { begun: 0, ended: 0 };
const layOut: typeof thread = async (...told) => {
  layouts.begun += 1;
  try {
    return await thread(...told);
  } finally {
    layouts.ended += 1;
  }
};
const directory = (lists: Parameters<typeof directoryOf>[0], kept?: Parameters<typeof directoryOf>[3]) =>
  directoryOf(lists, { outcodes, towns: {} }, clock, kept, layOut);
/** The longest time, in milliseconds, for which nobody else had a turn while something went on. */
const longestBlock = async (act: () => Promise<void>): Promise<number> => {
  const delays = monitorEventLoopDelay({ resolution: 2 });
  delays.enable();
  await act();
  await new Promise(setImmediate);
  delays.disable();
  return Math.round(delays.max / 1e6);
};
const suspend = (register: ReturnType<typeof manyServices>['register'], provider: number): void => {
  const fields = fromProvider(aProvider({ ref: `P-${provider}`, status: 'suspended' }));
  register.put('providers', provider, fields);
};

const buildAll = async (size: number, file: string): Promise<void> => {
  const { register, rows } = manyServices(size);
  const lists = register.start();
  const kept = keeping(file);
  let writtenAt = 0;
  const process = directory(lists, {
    ...kept,
    snapshots: {
      loadBytes: async () => new Uint8Array(),
      saveBytes: async (name, bytes) => {
        await kept.snapshots.saveBytes(name, bytes);
        writtenAt = performance.now();
      },
    },
  });
  // Rows are handed over at once by this bench's lists: what is looked at here is what is made of them.
  await Promise.all(Object.values(lists).map(({ mirror }) => mirror.refresh()));
  const begun = performance.now();
  let [total, built] = [0, 0];
  const blockedByBuilding = await longestBlock(async () => {
    ({ total } = await process.search(query));
    built = since(begun);
  });
  while (writtenAt === 0) await new Promise(setImmediate);
  const writing = Math.round(writtenAt - begun - built);
  const memory = megabytes();
  const searching = performance.now();
  for (let count = 0; count < searches; count += 1)
    await process.search({ ...query, text: words[count % words.length], page: 1 + (count % 3) });
  const each = (performance.now() - searching) / searches;
  // A provider is suspended: its four services leave.
  suspend(register, 1);
  await lists.providers.mirror.refresh();
  const changed = performance.now();
  await process.search(query);
  const change = since(changed);
  // So many change that a new base is laid out, and searches go on.
  for (let number = 2; number < 2 + Math.ceil(Math.sqrt(size) * 1.2); number += 1)
    register.put('providers', number, { ...(await lists.providers.mirror.byKey(`P-${number}`))?.fields, TradingName: 'Renamed' });
  await lists.providers.mirror.refresh();
  const laid = layouts.begun;
  const blockedByLayout = await longestBlock(async () => {
    do {
      await process.search(query);
      await new Promise((go) => setTimeout(go, 5));
    } while (layouts.begun > layouts.ended);
  });
  if (layouts.begun === laid) throw new Error('No new base was laid out');
  told({ rows, total, built, writing, memory, each: Number(each.toFixed(2)), change, blockedByBuilding, blockedByLayout });
};
/** Begins with the kept index where a provider was suspended since. */
const goOn = async (size: number, file: string): Promise<void> => {
  const { register } = manyServices(size);
  suspend(register, 1);
  const lists = register.start();
  const process = directory(lists, { ...keeping(file), snapshots: { ...keeping(file).snapshots, saveBytes: async () => undefined } });
  await Promise.all(Object.values(lists).map(({ mirror }) => mirror.refresh()));
  const begun = performance.now();
  let total = 0;
  const blocked = await longestBlock(async () => {
    ({ total } = await process.search(query));
  });
  if (layouts.begun > 0) throw new Error('All was laid out anew');
  told({ total, goesOn: since(begun), blocked });
};
const begin = async (file: string): Promise<void> => {
  const begun = performance.now();
  // What the lists hold is read behind the first answer: here they hold nothing, and nothing is kept of that.
  const kept = { ...keeping(file), snapshots: { ...keeping(file).snapshots, saveBytes: async () => undefined } };
  const process = directory(listsOfDirectory().start(), kept);
  const { total } = await process.search(query);
  told({ total, begins: since(begun), memory: megabytes() });
};

if (how === 'build') await buildAll(Number(size), file);
else if (how === 'begin') await begin(file);
else if (how === 'goOn') await goOn(Number(size), file);
else {
  const sizes = process.argv.slice(2).map(Number);
  const dir = mkdtempSync(path.join(tmpdir(), 'ap-scale-'));
  const asked = (...args: readonly string[]) =>
    JSON.parse(
      execFileSync(
        process.execPath,
        ['--expose-gc', '--max-old-space-size=6000', '--conditions=source', '--import', 'tsx', fileURLToPath(import.meta.url), ...args],
        { encoding: 'utf8' },
      ),
    ) as Record<string, number>;
  await build({ ...threadOptions(fileURLToPath(new URL('../../../functions', import.meta.url))), outfile: threadFile(dir) });
  const row = (cells: readonly unknown[]): void => console.log(`| ${cells.join(' | ')} |`);
  console.log(
    `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`,
  );
  row([
    'services',
    'rows of the lists',
    'built from rows, ms',
    'nobody else had a turn for, ms',
    'memory, MB',
    'a search, ms',
    'a provider is suspended, ms',
    'index written, ms',
    'index, MB',
    'first answer with a kept index, ms',
    'memory then, MB',
    'first answer where something changed since, ms',
    'nobody else had a turn for, ms',
    'a new base beside searches: nobody else had a turn for, ms',
  ]);
  row(['---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:']);
  try {
    for (const each of sizes.length > 0 ? sizes : [2_000, 50_000]) {
      const kept = path.join(dir, `${each}.bin`);
      const whole = asked('build', String(each), kept);
      const size = (statSync(kept).size / 1e6).toFixed(1);
      const start = asked('begin', String(each), kept);
      if (whole.total !== start.total)
        throw new Error(`Of ${each} services ${whole.total} were found, and ${start.total} with the kept index`);
      const later = asked('goOn', String(each), kept);
      const first = [whole.built, whole.blockedByBuilding, whole.memory, whole.each, whole.change, whole.writing, size];
      row([each, whole.rows, ...first, start.begins, start.memory, later.goesOn, later.blocked, whole.blockedByLayout]);
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
