import type { ListDefinition } from '@ap/shared/lists/list';
import { ServiceBusy } from '../../http/service-busy.ts';
import type { Log } from '../../ports/clock.ts';
import { forEverybody } from '../graph/give-way.ts';
import type { ListSnapshot } from './list-snapshot.ts';
import type { ListStore, Row } from './list-store.ts';

/** How old the mirror may grow before a use brings it up to date behind the scenes, and before a use waits for that. */
const refreshAfter = 30_000;
const waitAfter = 300_000;
/** How long a refresh that failed is left alone, by what the service asks for: each use would try it again at once, and each refused try is charged. */
const restAfterFailure = 10_000;
const mostRest = 60_000;
/** How often a copy looks for what other processes read, while it is used: that costs no request of Graph. */
const lookAfter = 2_000;
/** How old a reading is that somebody in this process has just made, at most. */
const justNow = 5_000;
/** A snapshot is written after a change, at most this often. */
const snapshotAfter = 300_000;

/** Where a mirror keeps what it knows for the process that starts next. */
export interface KeptSnapshot<L extends ListDefinition> {
  readonly load: () => Promise<ListSnapshot<L> | undefined>;
  readonly save: (snapshot: ListSnapshot<L>) => Promise<void>;
}

/** How a copy rests whose readings are shared by processes. */
export interface SharedRest {
  /** How old a reading may grow before one of the processes reads, in milliseconds. */
  readonly restsFor: () => number;
}

/** A row as it was, where it was known, and as it is, where it is still there. */
export type RowWatcher<L extends ListDefinition> = (before: Row<L> | undefined, after: Row<L> | undefined) => void;

/** A delta-fed copy of one list in memory. Where processes share their readings, one that is older than 30 s is made anew by one of them. */
export interface ListMirror<L extends ListDefinition> {
  /** Rows as last known. Starts a refresh in the background when they are older than 30 s; waits for one when they are older than 5 minutes. */
  readonly rows: () => Promise<readonly Row<L>[]>;
  /** One row by a text column. */
  readonly byKey: (key: string) => Promise<Row<L> | undefined>;
  /** Puts an own write in at once: nobody waits for the feed to see what they did. */
  readonly put: (row: Row<L>) => void;
  readonly refresh: () => Promise<void>;
  /** As `rows`, for whoever was told of each of them. */
  readonly ready: () => Promise<void>;
  /** Somebody in this process has just read the list: where readings are shared, that one becomes the others' too. A copy that nobody has used yet stays as it is. */
  readonly follow: () => void;
  /** Tells of each row that is there, and from now on of each that comes, changes or goes, before anybody who asks for rows is answered. */
  readonly watch: (watcher: RowWatcher<L>) => void;
  readonly freshAt: () => number;
  /** The delta link up to which the rows are known; `undefined` before the first reading. */
  readonly link: () => string | undefined;
}

/**
 * Mirrors a list by its `Title` (or another key column). Unreadable rows are left out and reported: nothing unreadable is listed. A snapshot is only where the first
 * reading begins: nothing of it is shown before the feed has told what changed since. `shared`: other processes read the list too, and what they read is looked for every 2 s.
 */
