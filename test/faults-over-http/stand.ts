import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildStale } from '@ap/local/launch/builds';
import { moveClock } from '@ap/local/launch/clock';
import { freePorts } from '@ap/local/launch/ports';
import { silentProgress } from '@ap/local/launch/progress';
import { projectFolder } from '@ap/local/launch/project-folder';
import { localSettings } from '@ap/local/launch/settings';
import { writeSettingsFile } from '@ap/local/launch/settings-file';
import { startStack } from '@ap/local/launch/stack';
import { councilTenantId } from '@ap/local/sample/ids';
import { ensureSampleSecrets } from '@ap/local/sample/secrets';
import { pence } from '@ap/shared/domain/money/money';
import { budgets } from '@ap/shared/lists/budgets';
import { encodeFields } from '@ap/shared/lists/codec';
import { storage } from '../../functions/src/adapters/storage/storage.ts';
import { watchedQueues } from '../../functions/src/ports/stuck.ts';
import { listEditor } from '../support/list-editor.ts';
import { timersByHand } from '../support/running-stack.ts';
import { peopleOf } from '../support/signed-in.ts';
import { keepHost } from './host-keeper.ts';
import { membersOf, type School, schoolsOf, withSchools, yearsOfBudgets } from './schools.ts';
import { openStorageDoor } from './storage-door.ts';

/**
 * The stack of `npm start` without its windows, in which each of these schools can buy: Azurite behind a door that goes wrong, the local tenant, and a Functions
 * host that can be killed.
 */
export const openStand = async (schoolCount: number) => {
  const stateDir = mkdtempSync(path.join(tmpdir(), 'ap-over-http-'));
  const ports = await freePorts();
  const schools = schoolsOf(schoolCount);
  await buildStale('functions', silentProgress);
  const stack = await startStack({
    stateDir,
    ports,
    only: ['azurite', 'tenant', 'register'],
    changeOrganisation: withSchools(schools),
    mayBeNotified: true,
  });
  const undo: (() => Promise<void>)[] = [() => stack.stop()];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
    rmSync(stateDir, { recursive: true, force: true });
  };
  try {
    const people = peopleOf({ ...stack.addresses, caPath: stack.caPath });
    const administrator = listEditor({ people }, 'administrator');
    for (const school of schools) await enter(administrator, school);
    if (stack.storage === undefined) throw new Error('The stand has no storage.');
    // The storage itself, not by the door.
    const store = storage({ AzureWebJobsStorage: stack.storage, DEPLOYMENT_NAME: 'local' });
    const killer = { kill: (): void => undefined };
    const door = await openStorageDoor({ connection: stack.storage, storage: store, killHost: () => killer.kill() });
    undo.push(() => door.close());
    const values = {
      ...localSettings(stack.addresses, await ensureSampleSecrets(stateDir), door.connection, stateDir),
      ...timersByHand,
    };
    const host = await keepHost({
      root: path.join(projectFolder, 'functions'),
      port: ports.functions,
      settingsFile: writeSettingsFile(stateDir, values, []),
      caPath: stack.caPath,
      stateDir,
      afterEnd: door.giveBack,
    });
    undo.push(() => host.stop());
    killer.kill = host.kill;
    const runTimer = async (name: string): Promise<void> => (await host.up()).trigger(name);
    await runTimer('guardLists');
    await runTimer('renewSubscriptions');
    return {
      schools,
      people,
      administrator,
      door,
      host,
      runTimer,
      stateDir,
      api: stack.addresses.api,
      storage: store,
      /** Messages in all queues, those that wait for their time included. */
      waiting: async (): Promise<number> => {
        const counts = await Promise.all(
          watchedQueues.map(async (name) => (await store.queue(name).getProperties()).approximateMessagesCount ?? 0),
        );
        return counts.reduce((total, count) => total + count, 0);
      },
      /** Whether any effect waits for its receipt that no person was told of. */
      expects: async (): Promise<boolean> => {
        for await (const { toldAt } of store.table('expected').listEntities<{ toldAt?: string }>()) if (toldAt === undefined) return true;
        return false;
      },
      clock: productClock(stateDir),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

export type Stand = Awaited<ReturnType<typeof openStand>>;

/** The product's clock, which only goes on. */
const productClock = (stateDir: string) => {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  return {
    now: (): string => new Date(now()).toISOString(),
    pass: (milliseconds: number): void => {
      ahead += milliseconds;
      moveClock(stateDir, new Date(now()).toISOString());
    },
  };
};

const enter = async (administrator: ReturnType<typeof listEditor>, school: School): Promise<void> => {
  const { buyerRef, name, budget } = school;
  await administrator.edit('Buyers', buyerRef, {
    BuyerType: 'maintained-school',
    TenantIds: councilTenantId,
    LegalBuyer: `The governing body of ${name}`,
    InvoiceAddress: `Finance office, ${name}`,
  });
  for (const row of membersOf(school)) await administrator.add('BuyerMembers', row);
  if (budget === undefined) return;
  for (const year of yearsOfBudgets) {
    const row = { Title: `${buyerRef} ${year}`, BuyerRef: buyerRef, Year: year, Allocated: pence(budget), SystemNote: undefined };
    await administrator.add('Budgets', encodeFields(budgets, row, 'create'));
  }
};
