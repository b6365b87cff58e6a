import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));
const tabFolder = path.join(projectFolder, 'teams-app');

/** One file of a build: its size as sent (bytes after gzip -9), what it holds, and which files it needs or may ask for. */
export interface BuiltFile {
  readonly name: string;
  readonly raw: number;
  readonly gzip: number;
  /** Paths of its modules from the project's folder, with their share of the file in characters. */
  readonly modules: Readonly<Record<string, number>>;
  readonly needs: readonly string[];
  readonly mayAskFor: readonly string[];
}

export interface BuildChoice {
  /** A module to build instead of the tab, from the project's folder: with Vite as it comes, without the tab's own configuration. */
  readonly instead?: string;
  readonly plugins?: readonly Plugin[];
  /** Where the files are written; they stay in memory when left out. */
  readonly outDir?: string;
  /** 'sample' is the build of the local run; any other mode is a deployed one. */
  readonly mode?: 'production' | 'sample';
}

/** Builds the tab as it is deployed, or another module as anybody would. */
export const buildTab = async ({ instead, plugins = [], outDir, mode = 'production' }: BuildChoice = {}): Promise<readonly BuiltFile[]> => {
  const result = await build({
    root: tabFolder,
    configFile: instead === undefined ? path.join(tabFolder, 'vite.config.ts') : false,
    mode,
    // The reference is built without the tab's own settings: Vite then warns of each 'use client' in Fluent.
    logLevel: instead === undefined ? 'warn' : 'error',
    plugins: [...plugins],
    build: {
      write: outDir !== undefined,
      ...(outDir === undefined ? {} : { outDir, emptyOutDir: true }),
      sourcemap: false,
      reportCompressedSize: false,
      ...(instead === undefined ? {} : { target: 'es2022', rollupOptions: { input: path.join(projectFolder, instead) } }),
    },
  });
  if (!('output' in result)) throw new Error('The build gave no files.');
  return result.output.flatMap((file): BuiltFile[] => {
    const content = file.type === 'chunk' ? file.code : file.source;
    if (file.fileName.endsWith('.html')) return [];
    const size = { name: file.fileName, raw: Buffer.byteLength(content), gzip: gzipSync(content, { level: 9 }).length };
    if (file.type !== 'chunk') return [{ ...size, modules: {}, needs: [], mayAskFor: [] }];
    const modules = Object.entries(file.modules).map(([id, { renderedLength }]) => [path.relative(projectFolder, id), renderedLength]);
    return [{ ...size, modules: Object.fromEntries(modules), needs: file.imports, mayAskFor: file.dynamicImports }];
  });
};

/** Files with everything that they need before they run. */
export const withNeeds = (files: readonly BuiltFile[], first: readonly BuiltFile[]): readonly BuiltFile[] => {
  const wanted = new Set(first);
  for (const file of wanted) for (const other of files) if (file.needs.includes(other.name)) wanted.add(other);
  return [...wanted];
};

/** Files that can ever be asked for, beginning with these and never by way of `without`. */
export const canBeAskedFor = (
  files: readonly BuiltFile[],
  first: readonly BuiltFile[],
  without: readonly BuiltFile[],
): readonly BuiltFile[] => {
  const found = new Set(first);
  for (const file of found)
    for (const other of files)
      if (!without.includes(other) && (file.needs.includes(other.name) || file.mayAskFor.includes(other.name))) found.add(other);
  return [...found];
};

/** The file that holds a module. Throws when none does: a list that names it is out of date. */
export const fileOf = (files: readonly BuiltFile[], module: string): BuiltFile => {
  const found = files.find(({ modules }) => module in modules);
  if (!found) throw new Error(`No file of the build holds ${module}.`);
  return found;
};

export const gzipOf = (files: readonly BuiltFile[]): number => files.reduce((sum, { gzip }) => sum + gzip, 0);

/** '@fluentui/react-button', or the folder of our own: by what the modules of a file are told apart in a table. */
export const partOf = (module: string): string => {
  const inPackage = module.split('node_modules/').at(-1);
  if (module.includes('node_modules/') && inPackage) return /^(@[^/]+\/[^/]+|[^/]+)/.exec(inPackage)?.[0] ?? inPackage;
  return /^(shared\/src\/(?:ui\/)?[^/]+|[^/]+\/src)/.exec(module)?.[0] ?? module;
};
