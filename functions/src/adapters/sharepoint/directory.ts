import { type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { ListDefinition } from '@ap/shared/lists/list';
import type { ServiceDocument } from '@ap/shared/search/document';
import { fromSnapshot, type LiveDirectory, liveDirectory } from '@ap/shared/search/live-directory';
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

/** So many services are looked at before others have their turn. */
const slice = 1_000;
/** How long a process goes on with the index that it began with, in milliseconds: by then it has the lists. */
const beginsFor = 60_000;
/** An index is kept after a change, at most this often, in milliseconds. */
const keptEvery = 300_000;
const snapshotName = 'Directory';

/**
 * The directory from the mirrored lists. Of a change only the services that it touches are looked at anew; a new day builds all anew beside the old index, and whoever
 * searches waits for it, for what is listed today depends on the day. A process that starts begins from the index that another kept, when the feed of each list says that
 * nothing has changed since; otherwise it waits for the lists.
 */
export const directoryOf = (
  lists: DirectoryLists,
  { outcodes, towns }: Geography,
  clock: Clock,
  keeping?: DirectoryKeeping,
): Directory & { readonly hash: () => Promise<string> } => {
  const centroids = new Map(
    Object.entries(outcodes).flatMap(([outcode, [lat, lon]]) =>
      lat === undefined || lon === undefined ? [] : [[outcode, { lat, lon }] as const],
    ),
  );
  const facts = directoryFacts(lists);
  const all = namesOfDirectory.map((name) => [name, lists[name] as unknown as KeptList<ListDefinition>] as const);
  const mirrors = all.map(([, { mirror }]) => mirror);
  let built: { readonly day: LocalDate; readonly index: LiveDirectory } | undefined;
  let building: Promise<LiveDirectory> | undefined;
  let kept = { at: Number.NEGATIVE_INFINITY, hash: '' };

  /** What services are listed with on a day, and which are not listed. Others have their turn between. */
  const look = async (refs: readonly string[], day: LocalDate) => {
    const listed: ServiceDocument[] = [];
    const unlisted: string[] = [];
    for (const [at, ref] of refs.entries()) {
      if (at > 0 && at % slice === 0) await new Promise(setImmediate);
      const document = facts.documentOf(ref, day);
      if (document) listed.push(document);
      else unlisted.push(ref);
    }
    return { listed, unlisted };
  };
  const build = async (): Promise<LiveDirectory> => {
    const day = toLondonDate(clock.now());
    if (built?.day !== day) {
      facts.takeTouched();
      const { listed } = await look(facts.all(), day);
      built = { day, index: liveDirectory(listed, centroids) };
    }
    while (facts.isTouched()) {
      const { listed, unlisted } = await look(facts.takeTouched(), day);
      built.index.changed(listed, unlisted);
    }
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

  /** The index that was kept, when it is today's and the feed of each list says that nothing has changed since. */
  const fromKept = async (): Promise<(Answering & { readonly day: LocalDate }) | undefined> => {
    if (!keeping) return undefined;
    try {
      const bytes = await keeping.snapshots.loadBytes(snapshotName);
      const found = bytes && readDirectory(await keeping.of(), bytes);
      if (!found || found.day !== toLondonDate(clock.now()) || all.some(([name]) => !found.links[name])) return undefined;
      const readings = await Promise.all(all.map(([name, { store }]) => store.changes(found.links[name])));
      if (readings.some(({ changes, complete }) => complete || changes.length > 0)) return undefined;
      const index = fromSnapshot(found.index, centroids);
      if (index.hash() !== found.hash) return undefined;
      return { index, day: found.day, freshAt: Math.min(...readings.map(({ began }) => began)) };
    } catch (error) {
      keeping.log.event('warning', 'directory-not-begun', { error: error instanceof Error ? error.name : 'unknown' });
      return undefined;
    }
  };
  let starting: ReturnType<typeof fromKept> | undefined;
  let loading: Promise<Answering> | undefined;

  const current = async (): Promise<Answering> => {
    if (built) return fromLists();
    starting ??= fromKept();
    const begun = await starting;
    const isOfUse = begun && Date.now() - begun.freshAt < beginsFor && begun.day === toLondonDate(clock.now());
    const load = (): Promise<Answering> => {
      loading ??= fromLists().finally(() => {
        loading = undefined;
      });
      return loading;
    };
    if (!isOfUse) return load();
    // The lists come after the answer; where they do not, whoever asks once this index is too old is told.
    setImmediate(() => void load().catch(() => undefined));
    return begun;
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
