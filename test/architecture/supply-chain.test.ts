import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { besideFile, seldomAskedFor } from '../../functions/bundle.mjs';
import { stage } from '../../functions/stage.mjs';
import { billOfMaterials, runtimePackages } from '../../infra/azure/sbom.ts';
import { allowedLicences as allowed } from './allowed-licences.ts';

// What the product is made of and what leaves the building: the lock files, the packages of others, the deployed folder, and no secret anywhere.

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const tracked = (...args: readonly string[]): readonly string[] =>
  execFileSync('git', ['ls-files', ...args], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .split('\n')
    .filter(Boolean);

type Lock = {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly integrity?: string;
        readonly resolved?: string;
        readonly link?: boolean;
        readonly version?: string;
        readonly deprecated?: string;
      }
    >
  >;
};

/** What is wrong with the packages of a lock file: where they are from, and whether anybody still looks after them. */
const lockFaults = ({ packages }: Lock): readonly string[] =>
  Object.entries(packages)
    .filter(([place, { link }]) => place.includes('node_modules/') && !link && !place.includes('node_modules/@ap/'))
    .flatMap(([place, { integrity = '', resolved, version = '', deprecated }]) => [
      ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ? [] : [`${place}: no SHA-512`]),
      ...(resolved === undefined || resolved.startsWith('https://registry.npmjs.org/') ? [] : [`${place}: from ${resolved}`]),
      ...(/^\d+\.\d+\.\d+/.test(version) ? [] : [`${place}: version ${version}`]),
      // npm writes it where the registry said so at the install.
      ...(deprecated === undefined ? [] : [`${place}: given up by its makers: ${deprecated}`]),
    ]);

test.each(['package-lock.json', 'spfx-webpart/package-lock.json'])(
  'V15.2.1: %s pins every package by its hash, from the registry alone',
  (file) => {
    expect(lockFaults(JSON.parse(read(file)) as Lock)).toEqual([]);
  },
);

test.each([
  ['a repository', { version: '1.0.0', resolved: 'git+ssh://git@github.com/evil/leak.git#0123', integrity: `sha512-${'A'.repeat(86)}==` }],
  ['another registry', { version: '1.0.0', resolved: 'https://registry.evil.example/leak.tgz', integrity: `sha512-${'A'.repeat(86)}==` }],
  ['http', { version: '1.0.0', resolved: 'http://registry.npmjs.org/leak.tgz', integrity: `sha512-${'A'.repeat(86)}==` }],
  ['a weak hash', { version: '1.0.0', integrity: 'sha1-AAAA' }],
  ['no version', { integrity: `sha512-${'A'.repeat(86)}==` }],
  ['makers who gave it up', { version: '1.0.0', integrity: `sha512-${'A'.repeat(86)}==`, deprecated: 'Use another.' }],
])('a package by %s is found', (_what, entry) => {
  expect(lockFaults({ packages: { 'node_modules/leak': entry } })).toHaveLength(1);
});

test('no package.json asks for a package by an address', () => {
  const asked = tracked('*package.json').flatMap((file) => {
    const {
      dependencies = {},
      devDependencies = {},
      optionalDependencies = {},
    } = JSON.parse(read(file)) as Record<string, Record<string, string>>;
    return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([name, range]) => /[/:]/.test(range) && !name.startsWith('@ap/'),
    );
  });
  expect(asked).toEqual([]);
});

test('V15.1.2: what is deployed is made of packages under licences that we may use, none of which runs anything when it is installed', () => {
  const packages = runtimePackages();
  expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(['jose', 'zod', 'react', '@azure/functions', 'pdfkit', 'swr']));
  expect(packages.filter(({ licence }) => !allowed.includes(licence))).toEqual([]);
  expect(packages.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
});

test('V15.1.2: the bill of materials is the same each time, and names every package by version, licence and hash', () => {
  const bill = billOfMaterials();
  expect(billOfMaterials()).toBe(bill);
  const { components } = JSON.parse(bill) as { components: readonly { hashes: readonly { content: string }[]; purl: string }[] };
  expect(components).toHaveLength(runtimePackages().length);
  expect(components.filter(({ hashes: [hash], purl }) => hash?.content.length !== 128 || !/^pkg:npm\/.+@\d/.test(purl))).toEqual([]);
});

