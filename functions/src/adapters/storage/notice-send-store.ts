import { createHash } from 'node:crypto';
import { recipientKey } from '@ap/shared/domain/notices/notice-recipients';
import type { NoticeSend } from '@ap/shared/domain/notices/notice-send';
import { odata, type TableEntityResult } from '@azure/data-tables';
import { once } from '../../once.ts';
import type { NoticeSends, StoredSend } from '../../ports/notices.ts';
import { isConflict, isMissing, type Storage } from './storage.ts';

interface Row {
  readonly send: string;
}

/** So many rows of one partition the table takes in one request, all or none. */
const mostInOne = 100;

const toRow = (noticeRef: string, send: NoticeSend) => ({
  partitionKey: noticeRef,
  // A key of a table may not hold every letter of a person's key.
  rowKey: createHash('sha256').update(recipientKey(send.to)).digest('hex'),
  send: JSON.stringify(send),
});
const toStored = ({ send, etag }: TableEntityResult<Row>): StoredSend => ({ eTag: etag, send: JSON.parse(send) as NoticeSend });

/** Whom notices were sent to, in a table: a partition for each notice, a row for each recipient, changed with If-Match. */
export const noticeSendStore = (storage: Storage): NoticeSends => {
  const table = storage.table('noticesends');
  const ready = once(() => table.createTable());
  const add = async (row: ReturnType<typeof toRow>): Promise<void> => {
    try {
      await table.createEntity(row);
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
  };
  const of = async (noticeRef: string): Promise<readonly StoredSend[]> => {
    await ready();
    const found: StoredSend[] = [];
    for await (const row of table.listEntities<Row>({ queryOptions: { filter: odata`PartitionKey eq ${noticeRef}` } }))
      found.push(toStored(row));
    return found;
  };
  return {
    of,
    enlist: async (noticeRef, recipients, at) => {
      const there = new Set((await of(noticeRef)).map(({ send }) => recipientKey(send.to)));
      const rows = recipients.filter((to) => !there.has(recipientKey(to))).map((to) => toRow(noticeRef, { to, state: 'pending', at }));
      for (let from = 0; from < rows.length; from += mostInOne) {
        const some = rows.slice(from, from + mostInOne);
        try {
          await table.submitTransaction(some.map((row) => ['create', row]));
        } catch (error) {
          if (!isConflict(error)) throw error;
          // Somebody enters the same people at this moment: whoever is there stays.
          for (const row of some) await add(row);
        }
      }
    },
    write: async (noticeRef, { eTag }, next) => {
      await ready();
      try {
        const { etag = '' } = await table.updateEntity(toRow(noticeRef, next), 'Replace', { etag: eTag });
        return { eTag: etag, send: next };
      } catch (error) {
        if (isConflict(error) || isMissing(error)) return undefined;
        throw error;
      }
    },
  };
};
