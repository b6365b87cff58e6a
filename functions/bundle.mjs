// How the app is bundled: for deployment by build.mjs, and by the test that holds the bundle to what the Functions host needs.

/** Provided by the worker in Azure, or the local host, when the app is loaded. Bundled, it would be a second, private core whose functions nobody asks. */
export const core = '@azure/functions-core';

/**
 * Options of esbuild for the app: one ESM file without node_modules, but for what is seldom asked for and weighs much. `folder` is that of the functions package.
 * `build`: what the program says of itself, such as version and commit.
 */
export const bundleOptions = (folder, build = {}) => ({
  ...optionsFor(folder, 'main'),
  plugins: [besideTheBundle],
  define: { AP_BUILD: JSON.stringify(JSON.stringify(build)) },
});

/**
 * What the app imports when it first needs it: papers, workbooks, CSV files, calendars. Each is a file of its own beside the bundle: a start need not read a
 * quarter of it in vain.
 */
export const seldomAskedFor = [
  'pdfkit',
  'read-excel-file/universal',
  'write-excel-file/universal',
  'fflate',
  'csv-parse/sync',
  'ical-generator',
];

/** The file, in the folder of the bundle, in which such a package lies. */
export const besideFile = (name) => `${name.replaceAll('/', '-')}.mjs`;

const besideTheBundle = {
  name: 'beside-the-bundle',
  setup: ({ onResolve }) => {
    onResolve({ filter: new RegExp(`^(${seldomAskedFor.join('|')})$`) }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${besideFile(path)}`, external: true } : undefined,
    );
  },
};

/** Options of esbuild for such a package. */
export const besideOptions = (folder, name) => ({ ...optionsFor(folder, name), entryPoints: [name], outfile: `dist/${besideFile(name)}` });

/** Options of esbuild for what a thread beside the app runs: a file of its own, for the app asks its host for the core, and a thread has no host. */
export const threadOptions = (folder) => optionsFor(folder, 'lay-out-thread');

/** Options of esbuild for what keeps traces: a file of its own, which is loaded when the app has started. */
export const tracesOptions = (folder) => optionsFor(folder, 'keep-traces');

const optionsFor = (folder, name) => ({
  absWorkingDir: folder,
  entryPoints: [`src/${name}.ts`],
  outfile: `dist/${name}.mjs`,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // Our packages are bundled from their TypeScript source: nothing has to be built first.
  conditions: ['source'],
  external: [core],
  minify: true,
  keepNames: true,
  sourcemap: 'linked',
  legalComments: 'external',
  metafile: true,
  logLevel: 'warning',
  // CommonJS dependencies inside an ES module still need `require`.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
});
