import * as z from 'zod';
import { once } from '../../once.ts';
import type { KeptSubscription, KeptSubscriptions, ListHints } from '../../ports/subscriptions.ts';
import type { Storage } from './storage.ts';

const partition = 'list';

type SubscriptionRow = Omit<KeptSubscription, 'list'> & { readonly partitionKey: string; readonly rowKey: string };

/** One row for each list. Only the hash of what the service must say back is kept. */
export const subscriptionStore = (storage: Storage): KeptSubscriptions => {
  const table = storage.table('subscriptions');
  const ready = once(() => table.createTable());
  return {
    all: async () => {
      await ready();
      const found: KeptSubscription[] = [];
      for await (const { rowKey: list, subscriptionId, clientStateHash, refusedAt } of table.listEntities<SubscriptionRow>())
        found.push({ list, subscriptionId, clientStateHash, refusedAt });
      return found;
    },
    keep: async ({ list, ...rest }) => {
      await ready();
      const known = Object.entries(rest).filter(([, value]) => value !== undefined);
      await table.upsertEntity({ partitionKey: partition, rowKey: list, ...Object.fromEntries(known) }, 'Replace');
    },
  };
};

/** What a queued hint carries: the list, and nothing of what changed in it. */
export const listHint = z.strictObject({ v: z.literal(1), kind: z.literal('list-hint'), list: z.string().max(100) });

/** A hint that nobody took within an hour is of no use: the timer has looked long since. */
const livesSeconds = 3_600;

export const listHints = (storage: Storage): ListHints => {
  const queue = storage.queue('list-hints');
  const ready = once(() => queue.createIfNotExists());
  return {
    send: async (list) => {
      await ready();
      const hint: z.infer<typeof listHint> = { v: 1, kind: 'list-hint', list };
      await queue.sendMessage(Buffer.from(JSON.stringify(hint)).toString('base64'), { messageTimeToLive: livesSeconds });
    },
  };
};
