import { recipientKey } from '@ap/shared/domain/notices/notice-recipients';
import type { NoticeSend } from '@ap/shared/domain/notices/notice-send';
import type { NoticeSends, StoredSend } from '../../functions/src/ports/notices.ts';

/** Whom notices were sent to, in memory, each row with an eTag of its own. */
export const memoryNoticeSends = (): NoticeSends => {
  const kept = new Map<string, Map<string, StoredSend>>();
  let turn = 0;
  const rowsOf = (noticeRef: string): Map<string, StoredSend> => {
    const rows = kept.get(noticeRef) ?? new Map<string, StoredSend>();
    kept.set(noticeRef, rows);
    return rows;
  };
  const put = (rows: Map<string, StoredSend>, send: NoticeSend): StoredSend => {
    turn += 1;
    const stored = { eTag: String(turn), send };
    rows.set(recipientKey(send.to), stored);
    return stored;
  };
  return {
    enlist: async (noticeRef, recipients, at) => {
      const rows = rowsOf(noticeRef);
      for (const to of recipients) if (!rows.has(recipientKey(to))) put(rows, { to, state: 'pending', at });
    },
    of: async (noticeRef) => [...rowsOf(noticeRef).values()],
    write: async (noticeRef, { eTag }, next) => {
      const rows = rowsOf(noticeRef);
      return rows.get(recipientKey(next.to))?.eTag === eTag ? put(rows, next) : undefined;
    },
  };
};
