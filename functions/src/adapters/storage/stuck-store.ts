import { once } from '../../once.ts';
import type { GivenUpMessages, StuckNote, StuckNotes, WatchedQueue } from '../../ports/stuck.ts';
import { watchedQueues } from '../../ports/stuck.ts';
import { type Storage, unlessMissing } from './storage.ts';

const partition = 'stuck';

/** Notes of what is stuck, a row for each. */
export const stuckStore = (storage: Storage): StuckNotes => {
  const table = storage.table('stuck');
  const ready = once(() => table.createTable());
  return {
    all: async () => {
      await ready();
      const found: StuckNote[] = [];
      for await (const { note } of table.listEntities<{ note: string }>()) found.push(JSON.parse(note) as StuckNote);
      return found;
    },
    find: async (id) => {
      await ready();
      const row = await unlessMissing(() => table.getEntity<{ note: string }>(partition, id));
      return row && (JSON.parse(row.note) as StuckNote);
    },
    keep: async (note) => {
      await ready();
      await table.upsertEntity({ partitionKey: partition, rowKey: note.id, note: JSON.stringify(note) }, 'Replace');
    },
    remove: async (id) => {
      await ready();
      await unlessMissing(() => table.deleteEntity(partition, id));
    },
  };
};

/** Seconds for which a message is nobody else's: long enough to note it, soon enough to find it again after a crash. */
const inHandFor = 60;
const mostAtOnce = 32;

/** Base64 of UTF-8 as we send it, or what it is where it is not. */
const textOf = (message: string): string => {
  const decoded = Buffer.from(message, 'base64');
  return decoded.toString('base64') === message ? decoded.toString('utf8') : message;
};

/** The queues on which the host puts what it gave up. It makes them itself when the first message is; until then there is nothing. */
export const givenUpMessages = (storage: Storage): GivenUpMessages => ({
  next: async () => {
    const found = await Promise.all(
      watchedQueues.map(async (queue: WatchedQueue) => {
        const client = storage.queue(`${queue}-poison`);
        const received = await unlessMissing(() => client.receiveMessages({ numberOfMessages: mostAtOnce, visibilityTimeout: inHandFor }));
        return (received?.receivedMessageItems ?? []).map(({ messageId, popReceipt, messageText }) => ({
          queue,
          messageId,
          text: textOf(messageText),
          take: async () => {
            await unlessMissing(() => client.deleteMessage(messageId, popReceipt));
          },
        }));
      }),
    );
    return found.flat();
  },
});
