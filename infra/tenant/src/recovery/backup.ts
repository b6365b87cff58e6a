import { writeFileSync } from 'node:fs';
import type { ListDefinition } from '@ap/shared/lists/list';
import { auditBlobs } from '../../../../functions/src/adapters/storage/audit-chain.ts';
import type { Storage } from '../../../../functions/src/adapters/storage/storage.ts';
import { administratorGraph } from '../graph/graph.ts';
import { readLists } from '../graph/lists.ts';
import { findSite } from '../graph/site.ts';
import { isStrange } from '../plan/present-list.ts';
import type { TenantSettings } from '../tenant-settings.ts';
import { makeFolder, writeAuditBlob, writeList, writeTable } from './copy-folder.ts';
import { tableRows } from './kept-storage.ts';
import { columnsOf, type Manifest, manifestFile, manifestFormat } from './manifest.ts';
import { inOrder, type Place, type ReadList, readList } from './read-list.ts';
import { copiedTables } from './storage-parts.ts';

export interface BackupOptions {
  readonly register: readonly ListDefinition[];
  readonly settings: TenantSettings;
  readonly storage: Storage;
  readonly deployment: string;
  /** The folder of the copy; it is made, and holds nothing else. */
  readonly to: string;
  readonly say: (line: string) => void;
  readonly now?: () => string;
}

/** Readings of all lists in which something may still change. */
const mostRounds = 20;

/** The lists of the register in a site, each with where its items are. Throws a sentence that says what to do where one is missing. */
export const placesOf = async (settings: TenantSettings, register: readonly ListDefinition[]): Promise<readonly Place[]> => {
  const graph = administratorGraph(settings);
  const site = await findSite(graph, settings.site);
  const found = await readLists(
    graph,
    site.id,
    register.map(({ title }) => title),
  );
  return register.map((list) => {
    const id = found.find((each) => each.title === list.title && !isStrange(each))?.id;
    if (id === undefined) throw new Error(`The list ${list.title} is not there. Run provision first.`);
    return { graph, items: `/sites/${site.id}/lists/${id}/items`, list };
  });
};

/**
 * Copies every list and what the storage alone knows into a folder. All of it was so at one moment: the lists are read until one whole round has found no
 * change in any, and the storage is read between the last two rounds. Throws, without a manifest, where the register never came to rest: such a copy would
 * be torn, and nothing restores it.
 */
export const backup = async ({
  register,
  settings,
  storage,
  deployment,
  to,
  say,
  now = () => new Date().toISOString(),
}: BackupOptions): Promise<Manifest> => {
  const places = await placesOf(settings, register);
  makeFolder(to);
  let before = new Map<string, ReadList>();
  for (let round = 1; round <= mostRounds; round += 1) {
    const tables = new Map<string, Awaited<ReturnType<typeof tableRows>>>();
    for (const name of copiedTables) tables.set(name, await tableRows(storage, name));
    const audit = (await auditBlobs(storage)) ?? [];
    const takenAt = now();
    const read = new Map<string, ReadList>();
    for (const place of places) read.set(place.list.title, await readList(place, before.get(place.list.title)));
    const moved = [...read].filter(([title, list]) => list !== before.get(title)).map(([title]) => title);
    before = read;
    if (moved.length > 0) {
      if (round > 1) say(`  round ${round}: ${moved.join(', ')} changed meanwhile`);
      continue;
    }
    const lists = places.map(({ list }) => ({
      ...writeList(to, list, inOrder(before.get(list.title) ?? { rows: new Map() })),
      columns: columnsOf(list),
    }));
    const manifest: Manifest = {
      format: manifestFormat,
      takenAt,
      site: `${settings.site.hostname}${settings.site.path}`,
      deployment,
      rounds: round,
      lists,
      tables: [...tables].map(([name, rows]) => writeTable(to, name, rows)),
      audit: audit.map((blob) => writeAuditBlob(to, blob)),
    };
    // Last of all: a folder without it is no copy.
    writeFileSync(manifestFile(to), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    for (const { title, rows, sha256 } of lists) if (rows > 0) say(`  ${title}: ${rows} rows, ${sha256.slice(0, 16)}`);
    for (const { name, rows } of manifest.tables) if (rows > 0) say(`  table ${name}: ${rows} rows`);
    say(`Copied as it all was at ${takenAt}, after ${round} readings, into ${to}.`);
    return manifest;
  }
  throw new Error(
    `Nothing was kept: after ${mostRounds} readings the register still changed, and a copy would be torn. Take it at a quieter time, or stop the Functions app for a minute.`,
  );
};
