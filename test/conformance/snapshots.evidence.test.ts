import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { listingOf } from '@ap/shared/domain/register/service-may-be-ordered';
import { providers } from '@ap/shared/lists/providers';
import outcodes from '../../functions/src/adapters/geography/outcodes.json' with { type: 'json' };
import { directoryOf } from '../../functions/src/adapters/sharepoint/directory.ts';
import { readSnapshot, writeSnapshot } from '../../functions/src/adapters/sharepoint/list-snapshot.ts';
import { providerRegister } from '../../functions/src/adapters/sharepoint/provider-register.ts';
import { readingBooks } from '../../functions/src/adapters/storage/reading-books.ts';
import { snapshotStore } from '../../functions/src/adapters/storage/snapshots.ts';
import type { ReadingBooks, Snapshots } from '../../functions/src/ports/kept.ts';
import { searchedSpan } from '../bench/cost/searched-span.ts';
import { registerOfATest, type TestRegister } from '../support/register-of-a-test.ts';
import { eventually } from '../support/signed-in.ts';
import { storageOfATest, type TestStorage } from '../support/storage-of-a-test.ts';

// A process that starts, with what the one before it kept in a blob: faster at best, never wrong.

let tenant: TestRegister;
let azurite: TestStorage;
beforeAll(async () => {
  [tenant, azurite] = await Promise.all([registerOfATest(), storageOfATest()]);
});
afterAll(async () => {
  await tenant?.stop();
  await azurite?.stop();
});

const now = () => new Date().toISOString();
const everything = { page: 1, pageSize: 50, sort: 'name' } as const;

/** A process that starts now: its directory, its lists, and what it logged. */
const start = (snapshots: Snapshots, books?: ReadingBooks) => {
  const logged: string[] = [];
  const lists = tenant.lists(snapshots, { event: (_level, name) => logged.push(name) }, books);
  const of = async () => `this release ${await tenant.sitePath()}`;
  const log = { event: (_level: string, name: string) => void logged.push(name) };
  const directory = directoryOf(lists, { outcodes, towns: {} }, { now }, { snapshots, of, log });
  return { lists, logged, directory, search: async () => (await directory.search(everything)).items };
};

/** The blobs after a first process has searched, and what it found. */
const kept = async () => {
  const snapshots = snapshotStore(azurite.fresh());
  const found = await start(snapshots).search();
  for (const title of ['Providers', 'Services', 'QaChecks', 'RateCards', 'Lots', 'Frameworks', 'ProviderSites'])
    await eventually(`a snapshot of ${title}`, () => snapshots.load(title));
  await eventually('a snapshot of the index', () => snapshots.loadBytes('Directory'));
  return { snapshots, found };
};

const setProvider = async (ref: string, status: 'active' | 'suspended') => {
  const { store } = tenant.lists().providers;
  const [row] = await store.find('Title', ref);
  if (!row || !(await store.update(row, { Status: status })).ok) throw new Error(`${ref} could not be changed`);
};

test('a second process finds what the first one found, and asks only what changed since', async () => {
  const { snapshots, found } = await kept();
  expect(found.length).toBeGreaterThan(20);
  const second = start(snapshots);
  const read: number[] = [];
  for (const { feed } of [second.lists.providers, second.lists.services]) {
    const { since } = feed;
    Object.assign(feed, {
      since: async (...asked: Parameters<typeof since>) => {
        const answer = await since(...asked);
        read.push(answer.changes.length);
        return answer;
      },
    });
  }
  expect(await second.search()).toEqual(found);
  expect(read).toEqual([0, 0]);
  expect(second.logged).toEqual([]);
});

test('a provider that was suspended in between is not listed, not even in the first answer', async () => {
  const { snapshots, found } = await kept();
  const { providerRef, serviceRef } = found[0]!;
  await setProvider(providerRef, 'suspended');
  try {
    const second = start(snapshots);
    const listed = await second.search();
    expect(listed.map((item) => item.providerRef)).not.toContain(providerRef);
    expect(listed.length).toBeGreaterThan(0);
    const facts = await providerRegister(start(snapshots).lists).facts(serviceRef, 'known');
    expect(listingOf(facts, toLondonDate(now())).ok).toBe(false);
  } finally {
    await setProvider(providerRef, 'active');
  }
});

