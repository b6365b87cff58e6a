import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { besideOptions, bundleOptions, seldomAskedFor } from '../../functions/bundle.mjs';
import { bundledPackages, bytesByPackage, packageFolder, thirdPartyNotices } from '../../functions/third-parties.mjs';
import { allowedLicences } from './allowed-licences.ts';

// What the Functions app weighs and holds. Each start reads all of it: docs/performance.md tells what that takes.

const functions = path.resolve(import.meta.dirname, '../../functions');
/** Bytes that the bundle may have. Whoever passes them asks first whether what was added is asked for at each start. */
const most = { raw: 2_800_000, gzip: 850_000 };

const built = async () => {
  const main = await build({ ...bundleOptions(functions), write: false as const });
  const beside = await Promise.all(seldomAskedFor.map((name) => build({ ...besideOptions(functions, name), write: false as const })));
  const code = main.outputFiles.find(({ path: file }) => file.endsWith('.mjs'))?.contents ?? new Uint8Array();
  return { code, main: main.metafile, beside: beside.map(({ metafile }) => metafile) };
};
const app = built();

test(`the bundle has at most ${most.raw} bytes, ${most.gzip} after gzip`, async () => {
  const { code } = await app;
  expect(code.byteLength).toBeGreaterThan(1_000_000);
  expect(code.byteLength).toBeLessThanOrEqual(most.raw);
  expect(gzipSync(code, { level: 9 }).byteLength).toBeLessThanOrEqual(most.gzip);
});

test('what is seldom asked for is beside the bundle, not in it', async () => {
  const { main, beside } = await app;
  const held = bytesByPackage(main, functions).map(([name]) => name);
  expect(held).toEqual(expect.arrayContaining(['ours', 'zod', 'jose']));
  const packages = seldomAskedFor.map((name) => name.split('/')[0]);
  expect(held.filter((name) => [...packages, 'fontkit', 'brotli'].includes(name))).toEqual([]);
  for (const [at, name] of packages.entries()) expect(bytesByPackage(beside[at] as never, functions).map(([each]) => each)).toContain(name);
});

test('no package is in the bundle twice, and no way to sign in but the identity of the app', async () => {
  const { main } = await app;
  const places = new Set(Object.keys(main.inputs).flatMap((input) => packageFolder(input) ?? []));
  const names = [...places].map((place) => place.replace(/^.*node_modules\//, ''));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(names.filter((name) => name === '@azure/identity')).toEqual([]);
});

test('everything of others in it is under a licence that we may use, and goes with its text', async () => {
  const { main, beside } = await app;
  const packages = bundledPackages([main, ...beside], functions);
  expect(packages.length).toBeGreaterThan(50);
  expect(packages.filter(({ licence }) => !allowedLicences.includes(licence))).toEqual([]);
  expect(packages.filter(({ text }) => text.length < 200).map(({ name }) => name)).toEqual([]);
  const notices = thirdPartyNotices(packages);
  expect(packages.filter(({ name, version }) => !notices.includes(`${name} ${version}`))).toEqual([]);
});
