import { number, reference, text } from '@ap/shared/lists/column';
import { defineList, type Fields, type ListDefinition } from '@ap/shared/lists/list';
import type { Migration } from '@ap/shared/lists/schema/migration';
import { settings as settingsList } from '@ap/shared/lists/settings';
import { localEnvironment } from '@ap/tenant/local-environment';
import { migrate } from '@ap/tenant/migrate/migrate';
import { readTenantSettings } from '@ap/tenant/tenant-settings';
import { type ListStore, listStore } from '../../functions/src/adapters/sharepoint/list-store.ts';
import { schemaGate, versionInSettings } from '../../functions/src/adapters/sharepoint/schema-gate.ts';
import { ProblemError } from '../../functions/src/http/problem-reply.ts';
import { registerOfATest, type TestRegister } from '../support/register-of-a-test.ts';

// A list of its own goes through a change of type, from hours in a text to minutes in a number, while three releases write it side by side: one that knows only the text, one
// that writes both and believes the text, one that believes the number. Each write adds an hour to a row. Whatever was answered as written must be there at the end.

const title = reference({ label: 'Visit', holds: 'none', required: true, indexed: true, unique: true });
const hours = text({ label: 'Hours', holds: 'none' });
const minutes = number({ label: 'Minutes', holds: 'none' });
const shown = { title: 'PlantedVisits', description: 'Planted by a test.', handEdited: false, views: [] } as const;
const oldList = defineList({ ...shown, columns: { Title: title, Hours: hours } });
const newList = defineList({ ...shown, columns: { Title: title, Hours: hours, Minutes: minutes } });

const expand: Migration = { version: 2, list: shown.title, what: 'Minutes stand in a column of numbers.' };
const fill: Migration = {
  version: 3,
  list: shown.title,
  what: 'Minutes are read from now on.',
  fill: { reads: ['Hours'], writes: ['Minutes'], of: ({ Hours }) => ({ Minutes: Number(Hours ?? 0) * 60 }) },
};

const rowCount = 12;
let tenant: TestRegister;
const logged: { readonly name: string; readonly fields: unknown }[] = [];
const log = { event: (_level: string, name: string, fields?: unknown) => void logged.push({ name, fields }) };

beforeAll(async () => {
  tenant = await registerOfATest();
});
afterAll(() => tenant?.stop());
afterEach(() => tenant.people.control('DELETE', '/_local/faults'));

const said: string[] = [];
const bringTo = (list: ListDefinition, migrations: readonly Migration[], apply = true) =>
  migrate({
    register: [settingsList, list],
    migrations,
    settings: readTenantSettings(localEnvironment(tenant.stateDir)),
    apply,
    say: (line) => said.push(line),
  });

/** A running release: how it adds an hour to a row. `migrations`: those it was built with. */
const release = <L extends typeof oldList | typeof newList>(
  list: L,
  migrations: readonly Migration[],
  next: (fields: Fields<typeof newList>) => Partial<Fields<typeof newList>>,
) => {
  const { mirror } = tenant.lists().settings;
  const gate = schemaGate(
    migrations,
    async () => {
      await mirror.refresh();
      return versionInSettings(mirror)();
    },
    log as never,
  );
  const store = listStore(tenant.graph, tenant.sitePath, list as ListDefinition, undefined, gate) as unknown as ListStore<typeof newList>;
  let added = 0;
  let refused = 0;
  let running = true;
  const addHour = async (id: number): Promise<void> => {
    try {
      const row = await store.get(id);
      if (!row) throw new Error(`Row ${id} is gone`);
      if ((await store.update(row, next(row.fields))).ok) added += 1;
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'lists-behind')) throw error;
      refused += 1;
    }
  };
  const work = (async () => {
    for (let turn = 0; running; turn += 1) await addHour((turn % rowCount) + 1);
  })();
  return {
    added: () => added,
    refused: () => refused,
    until: async (enough: () => boolean) => {
      while (running && !enough()) await Promise.race([work, new Promise((soon) => setTimeout(soon, 20))]);
    },
    stop: async () => {
      running = false;
      await work;
      return added;
    },
  };
};

