import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { samplePeople } from '@ap/local/sample/people';
import { localDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { qualityMachines } from '@ap/shared/domain/quality/machines';
import { tenderMachines } from '@ap/shared/domain/tenders/machines';
import { register } from '@ap/shared/lists/register';
import { versionAfter } from '@ap/shared/lists/schema/migration';
import { migrations } from '@ap/shared/lists/schema/migrations';
import { blockDocumentation } from './block-documentation.ts';
import { grant } from './grant/grant.ts';
import { listDocumentation } from './list-documentation.ts';
import { localEnvironment, runAgainTrustingLocalAuthority } from './local-environment.ts';
import { schemaChanges, schemaFaults } from './migrate/judge-schema.ts';
import { migrate } from './migrate/migrate.ts';
import { readRecord, recordText, schemaOf } from './migrate/recorded-schema.ts';
import { openApiText } from './open-api-text.ts';
import { orderDocumentation } from './order-documentation.ts';
import { privacyDocumentation } from './privacy-documentation.ts';
import {
  blockDocumentationPath,
  documentationPath,
  localStateDir,
  openApiPath,
  orderDocumentationPath,
  privacyDocumentationPath,
  qualityDocumentationPath,
  recordedSchemaPath,
  releasesPagePath,
  releasesPath,
  tenderDocumentationPath,
} from './project-paths.ts';
import { provision } from './provision/provision.ts';
import { qualityDocumentation } from './quality-documentation.ts';
import { backup } from './recovery/backup.ts';
import { restore } from './recovery/restore.ts';
import { storageOf } from './recovery/storage-of.ts';
import { readReleases, releasesPage } from './release-notes.ts';
import { seed } from './seed/seed.ts';
import { readTenantSettings, type TenantSettings } from './tenant-settings.ts';
import { tenderDocumentation } from './tender-documentation.ts';
import { writeChanged } from './write-changed.ts';

const usage = `Usage: main.ts COMMAND [--local] [--state DIR]
  provision [--dry-run]   make the lists, or what they lack, and verify them
  migrate [--apply]       show what brings lists that are in use to the version of this code; --apply does it
  schema                  record what the lists store, once a migration says what changed
  grant                   give the product's app write on their site, and no more
  seed [--today DAY]      fill them with the sample
  backup --to DIR         copy every list, and what the storage alone knows, as it all was at one moment
  restore --from DIR      show what it would take to bring a copy back; --yes does it, --wipe deletes rows in the way, --app-stopped believes you
  drill [--from DIR]      bring a copy (default: one of the local run, taken now) back into a fresh local tenant, and report
  docs                    write docs/lists.md, docs/tenders.md, docs/quality.md, docs/block-purchases.md, docs/orders.md,
                          docs/data-classification.md, docs/openapi.json and the page of what is new
--local: the local run, from what the launcher wrote under .local (or --state). Otherwise the environment names the tenant.`;

const say = (line: string): void => console.log(line);

const readArguments = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      local: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      state: { type: 'string' },
      today: { type: 'string' },
      to: { type: 'string' },
      from: { type: 'string' },
      yes: { type: 'boolean', default: false },
      wipe: { type: 'boolean', default: false },
      'app-stopped': { type: 'boolean', default: false },
      apply: { type: 'boolean', default: false },
    },
  });
  if (positionals.length !== 1) throw new Error(usage);
  return { ...values, command: positionals[0] };
};

/** Takes the schema of the code for the recorded one. Throws for a change that no migration tells, or that is not safe. */
const recordSchema = (): void => {
  const then = readRecord(readFileSync(recordedSchemaPath, 'utf8'));
  const now = schemaOf(register, versionAfter(migrations));
  const faults = schemaFaults(then, now, migrations);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  for (const { list, what } of schemaChanges(then, now, migrations)) say(`${list}: ${what}`);
  say(writeChanged(recordedSchemaPath, recordText(now)) ? 'The schema is recorded.' : 'The schema is as it was recorded.');
};

const run = async (): Promise<void> => {
  const {
    command,
    local,
    state = localStateDir,
    today,
    to,
    from,
    yes,
    wipe,
    apply,
    'dry-run': dryRun,
    'app-stopped': appStopped,
  } = readArguments();
  const settings = (): TenantSettings => readTenantSettings(local ? localEnvironment(state) : process.env);
  if (command === 'docs') {
    const made: readonly (readonly [file: string, text: string])[] = [
      [documentationPath, listDocumentation(register)],
      [tenderDocumentationPath, tenderDocumentation(tenderMachines)],
      [qualityDocumentationPath, qualityDocumentation(qualityMachines)],
      [blockDocumentationPath, blockDocumentation()],
      [orderDocumentationPath, orderDocumentation()],
      [privacyDocumentationPath, privacyDocumentation()],
      [openApiPath, openApiText()],
      [releasesPagePath, releasesPage(readReleases(readFileSync(releasesPath, 'utf8')))],
    ];
    const changed = made.filter(([file, text]) => writeChanged(file, text));
    for (const [file] of changed) say(`Written: ${file}`);
    say(`${made.length} documents are made of code; ${made.length - changed.length} were as they should be.`);
    return;
  }
  if (command === 'schema') return recordSchema();
  if (local) {
    const exitCode = runAgainTrustingLocalAuthority(state);
    if (exitCode !== undefined) {
      process.exitCode = exitCode;
      return;
    }
  }
  if (command === 'provision') return provision({ register, settings: settings(), dryRun, say });
  if (command === 'migrate') return migrate({ register, migrations, settings: settings(), apply, say });
  if (command === 'grant') return grant({ settings: settings(), say });
  if (command === 'backup' && to !== undefined) {
    await backup({ register, settings: settings(), ...storageOf(local ? state : undefined), to, say });
    return;
  }
  if (command === 'drill') {
    // It starts a stack of its own, which no other command has to load.
    const { drill } = await import('./recovery/drill.ts');
    return drill({ register, from, state, say });
  }
  if (command === 'restore' && from !== undefined)
    return restore({ register, settings: settings(), ...storageOf(local ? state : undefined), from, yes, wipe, appStopped, say });
  if (command !== 'seed') throw new Error(usage);
  const day = today === undefined ? toLondonDate(new Date().toISOString()) : localDate(today);
  return seed({ settings: settings(), today: day, people: local ? samplePeople : [], say });
};

run().catch((failure: Error) => {
  console.error(failure.message);
  process.exitCode = 1;
});
