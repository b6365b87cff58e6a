import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { faultKinds, killKinds, nameOf } from './fault-kinds.ts';
import { type HistoryOverHttp, type Net, nets, runHistory, usualHistory } from './run-history.ts';
import { openStand } from './stand.ts';

// `npm run faults:http`: histories of the real stack under faults and kills, by seed, judged from outside.

const usage = `npm run faults:http -- [--seed N] [--runs N] [--without NET,NET] [--trace]

  --seed     the first seed (1)
  --runs     how many histories, each of the next seed (40), one school each
  --without  safety nets that are switched off: ${Object.keys(nets).join(', ')}
  --trace    prints what was done in each history, not only in those that fail

Exits 1 when a promise was broken.`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '40' },
    without: { type: 'string', default: '' },
    trace: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const from = Number(values.seed);
const runs = Number(values.runs);
const without = values.without.split(',').filter(Boolean);
if (values.help || !Number.isSafeInteger(from) || !Number.isSafeInteger(runs) || runs < 1 || without.some((net) => !(net in nets))) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}

const began = performance.now();
const seconds = (): number => Math.round((performance.now() - began) / 1000);
const stand = await openStand(runs);
console.log(`The stack was up after ${seconds()} s.`);
const histories: Omit<HistoryOverHttp, 'seen' | 'trace'>[] = [];
try {
  for (const [at, school] of stand.schools.entries()) {
    const { seen: _seen, trace, ...history } = await runHistory(stand, school, usualHistory(from + at, { without: without as Net[] }));
    histories.push(history);
    const { seed, broken, commands, unanswered, requests, orders } = history;
    console.log(
      `seed ${seed}: ${history.seconds.toFixed(1)} s, ${requests} requests, ${orders} orders, ${commands} commands, ${unanswered} without answer, ${Object.keys(history.hits).join(', ')}`,
    );
    for (const { invariant, what } of broken) console.log(`  BROKEN ${invariant}: ${what}`);
    if (values.trace || broken.length > 0) console.log(trace.map((line) => `    ${line}`).join('\n'));
  }
} finally {
  mkdirSync('.local', { recursive: true });
  copyFileSync(path.join(stand.stateDir, 'logs', 'functions.log'), '.local/faults-over-http.log');
  await stand.stop();
}

const struck = (kind: (typeof faultKinds)[number] | (typeof killKinds)[number]): number =>
  histories.reduce((sum, { hits }) => sum + (hits[kind] ?? 0), 0);
const sum = (of: (history: (typeof histories)[number]) => number): number => histories.reduce((total, history) => total + of(history), 0);
const starts = stand.host.starts.toSorted((one, other) => one - other);
console.log(`
${histories.length} histories in ${seconds()} s, ${(sum(({ seconds: each }) => each) / histories.length).toFixed(1)} s each, seeds ${from} to ${from + histories.length - 1}:
${sum(({ requests }) => requests)} requests, ${sum(({ orders }) => orders)} orders, ${sum(({ commands }) => commands)} commands, ${sum(({ unanswered }) => unanswered)} of them without an answer at first
${stand.host.kills()} kills; a host is up again after ${((starts[Math.floor(starts.length / 2)] ?? 0) / 1000).toFixed(1)} s (median), ${((starts.at(-1) ?? 0) / 1000).toFixed(1)} s at most

${[...killKinds, ...faultKinds].map((kind) => `${String(struck(kind)).padStart(6)}  ${nameOf[kind].padEnd(6)} ${kind}`).join('\n')}
`);
const failing = histories.filter(({ broken }) => broken.length > 0);
console.log(
  failing.length === 0
    ? 'No promise was broken.'
    : `Promises were broken in ${failing.length} histories. To play one again, as far as the machine lets it: ${failing
        .map(({ seed }) => `npm run faults:http -- --seed ${seed} --runs 1`)
        .join('; ')}\nWhat the host logged is in .local/faults-over-http.log`,
);
process.exitCode = failing.length > 0 ? 1 : 0;
