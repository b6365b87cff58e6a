import type { ContainerName, TableName } from '@ap/shared/lists/kept-elsewhere';
import { isMissing, type Storage } from '../../../../functions/src/adapters/storage/storage.ts';
import type { TableRow } from './copy-folder.ts';

interface Entity {
  readonly partitionKey?: string;
  readonly rowKey?: string;
  readonly timestamp?: string;
}

const fromMissing = async <T>(act: () => Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    if (isMissing(error)) return otherwise;
    throw error;
  }
};

const plain = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** The rows of a table in the order of their keys; none where it was never made. */
export const tableRows = (storage: Storage, name: TableName): Promise<readonly TableRow[]> =>
  fromMissing(async () => {
    const rows: TableRow[] = [];
    for await (const entity of storage.table(name).listEntities<Record<string, unknown>>()) {
      const { partitionKey = '', rowKey = '', ...rest } = entity;
      const own = Object.entries(rest).filter(([column, value]) => column !== 'timestamp' && column !== 'etag' && plain(value));
      rows.push({ ...(Object.fromEntries(own) as TableRow), partitionKey, rowKey });
    }
    return rows;
  }, []);

/** When a row of a table was written last (ISO instant); `undefined` where there is none. */
export const lastWritten = (storage: Storage, name: TableName): Promise<string | undefined> =>
  fromMissing(async () => {
    let last: string | undefined;
    for await (const { timestamp } of storage.table(name).listEntities<Entity>())
      if (timestamp !== undefined && (last === undefined || Date.parse(timestamp) > Date.parse(last))) last = timestamp;
    return last;
  }, undefined);

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
  fromMissing(async () => {
    const container = storage.container(name);
    for await (const blob of container.listBlobsFlat()) await container.deleteBlob(blob.name);
  }, undefined);

/** The blobs of the audit log as they lie there; none where it was never begun. */
export const auditBlobs = (storage: Storage): Promise<readonly { readonly name: string; readonly text: string }[]> =>
  fromMissing(async () => {
    const container = storage.container('audit');
    const names: string[] = [];
    for await (const { name } of container.listBlobsFlat()) names.push(name);
    return Promise.all(
      names.sort().map(async (name) => ({ name, text: (await container.getAppendBlobClient(name).downloadToBuffer()).toString('utf8') })),
    );
  }, []);
