// Builds the app that is deployed and that `npm start` and the tests run: one ESM file without node_modules, and beside it one for the thread and one that keeps traces.
//   node functions/build.mjs
import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleOptions, core, threadOptions, tracesOptions } from './bundle.mjs';

const here = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const { metafile } = await build(bundleOptions(here('.'))).catch(() => process.exit(1)); // esbuild has printed what is wrong and where
await build(threadOptions(here('.'))).catch(() => process.exit(1));
await build(tracesOptions(here('.'))).catch(() => process.exit(1));

const [file, output] = Object.entries(metafile.outputs).find(([name]) => name.endsWith('main.mjs')) ?? [];
if (!output?.imports.some(({ path, external }) => path === core && external)) {
  throw new Error(`The bundle does not ask its host for ${core}: every function would be lost. Is @azure/functions still imported?`);
}
// What papers are written in stands beside the bundle, with its licence: it is read when the first paper is drawn.
const fonts = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json');
for (const name of ['ttf/DejaVuSansCondensed.ttf', 'ttf/DejaVuSansCondensed-Bold.ttf', 'LICENSE'])
  cpSync(new URL(name, `file://${fonts}`), here(`dist/fonts/${name.replace('ttf/', '')}`));
console.log(`functions/${file}: ${Math.round(output.bytes / 1024)} kB`);
