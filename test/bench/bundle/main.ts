import { anySettings, compareImports, type Taken, weighBundle } from './measure.ts';

// `npm run bench:bundle`: what the app weighs, what is in it, and how long it takes to import it, bundled and not.

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const ms = (seconds: number): string => String(Math.round(seconds * 1000));
const spread = (values: readonly number[]): string => `${ms(middle(values))} (${ms(Math.min(...values))}-${ms(Math.max(...values))})`;

const { raw, gzip, packages } = await weighBundle();
console.log(`bundle: ${kB(raw)} kB, ${kB(gzip)} kB after gzip -9, ${packages.length - 1} packages of others`);
console.log('| package | kB | share |\n| --- | ---: | ---: |');
for (const [name, bytes] of packages.slice(0, 15)) console.log(`| ${name} | ${kB(bytes)} | ${Math.round((100 * bytes) / raw)}% |`);

const times = Number(process.argv[2] ?? 9);
const { bundled, unbundled, empty } = await compareImports(times, anySettings());
console.log(`\nA process that imports the app, median of ${times} in turns (least-most)`);
console.log('| build | ms of the processor | ms by the clock |\n| --- | ---: | ---: |');
for (const [name, taken] of Object.entries({ empty, bundled, unbundled }))
  console.log(`| ${[name, ...(['processor', 'wall'] as const).map((kind) => spread(taken.map((each) => each[kind])))].join(' | ')} |`);
for (const kind of ['processor', 'wall'] as const) {
  const net = (taken: readonly Taken[], at: number): number => (taken[at]?.[kind] ?? 0) - (empty[at]?.[kind] ?? 0);
  const ratio = middle(bundled.map((_, at) => net(bundled, at) / net(unbundled, at)));
  console.log(`bundled / unbundled, each less the empty process of its turn, by ${kind}: ${ratio.toFixed(2)}`);
}
