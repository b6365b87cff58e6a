import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// The checker itself is checked: a leak is planted for every rule, each must be found, and they are taken out again.

const root = path.resolve(__dirname, '../..');
const rules = (
  createRequire(__filename)(path.join(root, '.dependency-cruiser.cjs')) as { forbidden: readonly { name: string }[] }
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

/** What the checker says of these files, planted for the moment. */
const cruisePlanted = (): string => {
  try {
    for (const [, folder, imported] of leaks) {
      mkdirSync(path.join(root, folder, 'planted-leak'), { recursive: true });
      writeFileSync(path.join(root, folder, 'planted-leak/leak.ts'), leak(imported));
    }
    return spawnSync(
      process.execPath,
      [
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
        ...leaks.map(([, folder]) => `${folder}/planted-leak/leak.ts`),
      ],
      { cwd: root, encoding: 'utf8' },
    ).stdout;
  } finally {
    for (const [, folder] of leaks) rmSync(path.join(root, folder, 'planted-leak'), { recursive: true, force: true });
    rmSync(path.join(root, 'shared/src/search/other'), { recursive: true, force: true });
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
