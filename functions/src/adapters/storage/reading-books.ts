import { once } from '../../once.ts';
import type { ReadingBooks } from '../../ports/kept.ts';
import { inPieces, joined } from './pieces.ts';
import { isConflict, type Storage, unlessMissing } from './storage.ts';

const partition = 'list';

/** A row of a table for each book, written only over what was read. Its times are those that the storage answers with. */
export const readingBooks = (storage: Storage): ReadingBooks => {
  const table = storage.table('readings');
  const ready = once(() => table.createTable());
  return (name) => ({
    open: async () => {
      await ready();
      let date: string | undefined;
      const onResponse = ({ headers }: { readonly headers: { get: (name: string) => string | undefined } }) => {
        date = headers.get('date');
      };
      const row = await unlessMissing(() => table.getEntity<Record<string, unknown>>(partition, name, { onResponse }));
      const writtenAt = row?.timestamp === undefined ? undefined : Date.parse(row.timestamp);
      return { text: row && joined(row), version: row?.etag, at: Date.parse(date ?? ''), writtenAt };
    },
    write: async (text, version) => {
      const row = { partitionKey: partition, rowKey: name, ...inPieces(text) };
      try {
        const { etag } =
          version === undefined ? await table.createEntity(row) : await table.updateEntity(row, 'Replace', { etag: version });
        return { version: etag ?? '' };
      } catch (error) {
        if (isConflict(error)) return undefined;
        throw error;
      }
    },
  });
};