test('while the feed does not answer, nothing of a snapshot is shown', async () => {
  const { snapshots } = await kept();
  await tenant.people.fault({ path: '/items/delta' }, { status: 503 }, 60);
  try {
    await expect(start(snapshots).search()).rejects.toMatchObject({ name: 'ServiceBusy' });
  } finally {
    await tenant.people.control('DELETE', '/_local/faults');
  }
});

test.each<[string, (text: string) => Promise<string> | string]>([
  ['is broken', (text) => text.slice(0, 1_000)],
  ['has another status for a provider than was kept', (text) => text.replace('"Status":"active"', '"Status":"paused"')],
  [
    'has a link that the service does not take',
    async (text) => {
      const place = await tenant.sitePath();
      const snapshot = readSnapshot(providers, { place, release: 'this release' }, text);
      if (!snapshot) throw new Error('The snapshot does not fit');
      return writeSnapshot(
        providers,
        { place, release: 'this release' },
        { ...snapshot, rows: snapshot.rows.slice(1), link: `${snapshot.link}x` },
      );
    },
  ],
])('a snapshot that %s is not used: the list is read', async (_what, change) => {
  const { snapshots, found } = await kept();
  await snapshots.save('Providers', await change((await snapshots.load('Providers')) ?? ''));
  expect(await start(snapshots).search()).toEqual(found);
});

test('a storage that does not answer delays nobody for ever and hides nothing', async () => {
  const { found } = await kept();
  const broken: Snapshots = {
    load: async () => Promise.reject(new Error('The storage is down')),
    save: async () => Promise.reject(new Error('The storage is down')),
    loadBytes: async () => Promise.reject(new Error('The storage is down')),
    saveBytes: async () => Promise.reject(new Error('The storage is down')),
  };
  const process = start(broken);
  expect(await process.search()).toEqual(found);
  expect(process.logged).toContain('snapshot-not-read');
});

test('people and requests are kept in no snapshot', async () => {
  const names: string[] = [];
  const named = async (name: string) => void names.push(name);
  const process = start({ load: named, save: named, loadBytes: named, saveBytes: named });
  await process.search();
  await process.lists.buyerMembers.mirror.rows();
  await process.lists.callOffs.mirror.rows();
  await process.lists.buyers.mirror.rows();
  expect([...new Set(names)].sort()).toEqual([
    'Directory',
    'Frameworks',
    'Lots',
    'ProviderSites',
    'Providers',
    'QaChecks',
    'RateCards',
    'Services',
  ]);
});

test('what one process read of the lists the others know soon after, and their searches ask Graph for nothing', async () => {
  const storage = azurite.fresh();
  const [first, second] = [0, 1].map(() => start(snapshotStore(storage), readingBooks(storage)));
  if (!first || !second) throw new Error('There are two processes');
  const found = await first.search();
  expect(await second.search()).toEqual(found);
  const { providerRef } = found[0]!;
  await setProvider(providerRef, 'suspended');
  try {
    await first.lists.providers.mirror.refresh();
    await tenant.people.resetUsage();
    const isGone = async () => ((await second.search()).every((item) => item.providerRef !== providerRef) ? true : undefined);
    expect(await eventually('the other process to know', isGone)).toBe(true);
    expect((await tenant.people.usage()).units).toBe(0);
  } finally {
    await setProvider(providerRef, 'active');
  }
});

test('searches in three processes cost nothing, and no list is read for them beside the guard, where changes are hinted at', async () => {
  const { answered, searched } = await searchedSpan(tenant, { minutes: 2, perMinute: 34, processes: 3, areHinted: true });
  expect(answered).toBe(68);
  expect(searched).toBe(0);
});
