import type { Metafile } from 'esbuild';

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly by: string | undefined;
  readonly text: string;
}

export declare const readInPackage: Readonly<Record<string, string>>;
export declare const packageFolder: (input: string) => string | undefined;
export declare const bytesByPackage: (metafile: Metafile, folder: string) => readonly (readonly [name: string, bytes: number])[];
export declare const bundledPackages: (metafiles: readonly Metafile[], folder: string) => readonly BundledPackage[];
export declare const thirdPartyNotices: (packages: readonly BundledPackage[]) => string;
