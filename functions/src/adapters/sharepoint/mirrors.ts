import { columnNames } from '@ap/shared/lists/codec';
import type { ListDefinition } from '@ap/shared/lists/list';
import { lists } from '@ap/shared/lists/register';
import { migrations } from '@ap/shared/lists/schema/migrations';
import type { Client } from '@microsoft/microsoft-graph-client';
import type { Log } from '../../ports/clock.ts';
import type { ReadingBooks, Snapshots } from '../../ports/kept.ts';
import { type ListFeed, listFeed } from './list-feed.ts';
import { type KeptSnapshot, type ListMirror, listMirror } from './list-mirror.ts';
import { readSnapshot, writeSnapshot } from './list-snapshot.ts';
import { type ListStore, listStore, type Row } from './list-store.ts';
import { type SchemaGate, schemaGate, versionInSettings } from './schema-gate.ts';
import { sharedFeed } from './shared-feed.ts';

/** A list both ways: read now, or as last known. */
export interface KeptList<L extends ListDefinition> {
  readonly store: ListStore<L>;
  readonly mirror: ListMirror<L>;
  /** What all who follow the list read of its changes. */
  readonly feed: ListFeed;
  /** What asks before each write whether lists are at the version that this code needs. */
  readonly gate: SchemaGate;
}

export type KeptLists = { readonly [K in keyof typeof lists]: KeptList<(typeof lists)[K]> };

/** What makes up the directory begins from snapshots; lists that tell of people or requests are kept nowhere else. */
const inSnapshots: readonly ListDefinition[] = [
  lists.frameworks,
  lists.lots,
  lists.providers,
  lists.providerSites,
  lists.services,
  lists.rateCards,
  lists.qaChecks,
];

/** What makes up the directory is read by one process for all. Standings name people: of those it is told only that they changed, and each process reads them. */
const readForAll: readonly ListDefinition[] = [...inSnapshots, lists.providerStandings];

/** What processes of a deployment share of their readings, and whether the service tells us of changes. */
export interface SharedReadings {
  readonly books: ReadingBooks;
  /** Whether changes are hinted at: then the guard's reading of each minute is enough beside. */
  readonly areHinted: () => boolean;
  /** The code that reads: what it has read before it need not judge again. */
  readonly release: () => Promise<string>;
}

/** How old a shared reading may grow, in milliseconds: a little more than the guard's minute where changes are hinted at, half of it where they are not. */
const untilTheGuard = 65_000;
const withoutHints = 30_000;

/** Every list of the register, each with its store and its delta-fed mirror, keyed by Title. */
export const keptLists = (
  client: Client,
  sitePath: () => Promise<string>,
  log: Log,
  now: () => number,
  snapshots: Snapshots,
  { books, areHinted, release }: SharedReadings,
): KeptLists => {
  const madeOf = async () => ({ place: await sitePath(), release: await release() });
  const snapshotOf = <L extends ListDefinition>(list: L): KeptSnapshot<L> => ({
    load: async () => {
      const text = await snapshots.load(list.title);
      return text === undefined ? undefined : readSnapshot(list, await madeOf(), text);
    },
    save: async (snapshot) => snapshots.save(list.title, writeSnapshot(list, await madeOf(), snapshot)),
  });
  const shared = (list: ListDefinition, feed: ListFeed): Pick<ListFeed, 'since'> => {
    const columns = columnNames(list);
    return sharedFeed({
      list: list.title,
      feed,
      book: books(list.title),
      of: async () => [await sitePath(), ...columns].join(' '),
      columns: inSnapshots.includes(list) ? columns : undefined,
      log,
      now,
    });
  };
  const restsFor = (): number => (areHinted() ? untilTheGuard : withoutHints);
  const gate: SchemaGate = schemaGate(migrations, () => versionInSettings(kept.settings.mirror)(), log);
  const keep = <L extends ListDefinition>(list: L): KeptList<L> => {
    const snapshot = inSnapshots.includes(list) ? snapshotOf(list) : undefined;
    const feed = listFeed(client, sitePath, list, now);
    const store = listStore(client, sitePath, list, feed, gate);
    const isShared = readForAll.includes(list);
    const keyOf = (row: Row<L>): string => String((row.fields as { Title?: unknown }).Title);
    const mirrored = isShared ? listStore(client, sitePath, list, { ...feed, ...shared(list, feed) }) : store;
    return { feed, store, gate, mirror: listMirror(mirrored, list.title, log, now, keyOf, snapshot, isShared ? { restsFor } : undefined) };
  };
  // Each name keeps the list that it had, which the types of `fromEntries` cannot follow.
  const kept = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, keep<ListDefinition>(list)])) as unknown as KeptLists;
  return kept;
};

const keptList = (lists: KeptLists, title: string) =>
  Object.entries(lists).find(([name]) => name.toLowerCase() === title.toLowerCase())?.[1];

/** Brings the copy of one list up to date, where there is one. */
export const refreshList = async (lists: KeptLists, title: string): Promise<void> => keptList(lists, title)?.mirror.refresh();

/** Somebody in this process has just read a list for its changes. */
export const followList = (lists: KeptLists, title: string): void => keptList(lists, title)?.mirror.follow();

/** The feed of one list, where it is kept. */
export const feedOf = (lists: KeptLists, title: string): ListFeed | undefined => keptList(lists, title)?.feed;

/** One row by its Title: by its known id where the mirror has it (1 resource unit), by query where it does not (2). The Title is checked: an id may be another's now. */
export const freshByTitle = async <L extends ListDefinition>({ store, mirror }: Pick<KeptList<L>, 'store' | 'mirror'>, title: string) => {
  const known = await mirror.byKey(title);
  if (known) {
    const row = await store.get(known.id);
    if (row && (row.fields as { Title?: unknown }).Title === title) return row;
  }
  return (await store.find('Title' as Parameters<typeof store.find>[0], title))[0];
};