test('V13.4.1: only the bundle, what stands beside it, its typeface and two settings of the host go out', () => {
  const [from, to] = ['functions', 'deployed'].map((name) => path.join(mkdtempSync(path.join(tmpdir(), 'staged-')), name)) as [
    string,
    string,
  ];
  const built = ['dist/main.mjs', 'dist/keep-traces.mjs', ...seldomAskedFor.map((name) => `dist/${besideFile(name)}`)];
  const notices = ['dist/THIRD-PARTY-NOTICES.txt', 'dist/fonts/DejaVuSansCondensed.ttf'];
  const kept = ['dist/main.mjs.map', 'local.settings.json', '.env', 'src/main.ts', 'node_modules/jose/index.js'];
  for (const file of [...built, ...notices, ...kept, 'host.json', 'package.json']) {
    mkdirSync(path.dirname(path.join(from, file)), { recursive: true });
    writeFileSync(path.join(from, file), file === 'package.json' ? read('functions/package.json') : '{}');
  }
  stage(from, to);
  const out = readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(out.map(({ parentPath, name }) => path.relative(to, path.join(parentPath, name))).sort()).toEqual(
    [...built, ...notices, 'host.json', 'package.json'].sort(),
  );
  // A build in Azure would install what it names: our own packages are in no registry, and whoever took their names there would be let in.
  expect(JSON.parse(readFileSync(path.join(to, 'package.json'), 'utf8'))).toEqual({
    ...{ name: '@ap/functions', version: expect.any(String), private: true, type: 'module', main: 'dist/main.mjs' },
  });
  const azure = read('infra/azure/azure.yaml');
  expect(azure).toContain('project: ../../dist/functions-app');
  expect(azure).toContain('remoteBuild: false');
});

/** What a secret looks like. Those of the local run are made on the machine and lie in no file of the repository. */
const secretLooks: readonly RegExp[] = [
  /-----BEGIN (?:RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----\s+[A-Za-z0-9+/=]{40}/,
  /AccountKey=[A-Za-z0-9+/]{80,}==/,
  /[?&]sig=[A-Za-z0-9%]{40,}/,
  /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{40,}\.[A-Za-z0-9_-]{40,}/,
  /\b(?:ghp|gho|github_pat|npm|xox[bp])_[A-Za-z0-9_]{30,}/,
  /\b[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{31,34}\b/,
  /\b(?:client_?secret|password)["']?\s*[:=]\s*["'][A-Za-z0-9+/_~.-]{24,}["']/i,
];
/** Azurite's account and key are Microsoft's own, the same for everybody. */
const wellKnown = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const secretsIn = (text: string): readonly string[] => secretLooks.filter((look) => look.test(text.replaceAll(wellKnown, ''))).map(String);

test('V13.3.1: no secret lies in the repository', () => {
  const texts = tracked().filter((file) => !/\.(png|ttf|woff2|xlsx|pdf|ico|zip|csv)$|package-lock\.json$/.test(file));
  expect(texts.length).toBeGreaterThan(1_000);
  const found = texts.flatMap((file) => secretsIn(read(file)).map((look) => `${file}: ${look}`));
  expect(found).toEqual([]);
});

test.each([
  ['a key', `-----BEGIN PRIVATE ${'KEY'}-----\n${'M'.repeat(64)}`],
  ['a connection string', `DefaultEndpointsProtocol=https;Account${'Key'}=${'k'.repeat(86)}==`],
  ['a token', `e${'yJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ'}.eyJ${'a'.repeat(60)}.${'s'.repeat(60)}`],
  ['a secret of Entra', `abc8${'Q~'}${'x'.repeat(34)}`],
  ['a client secret', `client${'Secret'}: '${'z'.repeat(32)}'`],
])('%s would be found', (_what, planted) => {
  expect(secretsIn(planted).length).toBeGreaterThan(0);
});

test('CI of others is not asked for: no workflow of the repository runs an action that is not pinned', () => {
  const workflows = tracked().filter((file) => /^\.github\/workflows\/.+\.ya?ml$/.test(file));
  const loose = workflows.flatMap((file) =>
    [...read(file).matchAll(/uses:\s*(\S+)/g)].map(([, action = '']) => action).filter((action) => !/@[0-9a-f]{40}$/.test(action)),
  );
  expect(loose).toEqual([]);
});
