import type { BuildOptions } from 'esbuild';

export const core: string;
export const bundleOptions: (folder: string) => BuildOptions & { readonly metafile: true };
export const threadOptions: (folder: string) => BuildOptions;
export const tracesOptions: (folder: string) => BuildOptions;
