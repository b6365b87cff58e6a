import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The window's page as it is served. */
export interface PageBundle {
  readonly script: string;
  readonly style: string;
}

/** Names, sizes and times of the sources and of the lock file: another stamp means another bundle. */
const stampOf = async (sourceDir: string, lockFile: string): Promise<string> => {
  const names = (await readdir(sourceDir, { recursive: true })).filter((name) => /(?<!\.test)\.(ts|tsx|css)$/.test(name)).sort();
  const hash = createHash('sha256');
  for (const path of [...names.map((name) => join(sourceDir, name)), lockFile]) {
    const { mtimeMs, size } = await stat(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
};

const readCached = async (path: string): Promise<PageBundle | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as PageBundle;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw failure;
  }
};

/** Bundles the page with esbuild, or takes what an earlier start made from the same sources out of `cacheDir`. */
export const bundlePage = async (sourceDir: string, lockFile: string, cacheDir: string): Promise<PageBundle> => {
  const stamp = await stampOf(sourceDir, lockFile);
  const cached = join(cacheDir, `page-${stamp}.json`);
  const ready = await readCached(cached);
  if (ready) return ready;
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(sourceDir, 'page/main.tsx')],
    outdir: cacheDir,
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const textOf = (extension: string): string => outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? '';
  const bundle = { script: textOf('.js'), style: textOf('.css') };
  await mkdir(cacheDir, { recursive: true });
  for (const name of await readdir(cacheDir)) if (/^page-.*\.json$/.test(name)) await rm(join(cacheDir, name), { force: true });
  // Written beside and renamed: a second start at the same moment reads a whole file or none.
  const beside = `${cached}.${process.pid}`;
  await writeFile(beside, JSON.stringify(bundle));
  await rename(beside, cached);
  return bundle;
};
