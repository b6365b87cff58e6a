import { once } from '../../once.ts';
import type { NoticePictures } from '../../ports/notices.ts';
import { inPieces, joined } from './pieces.ts';
import { type Storage, unlessMissing } from './storage.ts';

/** Pictures of notices in a table, in pieces: a partition for each notice, a row for each picture that it ever had as a draft. */
export const noticePictureStore = (storage: Storage): NoticePictures => {
  const table = storage.table('noticepictures');
  const ready = once(() => table.createTable());
  return {
    keep: async (noticeRef, hash, content) => {
      await ready();
      await table.upsertEntity({ partitionKey: noticeRef, rowKey: hash, ...inPieces(content) }, 'Replace');
    },
    get: async (noticeRef, hash) => {
      await ready();
      const row = await unlessMissing(() => table.getEntity<Record<string, unknown>>(noticeRef, hash));
      return row && joined(row);
    },
  };
};
