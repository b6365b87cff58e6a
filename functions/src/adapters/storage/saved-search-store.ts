import { createHash } from 'node:crypto';
import type { SavedSearch } from '@ap/shared/domain/saved-searches/saved-search';
import { odata, type TableEntityResult } from '@azure/data-tables';
import { once } from '../../once.ts';
import type { SavedSearches } from '../../ports/kept.ts';
import type { Stored } from '../../ports/records.ts';
import { isConflict, isMissing, type Storage, unlessMissing } from './storage.ts';

interface Row {
  readonly state: string;
  readonly itemId: number;
}

const partition = 'saved';
/** Rows that were written so shortly before the last one that was read are read again: their order is not sure. */
const overlapMilliseconds = 2_000;

/** An item number that is always the same for a reference: effects name their item by it. Fits where a whole number does. */
const itemIdOf = (ref: string): number => createHash('sha256').update(ref).digest().readUIntBE(0, 6);

const toStored = ({ state, etag }: TableEntityResult<Row>): Stored<SavedSearch> => {
  const read = JSON.parse(state) as SavedSearch;
  return { itemId: itemIdOf(read.ref), eTag: etag, state: read };
};
const toRow = (state: SavedSearch) => ({
  partitionKey: partition,
  rowKey: state.ref,
  itemId: String(itemIdOf(state.ref)),
  state: JSON.stringify(state),
});

/** Saved searches in a table, with their outboxes: changed with If-Match, and their changes read by when they were written. */
export const savedSearchStore = (storage: Storage): SavedSearches => {
  const table = storage.table('savedsearches');
  const ready = once(() => table.createTable());
  const rows = async (filter?: string): Promise<readonly TableEntityResult<Row>[]> => {
    await ready();
    const found: TableEntityResult<Row>[] = [];
    for await (const row of table.listEntities<Row>(filter === undefined ? {} : { queryOptions: { filter } })) found.push(row);
    return found;
  };
  const written = async (state: SavedSearch, write: () => Promise<{ readonly etag?: string | undefined }>) => {
    await ready();
    try {
      const { etag = '' } = await write();
      return { ok: true, stored: { itemId: itemIdOf(state.ref), eTag: etag, state } } as const;
    } catch (error) {
      if (isConflict(error) || isMissing(error)) return { ok: false, why: 'conflict' } as const;
      throw error;
    }
  };
  return {
    find: async (ref) => {
      await ready();
      const row = await unlessMissing(() => table.getEntity<Row>(partition, ref));
      return row && toStored(row);
    },
    get: async (itemId) => {
      const [row] = await rows(odata`PartitionKey eq ${partition} and itemId eq ${String(itemId)}`);
      return row && toStored(row);
    },
    add: (state) => written(state, () => table.createEntity(toRow(state))),
    save: ({ eTag }, next) => written(next, () => table.updateEntity(toRow(next), 'Replace', { etag: eTag })),
    known: async () => (await rows()).map(toStored),
    changes: async (cursor) => {
      const found = await rows(cursor === undefined ? undefined : odata`Timestamp ge ${new Date(cursor)}`);
      const last = Math.max(...found.map(({ timestamp }) => Date.parse(timestamp ?? '')), Date.parse(cursor ?? '1970-01-02'));
      const next = new Date(Math.max(Date.parse(cursor ?? '1970-01-02'), last - overlapMilliseconds));
      return { changed: found.map(toStored), cursor: next.toISOString() };
    },
    remove: async (ref) => {
      await ready();
      try {
        await table.deleteEntity(partition, ref);
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
  };
};
