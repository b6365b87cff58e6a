import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// The checker itself is checked: a leak is planted, it must be found, and it is taken out again.

const root = path.resolve(__dirname, '../..');
const cruise = (file: string) =>
  spawnSync(
    process.execPath,
    ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', '--output-type', 'err', file],
    { cwd: root, encoding: 'utf8' },
  );

test.each([
  ['domain-is-pure', 'shared/src/domain/planted-leak/leak.ts', "import { z } from 'zod';\nexport const leak = z;\n"],
  [
    'features-see-ports-not-adapters',
    'functions/src/orders/planted-leak/leak.ts',
    "import { storage } from '../../adapters/storage/storage.ts';\nexport const leak = storage;\n",
  ],
  [
    'features-are-strangers',
    'functions/src/orders/planted-leak/leak.ts',
    "import { toSummary } from '../../call-offs/call-off-view.ts';\nexport const leak = toSummary;\n",
  ],
  [
    'local-tenant-knows-graph-only',
    'infra/local-tenant/src/planted-leak/leak.ts',
    "import { register } from '@ap/shared/lists/register';\nexport const leak = register;\n",
  ],
])('%s catches a planted leak', (rule, file, content) => {
  const folder = path.dirname(path.join(root, file));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(root, file), content);
  try {
    const { status, stdout } = cruise(file);
    expect(stdout).toContain(rule);
    expect(status).not.toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
