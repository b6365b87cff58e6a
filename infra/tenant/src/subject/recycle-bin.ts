import type { ListDefinition } from '@ap/shared/lists/list';
import { readAll } from '../graph/graph.ts';
import type { Stores } from './stores.ts';

/** A row that is to be nowhere any more: by its number where it is known, and by its title, for a row that was made again has a new number. */
export interface GoneRow {
  readonly list: ListDefinition;
  readonly itemId?: number;
  readonly title?: unknown;
}

interface Binned {
  readonly Id: string;
  readonly Title: string;
  /** The folder of the list that it was in, `sites/register/Lists/CallOffs`. */
  readonly DirName: string;
  /** A row of a list is `12_.000`. */
  readonly LeafName: string;
  /** The stage, 1 or 2. */
  readonly ItemState: number;
}

/** More than these SharePoint does not list, and says of no further ones. */
const most = 5_000;
const rounds = 3;

const tooMany = (): Error =>
  new Error(
    `The recycle bin of the site holds ${most} rows or more, which cannot be looked through. Empty it in SharePoint, then what is in its second stage, and run this again.`,
  );

const stage = async ({ siteRest }: Stores, itemState: 1 | 2): Promise<readonly Binned[]> => {
  const asked = `recyclebin?$filter=(ItemState eq ${itemState})&$top=${most}&$select=Id,Title,DirName,LeafName,ItemState`;
  const answer = await siteRest.get<{ value: readonly Binned[]; 'odata.nextLink'?: string }>(asked).catch((failure: Error) => {
    throw failure.message.includes('list view threshold') ? tooMany() : failure;
  });
  if (answer.value.length >= most || answer['odata.nextLink'] !== undefined) throw tooMany();
  return answer.value;
};

/**
 * Both stages: a row that somebody moved on, or deleted from the site's bin by hand, lies in the second. Each is asked for by name, for without one the answer may be of
 * the first alone. Throws where a stage holds more than SharePoint lists: to be called before a run writes anything, which would not find its rows again.
 */
export const wholeBin = async (stores: Stores): Promise<readonly Binned[]> => [...(await stage(stores, 1)), ...(await stage(stores, 2))];

const bare = (path: string): string => path.replace(/^\/|\/$/g, '').toLowerCase();

const folders = new WeakMap<Stores, Promise<ReadonlyMap<string, string>>>();
/** Where a list is kept, `sites/register/Lists/CallOffs`: it keeps its folder when it is given another title. */
const folderOf = async (stores: Stores, { title }: ListDefinition): Promise<string> => {
  const known =
    folders.get(stores) ??
    readAll<{ displayName: string; webUrl: string }>(stores.graph, `${stores.sitePath}/lists?$select=displayName,webUrl`).then(
      (lists) => new Map(lists.map(({ displayName, webUrl }) => [displayName, bare(decodeURIComponent(new URL(webUrl).pathname))])),
    );
  folders.set(stores, known);
  const folder = (await known).get(title);
  if (folder === undefined) throw new Error(`The list ${title} is not there.`);
  return folder;
};

/** By list as well as by number or title: another list may hold a row of the same title. The folder is told from the server's root, or from the site's. */
const isOne = (row: Binned, folder: string, { itemId, title }: GoneRow): boolean =>
  `/${folder}`.endsWith(`/${bare(row.DirName)}`) &&
  ((itemId !== undefined && row.LeafName === `${itemId}_.000`) || (typeof title === 'string' && title !== '' && row.Title === title));

/**
 * Takes rows out of the recycle bin for good, in either stage, and looks again. Answers how many there were. DeleteObject "permanently deletes" a row of
 * either stage (learn.microsoft.com, RecycleBinItem.DeleteObject); it is SharePoint's pages that move what is deleted in the first stage on to the second.
 */
export const emptyBin = async (stores: Stores, gone: readonly GoneRow[]): Promise<number> => {
  const placed = await Promise.all(gone.map(async (each) => ({ each, folder: await folderOf(stores, each.list) })));
  const taken = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const going = (await wholeBin(stores)).filter((row) => placed.some(({ folder, each }) => isOne(row, folder, each)));
    if (going.length === 0) return taken.size;
    for (const { Id } of going) {
      await stores.siteRest.post(`recyclebin('${Id}')/deleteobject`);
      taken.add(Id);
    }
  }
  throw new Error('Rows lie in the recycle bin still, after they were deleted from it. Run it again.');
};