export const listMirror = <L extends ListDefinition>(
  store: ListStore<L>,
  title: string,
  log: Log,
  now: () => number,
  keyOf: (row: Row<L>) => string,
  snapshot?: KeptSnapshot<L>,
  shared?: SharedRest,
): ListMirror<L> => {
  const rows = new Map<number, Row<L>>();
  const keys = new Map<string, number>();
  const watchers: RowWatcher<L>[] = [];
  let link: string | undefined;
  let freshAt = 0;
  let lookedAt = 0;
  let generation = 0;
  let running: Promise<void> | undefined;
  let failed: { readonly until: number; readonly error: unknown } | undefined;
  let begun = snapshot === undefined;
  let saved = { at: 0, generation: 0 };

  /** A key that another row bears by now stays that row's: the feed may tell of a row's successor before its end. */
  const release = (row: Row<L>): void => {
    if (keys.get(keyOf(row)) === row.id) keys.delete(keyOf(row));
  };
  const tell = (before: Row<L> | undefined, after: Row<L> | undefined): void => {
    generation += 1;
    for (const watcher of watchers) watcher(before, after);
  };
  const set = (row: Row<L>): void => {
    const before = rows.get(row.id);
    if (before) release(before);
    rows.set(row.id, row);
    keys.set(keyOf(row), row.id);
    tell(before, row);
  };
  const drop = (id: number): void => {
    const before = rows.get(id);
    if (!before) return;
    release(before);
    rows.delete(id);
    tell(before, undefined);
  };

  const attempt = async <T>(what: string, act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act();
    } catch (error) {
      log.event('warning', what, { list: title, error: error instanceof Error ? error.name : 'unknown' });
      return undefined;
    }
  };
  /** Takes what the process before knew, once. Own writes that came first stay. */
  const begin = async (): Promise<void> => {
    if (begun) return;
    begun = true;
    const kept = await attempt('snapshot-not-read', async () => snapshot?.load());
    if (!kept) return;
    for (const row of kept.rows) if (!rows.has(row.id)) set(row);
    link = kept.link;
    saved = { at: now(), generation };
  };
  const changesSince = async (mayBe: number): ReturnType<ListStore<L>['changes']> => {
    try {
      return await store.changes(link, mayBe);
    } catch (error) {
      if (link === undefined || error instanceof ServiceBusy) throw error;
      // A link that the service does not take, from a snapshot of long ago: everything is read, and what is not there is dropped.
      log.event('warning', 'delta-link-refused', { list: title });
      return store.changes(undefined);
    }
  };
  const saveSnapshot = async (): Promise<void> => {
    if (!snapshot || link === undefined || generation === saved.generation || now() - saved.at < snapshotAfter) return;
    const kept = { link, rows: [...rows.values()] };
    saved = { at: now(), generation };
    await attempt('snapshot-not-saved', () => snapshot.save(kept));
  };

  const load = async (mayBe: number): Promise<void> => {
    lookedAt = now();
    await begin();
    const { changes, next, complete, began } = await changesSince(mayBe);
    const present = new Set<number>();
    for (const change of changes) {
      if (change.kind === 'row') {
        // An own write may be newer than the page that was read while it happened: versions in eTags only grow.
        if (!isOlder(change.row, rows.get(change.row.id))) set(change.row);
        present.add(change.row.id);
      } else {
        const id = change.id;
        drop(id);
        if (change.kind === 'unreadable')
          log.event('error', 'row-unreadable', { list: title, id, columns: change.issues.map((issue) => issue.column).join(',') });
      }
    }
    if (complete) for (const id of [...rows.keys()]) if (!present.has(id)) drop(id);
    link = next;
    freshAt = began;
    // Nobody waits for it.
    void saveSnapshot();
  };

  const restsFor = (): number => shared?.restsFor() ?? refreshAfter;
  const refresh = (mayBe = 0): Promise<void> => {
    running ??= forEverybody(() => load(mayBe))
      .then(
        () => {
          failed = undefined;
        },
        (error: unknown) => {
          const asked = error instanceof ServiceBusy ? error.retryAfterSeconds * 1000 : 0;
          failed = { until: now() + Math.min(mostRest, Math.max(asked, restAfterFailure)), error };
          throw error;
        },
      )
      .finally(() => {
        running = undefined;
      });
    return running;
  };

  /** A clock that was set back tells nothing: whatever was then is long ago. */
  const sinceThen = (instant: number): number => (now() < instant ? Number.POSITIVE_INFINITY : now() - instant);

  const use = async (): Promise<void> => {
    const age = sinceThen(freshAt);
    if (failed && now() < failed.until) {
      if (age > waitAfter) throw failed.error;
      return;
    }
    if (age > waitAfter) return refresh(restsFor());
    const isDue = shared ? sinceThen(lookedAt) > lookAfter : age > refreshAfter;
    if (isDue && !running) refreshBehind();
  };
  const refreshBehind = (mayBe = restsFor()): void => {
    refresh(mayBe).catch((error: unknown) =>
      log.event('warning', 'mirror-not-refreshed', { list: title, error: error instanceof Error ? error.name : 'unknown' }),
    );
  };

  return {
    rows: async () => {
      await use();
      return [...rows.values()];
    },
    byKey: async (key) => {
      await use();
      const id = keys.get(key);
      return id === undefined ? undefined : rows.get(id);
    },
    put: set,
    refresh: () => refresh(),
    ready: use,
    follow: () => {
      if (shared && link !== undefined && !running) refreshBehind(justNow);
    },
    watch: (watcher) => {
      for (const row of rows.values()) watcher(undefined, row);
      watchers.push(watcher);
    },
    freshAt: () => freshAt,
    link: () => link,
  };
};

/** How often a row was written, as its ETag counts. */
export const versionInETag = (eTag: string): number => Number(/,(\d+)"?$/.exec(eTag)?.[1] ?? 0);

const isOlder = <L extends ListDefinition>(incoming: Row<L>, held: Row<L> | undefined): boolean =>
  held !== undefined && versionInETag(incoming.eTag) < versionInETag(held.eTag);
