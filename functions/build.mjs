// Builds the app that is deployed and that `npm start` and the tests run: one ESM file without node_modules, and beside it one for the thread, one that keeps traces, and
// what is seldom asked for. dist/functions-app holds it as it goes to Azure.
//   node functions/build.mjs
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { besideOptions, bundleOptions, core, seldomAskedFor, threadOptions, tracesOptions } from './bundle.mjs';
import { stage } from './stage.mjs';
import { bundledPackages, thirdPartyNotices } from './third-parties.mjs';

const here = (relative) => fileURLToPath(new URL(relative, import.meta.url));
/** The commit that is built, where git knows it. */
const commit = () => {
  try {
    return execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], { cwd: here('.'), encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'unknown';
  }
};
const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8'));
const made = { version, commit: commit() };
const { metafile } = await build(bundleOptions(here('.'), made)).catch(() => process.exit(1)); // esbuild has printed what is wrong and where
const beside = await Promise.all(seldomAskedFor.map((name) => build(besideOptions(here('.'), name)))).catch(() => process.exit(1));
await build(threadOptions(here('.'))).catch(() => process.exit(1));
const traces = await build(tracesOptions(here('.'))).catch(() => process.exit(1));

const [file, output] = Object.entries(metafile.outputs).find(([name]) => name.endsWith('main.mjs')) ?? [];
if (!output?.imports.some(({ path, external }) => path === core && external)) {
  throw new Error(`The bundle does not ask its host for ${core}: every function would be lost. Is @azure/functions still imported?`);
}
// What papers are written in stands beside the bundle, with its licence: it is read when the first paper is drawn.
const fonts = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json');
for (const name of ['ttf/DejaVuSansCondensed.ttf', 'ttf/DejaVuSansCondensed-Bold.ttf', 'LICENSE'])
  cpSync(new URL(name, `file://${fonts}`), here(`dist/fonts/${name.replace('ttf/', '')}`));
const packages = bundledPackages([metafile, traces.metafile, ...beside.map((each) => each.metafile)], here('.'));
writeFileSync(here('dist/THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(packages));
stage(here('.'), here('../dist/functions-app'));
console.log(`functions/${file}: ${Math.round(output.bytes / 1024)} kB`);
