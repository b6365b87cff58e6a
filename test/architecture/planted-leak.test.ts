import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

// The checker itself is checked: a leak is planted for every rule, and each must be found.

const root = path.resolve(import.meta.dirname, '../..');
const rules = (
  createRequire(import.meta.filename)(path.join(root, '.dependency-cruiser.cjs')) as { forbidden: readonly { name: string }[] }
).forbidden.map(({ name }) => name);

const leak = (from: string): string => `import * as leaked from '${from}';\nexport const leak = leaked;\n`;

/** For each rule, where a leak is planted and what it imports. Two of one rule show that it bites in every folder of the kind. */
const leaks: readonly (readonly [rule: string, folder: string, imported: string])[] = [
  ['no-cycles', 'shared/src/search', './leak.ts'],
  ['domain-is-pure', 'shared/src/domain', 'zod'],
  ['lists-see-domain', 'shared/src/lists', '../../contract/problem.ts'],
  ['contract-sees-domain', 'shared/src/contract', '../../lists/lots.ts'],
  ['search-sees-domain', 'shared/src/search/other', '../../../lists/lots.ts'],
  ['ui-sees-domain-and-contract', 'shared/src/ui', '../../lists/lots.ts'],
  ['shared-is-the-bottom', 'shared/src/domain/money', '../../../../../functions/src/ports/clock.ts'],
  ['front-ends-talk-http', 'teams-app/src', '../../../shared/src/lists/lots.ts'],
  ['only-the-tab-host-knows-teams', 'teams-app/src/links', '@microsoft/teams-js'],
  ['features-see-ports-not-adapters', 'functions/src/orders', '../../adapters/storage/storage.ts'],
  ['features-see-ports-not-adapters', 'functions/src/parking', '../../adapters/storage/storage.ts'],
  ['features-are-strangers', 'functions/src/approvals', '../../call-offs/call-off-view.ts'],
  ['features-are-strangers', 'functions/src/block-purchases', '../../enquiries/enquiry-view.ts'],
  ['adapters-see-no-feature', 'functions/src/adapters', '../../invoices/invoice-view.ts'],
  ['test-is-a-leaf', 'infra/tenant/src', '../../../../test/ports/people.ts'],
  ['local-tenant-knows-graph-only', 'infra/local-tenant/src', '@ap/shared/lists/register'],
  ['product-knows-no-tools', 'functions/src/mail', '../../../../infra/tenant/src/read-csv.ts'],
];

/** A small copy of the tree, with what leaks import in it: others read the real one meanwhile. */
const prepare = (plot: string): void => {
  const write = (file: string, content: string): void => {
    mkdirSync(path.dirname(path.join(plot, file)), { recursive: true });
    writeFileSync(path.join(plot, file), content);
  };
  for (const file of ['tsconfig.json', '.dependency-cruiser.cjs', 'shared/package.json'])
    write(file, readFileSync(path.join(root, file), 'utf8'));
  for (const name of ['zod', '@microsoft/teams-js']) {
    mkdirSync(path.join(plot, 'node_modules', path.dirname(name)), { recursive: true });
    cpSync(path.join(root, 'node_modules', name), path.join(plot, 'node_modules', name), { recursive: true });
  }
  mkdirSync(path.join(plot, 'node_modules/@ap'));
  symlinkSync('../../shared', path.join(plot, 'node_modules/@ap/shared'));
  write('shared/src/lists/register.ts', leak('./lots.ts'));
  for (const [, folder, imported] of leaks) {
    if (imported.startsWith('.')) write(path.join(folder, 'planted-leak', imported), 'export {};\n');
    write(`${folder}/planted-leak/leak.ts`, leak(imported));
  }
};

/** What the checker says of these files. */
const cruisePlanted = (): string => {
  const plot = mkdtempSync(path.join(tmpdir(), 'planted-leak-'));
  try {
    prepare(plot);
    const checker = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const files = leaks.map(([, folder]) => `${folder}/planted-leak/leak.ts`);
    return spawnSync(process.execPath, [checker, '--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...files], {
      cwd: plot,
      encoding: 'utf8',
    }).stdout;
  } finally {
    rmSync(plot, { recursive: true, force: true });
  }
};

let told = '';
beforeAll(() => {
  told = cruisePlanted();
});

test('every rule has a leak that is planted for it', () => {
  expect([...new Set(leaks.map(([rule]) => rule))].sort()).toEqual([...rules].sort());
});

test.each(leaks)('%s catches a leak in %s', (rule, folder) => {
  expect(told.replace(/\s+/g, ' ')).toContain(`${rule}: ${folder}/planted-leak/leak.ts`);
});
