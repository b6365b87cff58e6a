import type { BuildOptions } from 'esbuild';

export const core: string;
export const bundleOptions: (
  folder: string,
  build?: { readonly version?: string; readonly commit?: string },
) => BuildOptions & { readonly metafile: true };
export const seldomAskedFor: readonly string[];
export const besideFile: (name: string) => string;
export const besideOptions: (folder: string, name: string) => BuildOptions & { readonly metafile: true };
export const threadOptions: (folder: string) => BuildOptions;
export const tracesOptions: (folder: string) => BuildOptions;
