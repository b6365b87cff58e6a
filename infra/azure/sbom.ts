import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readInPackage } from '../../functions/third-parties.mjs';
import { projectFolder } from '../local/launch/project-folder.ts';

// `npm run sbom`: dist/sbom.json, the bill of materials (CycloneDX 1.5) of what is deployed, from the lock file. The same lock gives the same bytes.
// `npm sbom --omit dev` is not used: it leaves out whatever some other workspace needs for development, such as jose and React.

const root = projectFolder;
/** Whose packages are bundled into what is deployed. */
const deployed = ['functions', 'teams-app', 'shared'];

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** A package of others in what is deployed. */
export interface RuntimePackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly integrity: string;
  readonly hasInstallScript: boolean;
}

/** Where Node would find a package from another's place, in a lock file. */
const placeOf = (packages: Readonly<Record<string, Locked>>, from: string, name: string): string | undefined => {
  const parts = from.split('/');
  for (let length = parts.length; length >= 0; length -= 1) {
    if (parts[length - 1] === 'node_modules') continue;
    const place = [...parts.slice(0, length), 'node_modules', name].join('/');
    if (packages[place]) return place;
  }
  return undefined;
};

/** Every package of others that what is deployed may hold, by name and version. Throws where the lock does not have one. */
export const runtimePackages = (): readonly RuntimePackage[] => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
  const seen = new Set<string>();
  const follow = (place: string): void => {
    const entry = packages[place];
    const real = entry?.link ? (entry.resolved ?? place) : place;
    if (seen.has(real)) return;
    seen.add(real);
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = packages[real] ?? {};
    const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
    for (const name of [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers]) {
      const found = placeOf(packages, real, name);
      if (found) follow(found);
      else if (name in dependencies) throw new Error(`The lock file has no ${name} for ${real}.`);
    }
  };
  for (const workspace of deployed) follow(workspace);
  return [...seen]
    .filter((place) => place.includes('node_modules/'))
    .map((place) => {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const { version = '', license = '', integrity = '', hasInstallScript = false } = packages[place] ?? {};
      return { name, version, licence: readInPackage[name] ?? license, integrity, hasInstallScript };
    })
    .filter((each, index, all) => all.findIndex((other) => other.name === each.name && other.version === each.version) === index)
    .sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
};

/** The bill as CycloneDX has it, without a time or a number of its own. */
export const billOfMaterials = (): string => {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const components = runtimePackages().map(({ name, version: its, licence, integrity }) => ({
    type: 'library',
    'bom-ref': `${name}@${its}`,
    name,
    version: its,
    purl: `pkg:npm/${name.replace('@', '%40')}@${its}`,
    licenses: [{ license: { id: licence } }],
    hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex') }],
  }));
  const component = { type: 'application', 'bom-ref': 'ap-framework', name: 'ap-framework', version };
  const bill = { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata: { component }, components };
  return `${JSON.stringify(bill, null, 2)}\n`;
};

/** Writes it to dist/sbom.json. */
export const writeBill = (): void => {
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(path.join(root, 'dist/sbom.json'), billOfMaterials());
  console.log(`dist/sbom.json: ${runtimePackages().length} packages of others`);
};
