import { odata } from '@azure/data-tables';
import { once } from '../../once.ts';
import type { GoodCopies, GoodCopy } from '../../ports/hand-edits.ts';
import { inPieces, joined } from './pieces.ts';
import { isConflict, isMissing, type Storage, unlessMissing } from './storage.ts';

/** An entity holds 1 MB, and one transaction 100 entities and 4 MB. */
const mostInOne = 100;
const mostCharacters = 1_000_000;

type CopyRow = { readonly partitionKey: string; readonly rowKey: string; readonly key: string; readonly version: number } & Readonly<
  Record<string, string | number>
>;

const rowOf = (list: string, { itemId, key, version, packed }: GoodCopy): CopyRow => ({
  partitionKey: list,
  rowKey: String(itemId),
  key,
  version,
  ...(packed === undefined ? {} : inPieces(packed)),
});
const copyOf = (row: CopyRow): GoodCopy => ({ itemId: Number(row.rowKey), key: row.key, version: row.version, packed: joined(row) });

/** The last good copy of each row in a table, one partition for each list; how far a list was read beside it. */
export const goodCopies = (storage: Storage): GoodCopies => {
  const table = storage.table('goodcopies');
  const state = storage.table('guardstate');
  const ready = once(() => Promise.all([table.createTable(), state.createTable()]));
  const whenReady = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    await ready();
    return unlessMissing(act);
  };
  return {
    cursor: (list) => whenReady(async () => (await state.getEntity<{ cursor: string }>('guard', list)).cursor),
    moveCursor: async (list, cursor) => {
      await ready();
      await state.upsertEntity({ partitionKey: 'guard', rowKey: list, cursor }, 'Replace');
    },
    get: (list, itemId) =>
      whenReady(async () => {
        const row = await table.getEntity<CopyRow>(list, String(itemId));
        return { copy: copyOf(row), tag: row.etag };
      }),
    keys: async (list) => {
      await ready();
      const found = new Map<number, string>();
      const queryOptions = { filter: odata`PartitionKey eq ${list}`, select: ['rowKey', 'key'] };
      for await (const { rowKey, key } of table.listEntities<CopyRow>({ queryOptions })) found.set(Number(rowKey), String(key));
      return found;
    },
    keep: async (list, copy, over) => {
      await ready();
      try {
        if (over === undefined) await table.createEntity(rowOf(list, copy));
        else await table.updateEntity(rowOf(list, copy), 'Replace', { etag: over });
        return true;
      } catch (error) {
        if (isConflict(error) || isMissing(error)) return false;
        throw error;
      }
    },
    keepAll: async (list, copies) => {
      await ready();
      for (const batch of batchesOf(copies))
        await table.submitTransaction(batch.map((copy) => ['upsert', rowOf(list, copy), 'Replace'] as ['upsert', CopyRow, 'Replace']));
    },
    drop: async (list, itemId) => {
      await whenReady(() => table.deleteEntity(list, String(itemId)));
    },
  };
};

/** In transactions that the service takes. */
const batchesOf = (copies: readonly GoodCopy[]): readonly (readonly GoodCopy[])[] => {
  const batches: GoodCopy[][] = [];
  let characters = mostCharacters;
  for (const copy of copies) {
    const length = copy.packed?.length ?? 0;
    const last = batches.at(-1);
    if (!last || last.length === mostInOne || characters + length > mostCharacters) {
      batches.push([copy]);
      characters = length;
    } else {
      last.push(copy);
      characters += length;
    }
  }
  return batches;
};
