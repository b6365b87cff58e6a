import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import outcodes from '../../../functions/src/adapters/geography/outcodes.json' with { type: 'json' };
import { directoryOf } from '../../../functions/src/adapters/sharepoint/directory.ts';
import { listsOfDirectory } from '../../../functions/src/adapters/sharepoint/directory-lists.fixture.ts';
import { manyServices } from './many-services.ts';

/**
 * `npm run bench:scale [-- 2000 50000]`: for registers of so many services, what a process needs that reads the lists, and one that starts with the index that another kept. Each
 * measurement is a process of its own; lists and storage answer at once, so that only the product's own work is seen.
 */
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
const directory = (lists: Parameters<typeof directoryOf>[0], kept?: Parameters<typeof directoryOf>[3]) =>
  directoryOf(lists, { outcodes, towns: {} }, clock, kept);

const build = async (size: number, file: string): Promise<void> => {
  const { register, rows } = manyServices(size);
  const lists = register.start();
  const kept = keeping(file);
  let writing = 0;
  const process = directory(lists, {
    ...kept,
    snapshots: {
      loadBytes: async () => new Uint8Array(),
      saveBytes: async (name, bytes) => {
        await kept.snapshots.saveBytes(name, bytes);
        writing = since(begun) - built;
      },
    },
  });
  const begun = performance.now();
  const { total } = await process.search(query);
  const built = since(begun);
  while (writing === 0) await new Promise(setImmediate);
  const memory = megabytes();
  const searching = performance.now();
  for (let count = 0; count < searches; count += 1)
    await process.search({ ...query, text: words[count % words.length], page: 1 + (count % 3) });
  const each = (performance.now() - searching) / searches;
  // A provider is suspended: its four services leave.
  register.put('providers', 1, { ...(await lists.providers.mirror.byKey('P-1'))?.fields, Status: 'suspended' });
  await lists.providers.mirror.refresh();
  const changed = performance.now();
  await process.search(query);
  told({ rows, total, built, writing, memory, each: Number(each.toFixed(2)), change: since(changed) });
};
const begin = async (file: string): Promise<void> => {
  const begun = performance.now();
  // What the lists hold is read behind the first answer: here they hold nothing, and nothing is kept of that.
  const kept = { ...keeping(file), snapshots: { ...keeping(file).snapshots, saveBytes: async () => undefined } };
  const process = directory(listsOfDirectory().start(), kept);
  const { total } = await process.search(query);
  told({ total, begins: since(begun), memory: megabytes() });
};

const [how, size = '', file = ''] = process.argv.slice(2);
if (how === 'build') await build(Number(size), file);
else if (how === 'begin') await begin(file);
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
  const row = (cells: readonly unknown[]): void => console.log(`| ${cells.join(' | ')} |`);
  console.log(
    `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`,
  );
  row([
    'services',
    'rows of the lists',
    'built from rows, ms',
    'memory, MB',
    'a search, ms',
    'a provider is suspended, ms',
    'index written, ms',
    'index, MB',
    'first answer with a kept index, ms',
    'memory then, MB',
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
      row([each, whole.rows, whole.built, whole.memory, whole.each, whole.change, whole.writing, size, start.begins, start.memory]);
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
