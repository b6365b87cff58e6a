import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';
import { endsWell, typeCommand } from './type-command.ts';

// Commands of the documents that need nothing but this machine, as small as their options let them be. That they work is looked at, and what they say; never how long it took.

jest.setTimeout(600_000);

const inProject = (file: string): string => path.join(projectFolder, file);
/** What a command might write anew and must leave as it is. */
const keptFiles: readonly string[] = [
  ...readdirSync(inProject('docs'), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join('docs', file))
    .filter((file) => statSync(inProject(file)).isFile()),
  'teams-app/public/about/releases.html',
  'infra/tenant/src/migrate/recorded-schema.txt',
  'test/bench/results.json',
];
const contents = (): Readonly<Record<string, string>> =>
  Object.fromEntries(keptFiles.map((file) => [file, readFileSync(inProject(file), 'base64')]));
let before: ReturnType<typeof contents>;
beforeEach(() => {
  before = contents();
});
afterEach(() => {
  const after = contents();
  expect(keptFiles.filter((file) => after[file] !== before[file])).toEqual([]);
});

test('npm run docs finds every document that is made of code as it should be', async () => {
  expect(await typeCommand('docs')).toEqual(endsWell(/8 documents are made of code; 8 were as they should be\./));
});

test('npm run schema finds the schema as it was recorded', async () => {
  expect(await typeCommand('schema')).toEqual(endsWell(/The schema is as it was recorded\./));
});

test('npm run format mends layout and order of imports', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ap-format-'));
  try {
    for (const file of ['package.json', 'biome.json', '.gitignore']) copyFileSync(inProject(file), path.join(folder, file));
    symlinkSync(inProject('node_modules'), path.join(folder, 'node_modules'));
    const file = path.join(folder, 'badly.ts');
    writeFileSync(file, 'import path from "node:path"\nimport { cpus } from "node:os"\nconsole.log( path.sep,cpus().length )\n');
    expect(await typeCommand('format', [], { folder })).toEqual(endsWell(/Fixed 1 file/));
    expect(readFileSync(file, 'utf8')).toBe(
      "import { cpus } from 'node:os';\nimport path from 'node:path';\n\nconsole.log(path.sep, cpus().length);\n",
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('npm run sbom writes the bill of what is deployed', async () => {
  expect(await typeCommand('sbom')).toEqual(endsWell(/dist\/sbom\.json: \d+ packages of others/));
});

test('npm run faults plays histories by seed, and fails without a safety net', async () => {
  expect(await typeCommand('faults', ['--seed', '20001', '--runs', '20'])).toEqual(endsWell(/20 histories in .*No promise was broken\./s));
  expect(await typeCommand('faults', ['--without', 'etag', '--runs', '100'])).toMatchObject({
    exitCode: 1,
    output: expect.stringMatching(/Promises were broken in \d+ histories/),
  });
});

test('npm run fuzz sends an operation inputs that are made from its shapes', async () => {
  const args = ['--inputs', '5', '--seed', '5', '--operation', 'searchDirectory'];
  expect(await typeCommand('fuzz', args)).toEqual(endsWell(/Seed 5, 5 inputs for each operation.*1 passed/s));
});

test('npm run mutation changes the rules of one file, and every change is noticed', async () => {
  expect(await typeCommand('mutation', ['texts/one-of.ts'])).toEqual(
    endsWell(/texts \| \d+ \| 0 \| 0 \| 100\.0\nExplained 0, unexplained 0/),
  );
});

test('npm run bench compares the search with others, which answer the same', async () => {
  expect(await typeCommand('bench', ['--quick', '--size', '300'])).toEqual(endsWell(/MiniSearch.*Written to \.local\/bench-quick\.json/s));
});

test('npm run bench:scale measures a process that reads the lists, and one that goes on with a kept index', async () => {
  expect(await typeCommand('bench:scale', ['2000'])).toEqual(endsWell(/\| 2000 \| \d+ \|/));
});

test('npm run bench:bundle weighs the app, and imports it bundled and not', async () => {
  expect(await typeCommand('bench:bundle', ['1'])).toEqual(endsWell(/bundle: .* packages of others.*bundled \/ unbundled, .* by wall: /s));
});

test('npm run bench:http asks the search over HTTP, beside a server and a function that answer one short text', async () => {
  const args = ['--services', '300', '--rounds', '1', '--seconds', '0.2'];
  expect(await typeCommand('bench:http', args)).toEqual(endsWell(/\| the search, with its token, compressed \| \d+ \|/));
});
