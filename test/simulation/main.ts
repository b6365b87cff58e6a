import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { buildShard } from './build-shard.ts';
import { allFaultKinds, faultKinds } from './fault-kinds.ts';
import { marks } from './journal.ts';
import { allNets, type Net, nets } from './options.ts';

/** What a process is told to run, and what it tells of it. */
export interface Told {
  readonly from: number;
  readonly to: number;
  readonly every: number;
  readonly without: readonly Net[];
}
export interface Found {
  histories: number;
  turns: number;
  readonly seen: Record<string, number>;
  readonly failing: { readonly seed: number; readonly broken: readonly string[] }[];
}

const usage = `npm run faults -- [--seed N] [--runs N] [--without NET,NET]

  --seed     the first seed (1)
  --runs     how many histories, each of the next seed (20000)
  --without  safety nets that are switched off: ${allNets.join(', ')}

Exits 1 when a promise was broken, and when a run of 5000 histories or more never saw what it should.`;

/** A run that is large enough to have seen everything. */
const large = 5_000;
const failuresShown = 10;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '20000' },
    without: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
const from = Number(values.seed);
const runs = Number(values.runs);
const without = values.without.split(',').filter(Boolean);
const unknown = without.filter((net) => !(net in nets));
if (values.help || !Number.isSafeInteger(from) || !Number.isSafeInteger(runs) || runs < 1 || unknown.length > 0) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}

const total: Found = { histories: 0, turns: 0, seen: {}, failing: [] };
const began = performance.now();
const seconds = (): number => (performance.now() - began) / 1_000;
let shownAt = 0;

const add = ({ histories, turns, seen, failing }: Found): void => {
  total.histories += histories;
  total.turns += turns;
  for (const [name, times] of Object.entries(seen)) total.seen[name] = (total.seen[name] ?? 0) + times;
  for (const each of failing) {
    total.failing.push(each);
    if (total.failing.length <= failuresShown) console.log(`seed ${each.seed}\n  ${each.broken.join('\n  ')}`);
  }
  if (seconds() - shownAt < 15 || total.histories === runs) return;
  shownAt = seconds();
  console.log(
    `${total.histories} of ${runs} histories, ${Math.round(total.histories / shownAt)} a second, ${total.failing.length} failing`,
  );
};

const shard = await buildShard();
const shards = Math.min(availableParallelism(), runs);
await Promise.all(
  Array.from(
    { length: shards },
    (_, at) =>
      new Promise<void>((resolve, reject) => {
        const child = fork(shard, { execArgv: [] });
        child.on('message', (found) => add(found as Found));
        child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A process of the run ended with ${code}`))));
        child.send({ from: from + at, to: from + runs, every: shards, without: without as Net[] } satisfies Told);
      }),
  ),
);

const row = (name: string, what: string): string => `  ${String(total.seen[name] ?? 0).padStart(9)}  ${name.padEnd(26)} ${what}`;
console.log(`
${total.histories} histories in ${seconds().toFixed(1)} s on ${shards} processes: ${Math.round(total.histories / seconds())} a second,
${Math.round(total.turns / total.histories)} turns each, seeds ${from} to ${from + runs - 1}${without.length > 0 ? `, without ${without.join(', ')}` : ''}

Faults
${allFaultKinds.map((kind) => row(kind, faultKinds[kind].what)).join('\n')}

Seen
${Object.entries(marks)
  .map(([name, what]) => row(name, what))
  .join('\n')}
`);
const unseen = runs < large ? [] : [...allFaultKinds, ...Object.keys(marks)].filter((name) => !total.seen[name]);
if (unseen.length > 0) console.log(`Never seen: ${unseen.join(', ')}`);
console.log(
  total.failing.length === 0
    ? 'No promise was broken.'
    : `Promises were broken in ${total.failing.length} histories: seeds ${total.failing
        .slice(0, 50)
        .map(({ seed }) => seed)
        .join(', ')}`,
);
process.exitCode = total.failing.length + unseen.length > 0 ? 1 : 0;
