import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// The checker itself is checked: a leak is planted, and it must be found. It grows in a small copy of the tree, for others read the real one meanwhile.

const root = path.resolve(__dirname, '../..');

let plot: string;
const write = (file: string, content: string): void => {
  mkdirSync(path.dirname(path.join(plot, file)), { recursive: true });
  writeFileSync(path.join(plot, file), content);
};
beforeEach(() => {
  plot = mkdtempSync(path.join(tmpdir(), 'planted-leak-'));
  for (const file of ['tsconfig.json', '.dependency-cruiser.cjs']) copyFileSync(path.join(root, file), path.join(plot, file));
  mkdirSync(path.join(plot, 'shared'));
  copyFileSync(path.join(root, 'shared/package.json'), path.join(plot, 'shared/package.json'));
  mkdirSync(path.join(plot, 'node_modules/@ap'), { recursive: true });
  symlinkSync('../../shared', path.join(plot, 'node_modules/@ap/shared'));
  symlinkSync(path.join(root, 'node_modules/zod'), path.join(plot, 'node_modules/zod'));
});
afterEach(() => rmSync(plot, { recursive: true, force: true }));

const cruise = (file: string) =>
  spawnSync(
    process.execPath,
    [
      `${root}/node_modules/dependency-cruiser/bin/dependency-cruise.mjs`,
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      file,
    ],
    { cwd: plot, encoding: 'utf8' },
  );

test.each([
  ['domain-is-pure', 'shared/src/domain/planted-leak/leak.ts', "import { z } from 'zod';\nexport const leak = z;\n", undefined],
  [
    'features-see-ports-not-adapters',
    'functions/src/orders/planted-leak/leak.ts',
    "import { storage } from '../../adapters/storage/storage.ts';\nexport const leak = storage;\n",
    'functions/src/adapters/storage/storage.ts',
  ],
  [
    'features-are-strangers',
    'functions/src/orders/planted-leak/leak.ts',
    "import { toSummary } from '../../call-offs/call-off-view.ts';\nexport const leak = toSummary;\n",
    'functions/src/call-offs/call-off-view.ts',
  ],
  [
    'local-tenant-knows-graph-only',
    'infra/local-tenant/src/planted-leak/leak.ts',
    "import { register } from '@ap/shared/lists/register';\nexport const leak = register;\n",
    'shared/src/lists/register.ts',
  ],
])('%s catches a planted leak', (rule, file, content, target) => {
  write(file, content);
  if (target) write(target, 'export const [storage, toSummary, register] = [1, 2, 3];\n');
  const { status, stdout } = cruise(file);
  expect(stdout).toContain(rule);
  expect(status).not.toBe(0);
});
