import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { meter } from '@ap/shared/search/engine/meter';
import { corpusOf } from './corpus.ts';
import type { MakeEngine } from './engines/engine.ts';
import { flexSearch } from './engines/flex-search.ts';
import { miniSearch, miniSearchWithColumns } from './engines/mini-search.ts';
import { naive } from './engines/naive.ts';
import { own } from './engines/own.ts';
import { sqlite } from './engines/sqlite.ts';
import { disagreements } from './oracle.ts';
import { comparePaired, type Paired } from './paired.ts';
import { queryMix } from './query-mix.ts';

/**
 * The search against others, in one process: each query asked of ours and of the other in turn, and only where both answer the same totals and facets is
 * a time told. What counts are the ratios of one run; `-- --quick` takes fewer queries, `-- --seed N` other services and queries.
 */
const { values: asked } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' }, size: { type: 'string', multiple: true } },
});
const seed = Number(asked.seed);

interface Baseline {
  readonly make: MakeEngine;
  readonly typos: boolean;
  /** Up to how many services it is built: more takes minutes. */
  readonly most: number;
}
const baselines: readonly Baseline[] = [
  { make: naive, typos: false, most: 250_000 },
  { make: flexSearch, typos: false, most: 50_000 },
  { make: sqlite, typos: false, most: 250_000 },
  { make: miniSearch, typos: true, most: 50_000 },
  { make: miniSearchWithColumns, typos: true, most: 250_000 },
];
const quickMost = 2_000;

/** Megabytes on the heap and in typed arrays; nearer the truth where the process was begun with --expose-gc. */
const held = (): number => {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};
const timed = <T>(run: () => T): readonly [T, number] => {
  const start = performance.now();
  const result = run();
  return [result, performance.now() - start];
};
/** The quickest of nine loads: the others waited for somebody else's work. */
const loadTime = (load: () => void): number => Math.min(...Array.from({ length: 9 }, () => timed(load)[1]));

interface Row extends Partial<Paired> {
  readonly services: number;
  readonly engine: string;
  readonly buildMs: number;
  readonly heapMB: number;
  readonly savedMB?: number;
  readonly loadMs?: number;
  readonly bytesPerQuery?: number;
}

const built = async (make: MakeEngine, documents: ReturnType<typeof corpusOf>) => {
  const before = held();
  const start = performance.now();
  const engine = await make(documents);
  return { engine, buildMs: performance.now() - start, heapMB: held() - before };
};

const rows: Row[] = [];
const sizes = asked.size?.map(Number) ?? (asked.quick ? [2_000, 50_000] : [2_000, 50_000, 250_000]);
for (const services of sizes) {
  const documents = corpusOf(services, seed);
  const [withTypos, without] = [true, false].map((typos) => queryMix(documents, asked.quick ? 150 : 1_000, seed + 100, typos)) as [
    ReturnType<typeof queryMix>,
    ReturnType<typeof queryMix>,
  ];
  const { engine: mine, buildMs, heapMB } = await built(own, documents);
  if (!mine) throw new Error('Our own engine runs everywhere.');
  for (const query of withTypos) mine.search(query);
  meter.bytes = 0;
  for (const query of withTypos) mine.search(query);
  const bytesPerQuery = Math.round(meter.bytes / withTypos.length);
  const saved = mine.saved;
  rows.push({
    services,
    engine: mine.name,
    buildMs,
    heapMB,
    bytesPerQuery,
    savedMB: (saved?.bytes ?? 0) / 1e6,
    loadMs: loadTime(saved?.load ?? (() => undefined)),
  });
  tell(rows.at(-1) as Row);
  for (const { make, typos, most } of baselines) {
    if (services > (asked.quick && make !== miniSearchWithColumns ? quickMost : most)) continue;
    const other = await built(make, documents);
    if (!other.engine) continue;
    const all = typos ? withTypos : without;
    const queries = services > 2_000 && make === miniSearch ? all.slice(0, 250) : all;
    const differing = disagreements(mine, other.engine, queries);
    if (differing.length > 0) {
      console.log(
        `${other.engine.name} answers ${differing.length} of ${queries.length} queries otherwise, so no time is told: ${differing[0]}`,
      );
      process.exitCode = 1;
      continue;
    }
    const kept = make === miniSearch ? other.engine.saved : undefined;
    rows.push({
      services,
      engine: other.engine.name,
      buildMs: other.buildMs,
      heapMB: other.heapMB,
      ...(kept ? { savedMB: kept.bytes / 1e6, loadMs: loadTime(kept.load) } : {}),
      ...comparePaired(mine, other.engine, queries),
    });
    tell(rows.at(-1) as Row);
  }
}
const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
mkdirSync('.local', { recursive: true });
const file = asked.quick ? '.local/bench-quick.json' : 'test/bench/results.json';
writeFileSync(
  file,
  `${JSON.stringify({ machine, date: new Date().toISOString().slice(0, 10), seed, rows: rows.map(rounded) }, undefined, 2)}\n`,
);
console.log(`${machine}. Written to ${file}.`);

function rounded(row: Row) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? Number(value.toPrecision(3)) : value]),
  );
}

function tell(row: Row): void {
  console.log(
    Object.entries(rounded(row))
      .map(([name, value]) => `${name} ${value}`)
      .join('  '),
  );
}
