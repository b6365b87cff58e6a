import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '@ap/local/launch/project-folder';
import { build, type Plugin } from 'esbuild';
import { bundleOptions, core } from '../../../functions/bundle.mjs';
import { bytesByPackage } from '../../../functions/third-parties.mjs';

const functions = path.join(projectFolder, 'functions');

/** What the bundle of the Functions app weighs, in bytes. */
export interface BundleWeight {
  readonly raw: number;
  readonly gzip: number;
  /** By package, the heaviest first; our own code is 'ours'. */
  readonly packages: readonly (readonly [name: string, bytes: number])[];
}

/** Builds the app as it is deployed, and weighs it. */
export const weighBundle = async (): Promise<BundleWeight> => {
  const { outputFiles, metafile } = await build({ ...bundleOptions(functions), write: false as const });
  const code = outputFiles.find(({ path: file }) => file.endsWith('.mjs'))?.contents ?? new Uint8Array();
  return { raw: code.byteLength, gzip: gzipSync(code, { level: 9 }).byteLength, packages: bytesByPackage(metafile, functions) };
};

/** What processes that import the same app took, turn by turn. */
export interface Compared {
  readonly bundled: readonly Taken[];
  readonly unbundled: readonly Taken[];
  /** A process that imports nothing. */
  readonly empty: readonly Taken[];
}

/** Seconds by the clock, and of the processor: the second is steadier where something else runs. */
export interface Taken {
  readonly wall: number;
  readonly processor: number;
}

/** What a process takes that imports the file, or nothing; the library finds a host that keeps nothing, so that nothing runs. */
const timeOf = (file: string | undefined, settings: Readonly<Record<string, string>>): Taken => {
  const done = 'const { user, system } = process.cpuUsage(); process.stdout.write(String(user + system)); process.exit(0);';
  const script = `
    const Module = require('node:module');
    const asked = Module.prototype.require;
    Module.prototype.require = function (id) { return id === '${core}' ? new Proxy({}, { get: () => () => ({ dispose() {} }) }) : asked.call(this, id); };
    console.log = () => {};
    ${file === undefined ? done : `import(${JSON.stringify(pathToFileURL(file).href)}).then(() => { ${done} }, (error) => { console.error(error); process.exit(1); })`}
  `;
  const began = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
    env: { ...process.env, ...settings },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${file} could not be imported: ${stderr.slice(0, 2_000)}`);
  return { wall: Number(process.hrtime.bigint() - began) / 1e9, processor: Number(stdout) / 1e6 };
};

/** Each of our modules becomes a file of its own, which imports the others and the packages from where they are. */
const eachByItself = (root: string): Plugin => ({
  name: 'each-by-itself',
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /.*/ }, async ({ path: asked, importer, resolveDir, kind, pluginData }) => {
      if (kind === 'entry-point' || pluginData === root || asked.endsWith('.json')) return undefined;
      if (!/^(\.|@ap\/)/.test(asked)) return { path: asked, external: true };
      const { path: found } = await resolve(asked, { resolveDir, kind, pluginData: root });
      const to = path.relative(path.dirname(importer), found).replace(/\.tsx?$/, '.mjs');
      return { path: to.startsWith('.') ? to : `./${to}`, external: true };
    });
  },
});

/** Imports the app as it is deployed, and with every module in a file of its own and every package where npm put it: in turns, each in a process of its own. */
export const compareImports = async (times: number, settings: Readonly<Record<string, string>>): Promise<Compared> => {
  // Beneath the project, so that Node finds the packages.
  const folder = mkdtempSync(path.join(projectFolder, 'dist-of-a-bench-'));
  try {
    const bundled = path.join(folder, 'bundled.mjs');
    const { metafile } = await build({ ...bundleOptions(functions), outfile: bundled, sourcemap: false });
    const ours = Object.keys(metafile.inputs).filter((input) => !input.includes('node_modules/') && !input.endsWith('.json'));
    const { outfile: _outfile, ...options } = bundleOptions(functions);
    await build({
      ...options,
      entryPoints: ours,
      outdir: folder,
      outbase: projectFolder,
      outExtension: { '.js': '.mjs' },
      sourcemap: false,
      minify: false,
      plugins: [eachByItself(projectFolder)],
    });
    const unbundled = path.join(folder, 'functions/src/main.mjs');
    const taken = { bundled: [] as Taken[], unbundled: [] as Taken[], empty: [] as Taken[] };
    for (let time = -1; time < times; time += 1) {
      const round = { unbundled: timeOf(unbundled, settings), bundled: timeOf(bundled, settings), empty: timeOf(undefined, settings) };
      // The first of each finds nothing in the machine's cache of files.
      if (time < 0) continue;
      for (const name of ['bundled', 'unbundled', 'empty'] as const) taken[name].push(round[name]);
    }
    return taken;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Settings with which the app can be imported; nobody is asked for what they name. */
export const anySettings = (): Readonly<Record<string, string>> => {
  const id = '00000000-0000-4000-8000-000000000001';
  return {
    TENANT_ID: id,
    RUNTIME_CLIENT_ID: id,
    API_CLIENT_ID: id,
    DECIDING_CLIENTS: id,
    BOT_APP_ID: id,
    SITE_HOSTNAME: 'council.example',
    SITE_PATH: '/sites/ap',
    MAIL_SENDER: 'sender@council.example',
    PAGES_URL: 'https://pages.example',
    COMMISSIONING_CONTACT: 'team@council.example',
    AzureWebJobsStorage__accountName: 'none',
    MANAGED_IDENTITY_CLIENT_ID: id,
  };
};
