import { existsSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

/** The manifest of a component, as far as a loader reads it. */
export interface ComponentManifest {
  readonly supportedHosts: readonly string[];
  readonly supportsThemeVariants: boolean;
  readonly supportsFullBleed: boolean;
  readonly loaderConfig: {
    readonly internalModuleBaseUrls: readonly string[];
    readonly entryModuleId: string;
    readonly scriptResources: Readonly<Record<string, { readonly type: string; readonly path?: string; readonly defaultPath?: string }>>;
  };
}

export interface PackagedFiles {
  readonly manifest: ComponentManifest;
  /** The scripts by their names in the package. */
  readonly scripts: Readonly<Record<string, string>>;
  /** What the bundler collected of the licences in the scripts: it names each library with its version. */
  readonly licences: string;
  readonly appManifest: string;
}

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What SharePoint would serve of a package: the web part's manifest as the package embeds it, and its scripts. Throws where there is no package. */
export const packagedFiles = (path: string): PackagedFiles => {
  if (!existsSync(path)) throw new Error(`There is no package at ${path}: type npm run package:spfx first.`);
  const files = unzipSync(readFileSync(path));
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const names = Object.keys(files);
  const feature = names.find((name) => /WebPart_[0-9a-f-]+\.xml$/.test(name));
  const [, embedded] = /ComponentManifest="([^"]+)"/.exec(text(feature ?? '')) ?? [];
  if (embedded === undefined) throw new Error(`${path} embeds no component manifest.`);
  const scripts = names.filter((name) => /^ClientSideAssets\/.*\.js$/.test(name));
  return {
    manifest: JSON.parse(unescaped(embedded)) as ComponentManifest,
    scripts: Object.fromEntries(scripts.map((name) => [name.slice('ClientSideAssets/'.length), text(name)])),
    licences: names
      .filter((name) => name.endsWith('.LICENSE.txt'))
      .map(text)
      .join('\n'),
    appManifest: text('AppManifest.xml'),
  };
};
