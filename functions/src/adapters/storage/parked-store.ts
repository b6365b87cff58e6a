import * as z from 'zod';
import { once } from '../../once.ts';
import type { ParkedCommand, ParkedCommands } from '../../ports/parked.ts';
import { neverExpires } from './effect-queue.ts';
import { inPieces, joined } from './pieces.ts';
import { type Storage, unlessMissing } from './storage.ts';

/** What a queue message carries: which command is tried, and how often it was. */
export const parkedMessage = z.strictObject({
  v: z.literal(1),
  kind: z.literal('parked-command'),
  id: z.string().max(40),
  tries: z.int().min(0),
  once: z.literal(true).optional(),
});

const partition = 'command';

/** Commands that wait, in a table; their queue beside it. */
export const parkedStore = (storage: Storage): ParkedCommands => {
  const table = storage.table('parked');
  const queue = storage.queue('parked');
  const ready = once(() => Promise.all([table.createTable(), queue.createIfNotExists()]));
  const commandOf = (row: Readonly<Record<string, unknown>>): ParkedCommand => JSON.parse(joined(row) ?? '') as ParkedCommand;
  const whenReady = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    await ready();
    return unlessMissing(act);
  };
  return {
    find: (id) => whenReady(async () => commandOf(await table.getEntity(partition, id))),
    keep: async (command) => {
      await ready();
      await table.upsertEntity({ partitionKey: partition, rowKey: command.id, ...inPieces(JSON.stringify(command)) }, 'Replace');
    },
    all: async () => {
      await ready();
      const found: ParkedCommand[] = [];
      for await (const row of table.listEntities()) found.push(commandOf(row));
      return found;
    },
    remove: async (id) => {
      await whenReady(() => table.deleteEntity(partition, id));
    },
    enqueue: async (asked, delaySeconds) => {
      await ready();
      const message: z.infer<typeof parkedMessage> = { v: 1, kind: 'parked-command', ...asked };
      await queue.sendMessage(Buffer.from(JSON.stringify(message)).toString('base64'), {
        visibilityTimeout: delaySeconds,
        messageTimeToLive: neverExpires,
      });
    },
  };
};
