import { type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { ListDefinition } from '@ap/shared/lists/list';
import type { ServiceDocument } from '@ap/shared/search/document';
import { type PackedRows, packRows, rowBytes } from '@ap/shared/search/engine/packed-rows';
import type { Outcodes } from '@ap/shared/search/geography';
import { type LaidOut, layOutRows } from '@ap/shared/search/laid-out';
import { fromLaidOut, fromSnapshot, type LiveDirectory } from '@ap/shared/search/live-directory';
import type { Clock, Log } from '../../ports/clock.ts';
import type { Snapshots } from '../../ports/kept.ts';
import type { Directory } from '../../ports/providers.ts';
import { type DirectoryLists, directoryFacts, namesOfDirectory } from './directory-facts.ts';
import { readDirectory, writeDirectory } from './directory-snapshot.ts';
import type { KeptList } from './mirrors.ts';

/** Where places are: the centre of each outcode in degrees, and the outcode of each town. */
interface Geography {
  readonly outcodes: Readonly<Record<string, readonly number[]>>;
  readonly towns: Readonly<Record<string, string>>;
}

/** Where a finished index is kept for the process that starts next. `of`: what it was made of and by, that is the site and the release. */
export interface DirectoryKeeping {
  readonly snapshots: Pick<Snapshots, 'loadBytes' | 'saveBytes'>;
  readonly of: () => Promise<string>;
  readonly log: Log;
}

/** An index that answers, and since when what it says is known. */
interface Answering {
  readonly index: LiveDirectory;
  readonly freshAt: number;
}

/** An index that another process kept. `freshAt` is absent where it is not of today or something has changed since: then it is only where the building begins. */
interface Begun extends Omit<Answering, 'freshAt'> {
  readonly day: LocalDate;
  readonly freshAt?: number;
}

/** So many services are looked at before others have their turn. */
const slice = 1_000;
/** How long a process goes on with the index that it began with, in milliseconds: by then it has the lists. */
const beginsFor = 60_000;
/** An index is kept after a change, at most this often, in milliseconds. */
const keptEvery = 300_000;
const snapshotName = 'Directory';

const othersTurn = (): Promise<void> => new Promise(setImmediate);

/**
 * The directory from the mirrored lists. Of a change only the services that it touches are looked at anew. A process that starts begins from the index that another kept: it
 * answers when the feed of each list says that nothing has changed since; otherwise it waits for the lists, and changes in that index what they say otherwise. So does a new day:
 * whoever searches waits for it, for what is listed depends on the day. `layOut` lays a base out in another thread; absent, it is done here, and everybody waits.
 */
export const directoryOf = (
  lists: DirectoryLists,
  { outcodes, towns }: Geography,
  clock: Clock,
  keeping?: DirectoryKeeping,
  layOut?: (rows: PackedRows, outcodes: Outcodes) => Promise<LaidOut>,
): Directory & { readonly hash: () => Promise<string> } => {
  const centroids = new Map(
    Object.entries(outcodes).flatMap(([outcode, [lat, lon]]) =>
      lat === undefined || lon === undefined ? [] : [[outcode, { lat, lon }] as const],
    ),
  );
  const elsewhere = layOut && ((rows: PackedRows) => layOut(rows, centroids));
  const facts = directoryFacts(lists);
  const all = namesOfDirectory.map((name) => [name, lists[name] as unknown as KeptList<ListDefinition>] as const);
  const mirrors = all.map(([, { mirror }]) => mirror);
  let starting: Promise<Begun | undefined> | undefined;
  let built: { readonly day: LocalDate; readonly index: LiveDirectory } | undefined;
  let building: Promise<LiveDirectory> | undefined;
  let kept = { at: Number.NEGATIVE_INFINITY, hash: '' };

  /** Changes in an index what services are listed with on a day otherwise, and tells how many are listed. Others have their turn between. */
  const bring = async (index: LiveDirectory, refs: readonly string[], day: LocalDate): Promise<number> => {
    let count = 0;
    for (let at = 0; at < refs.length; at += slice) {
      if (at > 0) await othersTurn();
      const listed: ServiceDocument[] = [];
      const unlisted: string[] = [];
      for (const ref of refs.slice(at, at + slice)) {
        const document = facts.documentOf(ref, day);
        if (!document) unlisted.push(ref);
        else {
          count += 1;
          if (!index.holds(document)) listed.push(document);
        }
      }
      index.changed(listed, unlisted);
    }
    return count;
  };
  /** What the lists say on a day, in an index that said something else before. */
  const bringAll = async (index: LiveDirectory, day: LocalDate): Promise<LiveDirectory> => {
    const refs = facts.all();
    const count = await bring(index, refs, day);
    if (index.size() > count) {
      // Services whose rows are gone altogether.
      const known = new Set(refs);
      index.changed(
        [],
        [...index.refs()].filter((ref) => !known.has(ref)),
      );
    }
    await index.settled();
    return index;
  };
  /** An index of what the lists say on a day, by itself. */
  const layOutAll = async (day: LocalDate): Promise<LiveDirectory> => {
    const rows: Uint8Array[] = [];
    for (const [at, ref] of facts.all().entries()) {
      if (at > 0 && at % slice === 0) await othersTurn();
      const document = facts.documentOf(ref, day);
      if (document) rows.push(rowBytes(document));
    }
    // Whoever lays out elsewhere has said why it failed.
    const laid = await elsewhere?.(packRows(rows)).catch(() => undefined);
    return fromLaidOut(laid ?? layOutRows(packRows(rows), centroids), centroids, elsewhere);
  };
  const build = async (): Promise<LiveDirectory> => {
    const day = toLondonDate(clock.now());
    if (built?.day !== day) {
      facts.takeTouched();
      const before = built?.index ?? (await starting)?.index;
      built = { day, index: before ? await bringAll(before, day) : await layOutAll(day) };
    }
    while (facts.isTouched()) await bring(built.index, facts.takeTouched(), day);
    return built.index;
  };
  const upToDate = async (): Promise<LiveDirectory> => {
    if (!building && built?.day === toLondonDate(clock.now()) && !facts.isTouched()) return built.index;
    building ??= build().finally(() => {
      building = undefined;
    });
    return building;
  };

  const keep = async (): Promise<void> => {
    if (!keeping || !built || building || facts.isTouched() || Date.now() - kept.at < keptEvery) return;
    const { index, day } = built;
    const hash = index.hash();
    const links = Object.fromEntries(
      all.flatMap(([name, { mirror }]) => (mirror.link() === undefined ? [] : [[name, mirror.link() ?? '']])),
    );
    if (hash === kept.hash) return;
    kept = { at: Date.now(), hash };
    try {
      await keeping.snapshots.saveBytes(snapshotName, writeDirectory(await keeping.of(), { day, links, hash, index: index.toSnapshot() }));
      keeping.log.event('info', 'directory-kept', { hash, services: index.size() });
    } catch (error) {
      keeping.log.event('warning', 'directory-not-kept', { error: error instanceof Error ? error.name : 'unknown' });
    }
  };
  const fromLists = async (): Promise<Answering> => {
    await Promise.all(mirrors.map((mirror) => mirror.ready()));
    const index = await upToDate();
    // Nobody waits for it.
    setImmediate(() => void keep());
    return { index, freshAt: Math.min(...mirrors.map((mirror) => mirror.freshAt())) };
  };

  /** The index that was kept, and whether the feed of each list says that nothing has changed since. */
  const fromKept = async (): Promise<Begun | undefined> => {
    if (!keeping) return undefined;
    let begun: Begun | undefined;
    try {
      const bytes = await keeping.snapshots.loadBytes(snapshotName);
      const found = bytes && readDirectory(await keeping.of(), bytes);
      if (!found) return undefined;
      const index = fromSnapshot(found.index, centroids, elsewhere);
      if (index.hash() !== found.hash) return undefined;
      begun = { index, day: found.day };
      if (found.day !== toLondonDate(clock.now()) || all.some(([name]) => !found.links[name])) return begun;
      const readings = await Promise.all(all.map(([name, { store }]) => store.changes(found.links[name])));
      const hasChanged = readings.some(({ changes, complete }) => complete || changes.length > 0);
      return hasChanged ? begun : { ...begun, freshAt: Math.min(...readings.map(({ began }) => began)) };
    } catch (error) {
      keeping.log.event('warning', 'directory-not-begun', { error: error instanceof Error ? error.name : 'unknown' });
      return begun;
    }
  };
  let loading: Promise<Answering> | undefined;

  const current = async (): Promise<Answering> => {
    if (built) return fromLists();
    starting ??= fromKept();
    const begun = await starting;
    const isOfUse = begun?.freshAt !== undefined && Date.now() - begun.freshAt < beginsFor && begun.day === toLondonDate(clock.now());
    const load = (): Promise<Answering> => {
      loading ??= fromLists().finally(() => {
        loading = undefined;
      });
      return loading;
    };
    if (!isOfUse) return load();
    // The lists come after the answer; where they do not, whoever asks once this index is too old is told.
    setImmediate(() => void load().catch(() => undefined));
    return { index: begun.index, freshAt: begun.freshAt };
  };

  return {
    search: async (query) => {
      const { index, freshAt } = await current();
      return { ...index.search(query), freshAt: new Date(freshAt).toISOString() };
    },
    hash: async () => (await current()).index.hash(),
    centroid: (outcode) => centroids.get(outcode.toUpperCase()),
    towns: new Map(Object.entries(towns).map(([town, outcode]) => [town.toLowerCase(), outcode])),
  };
};
