import { columnNames, decodeFields, encodeFields } from '@ap/shared/lists/codec';
import { writeContent } from '@ap/shared/lists/hand-edits/row-content';
import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import { readMatching } from '../../../../functions/src/adapters/graph/read-matching.ts';
import { goodCopies } from '../../../../functions/src/adapters/storage/good-copies.ts';
import { unlessMissing } from '../../../../functions/src/adapters/storage/storage.ts';
import { patiently, readAll } from '../graph/graph.ts';
import { listPath } from '../sharepoint/rest.ts';
import type { Stores } from './stores.ts';

type Raw = Readonly<Record<string, unknown>>;

/** A row as Graph gives it. */
export interface RawRow {
  readonly itemId: number;
  readonly eTag: string;
  /** When it was last written, by whomever (ISO instant). */
  readonly changedAt: string;
  readonly fields: Raw;
}

/** An earlier version of a row. `label` such as '3.0'. */
export interface RawVersion {
  readonly label: string;
  readonly at: string;
  readonly fields: Raw;
}

interface Item {
  readonly id: string;
  readonly '@odata.etag'?: string;
  readonly eTag?: string;
  readonly lastModifiedDateTime?: string;
  readonly fields?: Raw;
}

const expand = (list: ListDefinition): string => `$expand=${encodeURIComponent(`fields($select=${columnNames(list).join(',')})`)}`;
const itemsOf = ({ sitePath }: Stores, { title }: ListDefinition): string => `${sitePath}/lists/${title}/items`;

const everyItem = (stores: Stores, list: ListDefinition, filter = ''): Promise<readonly Item[]> =>
  readAll<Item>(stores.graph, `${itemsOf(stores, list)}?${expand(list)}&$top=1000${filter}`);

const itemsWith = (stores: Stores, list: ListDefinition, where: readonly [column: string, value: string]): Promise<readonly Item[]> => {
  const filter = encodeURIComponent(`fields/${where[0]} eq '${where[1].replaceAll("'", "''")}'`);
  return readMatching(
    where,
    () => everyItem(stores, list, `&$filter=${filter}`),
    () => everyItem(stores, list),
  );
};

/** Every row of a list, or those with a value in an indexed column. */
export const rowsOf = async (
  stores: Stores,
  list: ListDefinition,
  where?: readonly [column: string, value: string],
): Promise<readonly RawRow[]> => {
  const items = where === undefined ? await everyItem(stores, list) : await itemsWith(stores, list, where);
  return items.map((item) => ({
    itemId: Number(item.id),
    eTag: item['@odata.etag'] ?? item.eTag ?? '',
    changedAt: item.lastModifiedDateTime ?? '',
    fields: item.fields ?? {},
  }));
};

/** What a row says, by its schema. Throws with the place of a row that cannot be read: nothing of it may be passed over. */
export const read = <L extends ListDefinition>(list: L, { itemId, fields }: Pick<RawRow, 'itemId' | 'fields'>): Fields<L> => {
  const decoded = decodeFields(list, fields);
  if (decoded.ok) return decoded.fields;
  throw new Error(
    `${list.title}, item ${itemId} cannot be read: ${decoded.issues.map(({ column, message }) => `${column} ${message}`).join('; ')}`,
  );
};

/** The earlier versions of a row, newest first. */
export const pastOf = async (stores: Stores, list: ListDefinition, itemId: number): Promise<readonly RawVersion[]> => {
  const all = await readAll<Item>(stores.graph, `${itemsOf(stores, list)}/${itemId}/versions?${expand(list)}`);
  return all.slice(1).map(({ id, lastModifiedDateTime = '', fields = {} }) => ({ label: id, at: lastModifiedDateTime, fields }));
};

const listIds = new WeakMap<Stores, Promise<ReadonlyMap<string, string>>>();
const listId = async (stores: Stores, title: string): Promise<string> => {
  const known =
    listIds.get(stores) ??
    stores.rest
      .get<{ value: readonly { Id: string; Title: string }[] }>('lists?$select=Id,Title')
      .then(({ value }) => new Map(value.map(({ Id, Title }) => [Title, Id])));
  listIds.set(stores, known);
  const id = (await known).get(title);
  if (id === undefined) throw new Error(`The list ${title} is not there.`);
  return id;
};

/** Deletes earlier versions of a row for good; `labels` names those to delete, none: all. Answers how many. */
export const deletePast = async (stores: Stores, list: ListDefinition, itemId: number, labels?: ReadonlySet<string>): Promise<number> => {
  const versions = `${listPath(await listId(stores, list.title))}/items(${itemId})/versions`;
  const { value } = await stores.rest.get<{
    value: readonly { VersionId: number; VersionLabel: string; IsCurrentVersion: boolean }[];
  }>(versions);
  const going = value.filter((each) => !each.IsCurrentVersion && (labels?.has(each.VersionLabel) ?? true));
  for (const { VersionId } of going) await stores.rest.post(`${versions}(${VersionId})/deleteobject`);
  return going.length;
};

/**
 * Writes a row anew over what was read, and its good copy and the copies of its list with it. Throws where somebody else wrote first: run it again.
 */
export const rewrite = async <L extends ListDefinition>(
  stores: Stores,
  list: L,
  row: RawRow,
  fields: Partial<Fields<L>>,
): Promise<void> => {
  await patiently(stores.graph, `${itemsOf(stores, list)}/${row.itemId}/fields`)
    .header('If-Match', row.eTag)
    .patch(encodeFields(list, fields, 'update'));
  const copies = goodCopies(stores.storage);
  const kept = await copies.get(list.title, row.itemId);
  if (kept) {
    const written = (await patiently(stores.graph, `${itemsOf(stores, list)}/${row.itemId}?$expand=fields`).get()) as Item;
    const version = Number.parseInt(String(written.fields?._UIVersionString), 10);
    const packed = writeContent(list, read(list, { itemId: row.itemId, fields: written.fields ?? {} }));
    const replaced = await copies.keep(list.title, { ...kept.copy, version, packed }, kept.tag);
    if (!replaced) throw new Error(`The good copy of ${list.title}, item ${row.itemId} was changed meanwhile: run it again.`);
  }
};

/** Deletes a row, its good copy first, so that it is not made again. It lies in the recycle bin then. */
export const deleteRow = async (stores: Stores, list: ListDefinition, row: RawRow): Promise<void> => {
  await goodCopies(stores.storage).drop(list.title, row.itemId);
  await patiently(stores.graph, `${itemsOf(stores, list)}/${row.itemId}`)
    .header('If-Match', row.eTag)
    .delete();
};

/** Drops the copies of whole lists that a start begins from: the next start reads the lists themselves. Where the product never ran there are none. */
export const dropSnapshots = async ({ storage }: Stores, titles: readonly string[]): Promise<void> => {
  for (const title of titles) await unlessMissing(() => storage.container('snapshots').getBlockBlobClient(`${title}.txt`).deleteIfExists());
};