const more = (fields: Fields<typeof newList>): number => Number(fields.Hours ?? 0) + 1;
const theOld = () => release(oldList, [], (fields) => ({ Hours: String(more(fields)) }));
const theBoth = () => release(newList, [expand], (fields) => ({ Hours: String(more(fields)), Minutes: more(fields) * 60 }));
const theNew = () => release(newList, [expand, fill], ({ Minutes = 0 }) => ({ Hours: String((Minutes + 60) / 60), Minutes: Minutes + 60 }));

test('a change of type goes through three releases that write side by side, and loses nothing', async () => {
  await bringTo(oldList, []);
  const store = listStore(tenant.graph, tenant.sitePath, oldList);
  for (let row = 1; row <= rowCount; row += 1) await store.add({ Title: `V-${row}`, Hours: '1' });

  // A release that needs the column runs before it is there: it touches nothing and says so; the old one goes on.
  const old = theOld();
  const both = theBoth();
  await both.until(() => both.refused() > 2 && old.added() > 2);
  expect(both.added()).toBe(0);
  expect(logged).toContainEqual({ name: 'lists-behind', fields: { list: shown.title, needed: 2, found: 1 } });

  await bringTo(newList, [expand], false);
  expect(said).toContain('Nothing was changed. With --apply it is done.');
  expect(said.join('\n')).toContain(`add column ${shown.title}.Minutes`);
  await bringTo(newList, [expand]);
  await both.until(() => both.added() > 5 && old.added() > 5);
  const byOld = await old.stop();

  // The rows that nobody wrote since are filled while both releases run; the tenant is busy, and once it breaks the command off.
  const latest = theNew();
  await latest.until(() => latest.refused() > 2);
  expect(latest.added()).toBe(0);
  const broken = { match: { method: 'PATCH', path: '/Settings/|/Settings$' }, respond: { status: 403 }, times: 1 };
  await tenant.people.control('POST', '/_local/faults', broken);
  await tenant.people.control('POST', '/_local/faults', {
    match: { method: 'PATCH', path: `/${shown.title}/` },
    respond: { status: 429, retryAfter: 1 },
    times: 2,
  });
  await expect(bringTo(newList, [expand, fill])).rejects.toThrow('Version 3 is not reached');
  await bringTo(newList, [expand, fill]);
  await latest.until(() => latest.added() > 5);
  const byBoth = await both.stop();
  const byLatest = await latest.stop();

  const { changes } = await listStore(tenant.graph, tenant.sitePath, newList).changes(undefined);
  const rows = changes.flatMap((change) => (change.kind === 'row' ? [change.row.fields] : []));
  expect(rows).toHaveLength(rowCount);
  expect(rows.filter(({ Hours, Minutes }) => Number(Hours) * 60 !== Minutes)).toEqual([]);
  expect(rows.reduce((sum, { Minutes = 0 }) => sum + Minutes / 60, 0)).toBe(rowCount + byOld + byBoth + byLatest);
});

test('code that is older than the lists finds nothing to do, and goes on', async () => {
  said.length = 0;
  await bringTo(oldList, []);
  expect(said).toEqual(['The lists are at version 3, and this code at 1: it runs on with them. Nothing is to be done.']);
  const old = theOld();
  await old.until(() => old.added() > 2);
  expect(await old.stop()).toBeGreaterThan(2);
});

test('rows that go on changing without the new column are told, and the version is not reached', async () => {
  const next: Migration = { ...fill, version: 4, what: 'Too early.' };
  const old = theOld();
  const started = old.added();
  await old.until(() => old.added() > started + 3);
  // However slow this machine is: between two readings of the whole list the old release has written.
  await tenant.people.control('POST', '/_local/faults', {
    match: { method: 'GET', path: `/${shown.title}/items\\?` },
    respond: { delayMs: 1000 },
    times: 20,
  });
  const outcome = bringTo(newList, [expand, fill, next]);
  await expect(outcome).rejects.toThrow('code runs that does not write it yet');
  await old.stop();
  await tenant.people.control('DELETE', '/_local/faults');
  await bringTo(newList, [expand, fill, next]);
  expect(said.at(-1)).toBe('The lists are at version 4.');
});
