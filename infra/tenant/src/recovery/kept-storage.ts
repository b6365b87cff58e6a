import type { ContainerName, TableName } from '@ap/shared/lists/kept-elsewhere';
import { type Storage, unlessMissing } from '../../../../functions/src/adapters/storage/storage.ts';
import type { TableRow } from './copy-folder.ts';

interface Entity {
  readonly partitionKey?: string;
  readonly rowKey?: string;
  readonly timestamp?: string;
}

const plain = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** The rows of a table in the order of their keys; none where it was never made. */
export const tableRows = async (storage: Storage, name: TableName): Promise<readonly TableRow[]> =>
  (await unlessMissing(async () => {
    const rows: TableRow[] = [];
    for await (const entity of storage.table(name).listEntities<Record<string, unknown>>()) {
      const { partitionKey = '', rowKey = '', ...rest } = entity;
      const own = Object.entries(rest).filter(([column, value]) => column !== 'timestamp' && column !== 'etag' && plain(value));
      rows.push({ ...(Object.fromEntries(own) as TableRow), partitionKey, rowKey });
    }
    return rows;
  })) ?? [];

/** When a row of a table was written last (ISO instant); `undefined` where there is none. */
export const lastWritten = (storage: Storage, name: TableName): Promise<string | undefined> =>
  unlessMissing(async () => {
    let last: string | undefined;
    for await (const { timestamp } of storage.table(name).listEntities<Entity>())
      if (timestamp !== undefined && (last === undefined || Date.parse(timestamp) > Date.parse(last))) last = timestamp;
    return last;
  });

/** Makes a table say exactly this. */
export const replaceTable = async (storage: Storage, name: TableName, rows: readonly TableRow[]): Promise<void> => {
  const table = storage.table(name);
  await table.createTable();
  const keep = new Set(rows.map(({ partitionKey, rowKey }) => `${partitionKey}\n${rowKey}`));
  for (const { partitionKey, rowKey } of await tableRows(storage, name))
    if (!keep.has(`${partitionKey}\n${rowKey}`)) await table.deleteEntity(partitionKey, rowKey);
  for (const row of rows) await table.upsertEntity(row, 'Replace');
};

/** Takes every blob out of a container. */
export const emptyContainer = (storage: Storage, name: ContainerName): Promise<void> =>
  unlessMissing(async () => {
    const container = storage.container(name);
    for await (const blob of container.listBlobsFlat()) await container.deleteBlob(blob.name);
  });
