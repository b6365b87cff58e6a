import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * One file of a process of the run and all that it imports; answers where it is. The loader that runs single files keeps every function's name by a call, which
 * costs a fifth of a history.
 */
export const buildShard = async (): Promise<string> => {
  const outfile = fileURLToPath(new URL('../../dist/simulation/shard.mjs', import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL('./shard.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    // The host of Functions brings it, and no history has one.
    external: ['@azure/functions-core'],
    banner: { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);" },
    logLevel: 'warning',
  });
  return outfile;
};
