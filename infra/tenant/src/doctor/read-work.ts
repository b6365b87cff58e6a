import { type Storage, unlessMissing } from '../../../../functions/src/adapters/storage/storage.ts';
import type { Receipt } from '../../../../functions/src/ports/effects.ts';
import { type StuckNote, watchedQueues } from '../../../../functions/src/ports/stuck.ts';
import type { LastCard } from './judge-work.ts';

// What the storage account knows, read as it lies there: the product's own adapters would make what is not there yet.

type Row = Readonly<Record<string, unknown>>;

/** Every row of a table; none where there is no such table yet. */
const rowsOf = async (storage: Storage, name: Parameters<Storage['table']>[0]): Promise<readonly Row[]> =>
  (await unlessMissing(async () => {
    const rows: Row[] = [];
    for await (const row of storage.table(name).listEntities()) rows.push(row);
    return rows;
  })) ?? [];

const textOf = (row: Row, name: string): string | undefined => (typeof row[name] === 'string' ? row[name] : undefined);

/** Since when each effect is awaited that nobody was told of, as ISO instants. */
export const awaitedSince = async (storage: Storage): Promise<readonly string[]> =>
  (await rowsOf(storage, 'expected')).filter((row) => row.toldAt === undefined).flatMap((row) => textOf(row, 'madeAt') ?? []);

/** How many messages the host gave up, by queue. */
export const givenUp = async (storage: Storage): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries(
    await Promise.all(
      watchedQueues.map(async (queue) => {
        const properties = await unlessMissing(() => storage.queue(`${queue}-poison`).getProperties());
        return [queue, properties?.approximateMessagesCount ?? 0] as const;
      }),
    ),
  );

/** How many notes of what is stuck there are, by what it is. */
export const stuckNotes = async (storage: Storage): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {};
  for (const row of await rowsOf(storage, 'stuck')) {
    const { what } = JSON.parse(textOf(row, 'note') ?? '{}') as Partial<StuckNote>;
    counts[what ?? 'unknown'] = (counts[what ?? 'unknown'] ?? 0) + 1;
  }
  return counts;
};

/** What is kept of the subscription to each list. */
export const keptSubscriptions = async (
  storage: Storage,
): Promise<readonly { readonly list: string; readonly id: string | undefined; readonly refused: boolean }[]> =>
  (await rowsOf(storage, 'subscriptions')).map((row) => ({
    list: textOf(row, 'rowKey') ?? '',
    id: textOf(row, 'subscriptionId'),
    refused: row.refusedAt !== undefined,
  }));

/** When the directory was last kept for the process that starts. */
export const snapshotSavedAt = async (storage: Storage): Promise<string | undefined> =>
  unlessMissing(async () => {
    let latest: Date | undefined;
    for await (const { name, properties } of storage.container('snapshots').listBlobsFlat())
      if (name.endsWith('.bin') && (latest === undefined || properties.lastModified > latest)) latest = properties.lastModified;
    return latest?.toISOString();
  });

/** The last approval card to each approver, that was delivered, or was not for want of the app or because Teams refused it. */
export const lastCards = async (storage: Storage): Promise<readonly Omit<LastCard, 'name'>[]> => {
  const last = new Map<string, Omit<LastCard, 'name'>>();
  for (const row of await rowsOf(storage, 'receipts')) {
    const { kind, to, at = '', state, reason } = JSON.parse(textOf(row, 'receipt') ?? '{}') as Partial<Receipt>;
    if (
      kind !== 'send-approval-card' ||
      to === undefined ||
      !(state === 'done' || reason === 'not-installed' || reason === 'teams-refused')
    )
      continue;
    if ((last.get(to)?.at ?? '') <= at) last.set(to, { to, at, delivered: state === 'done', refused: reason === 'teams-refused' });
  }
  return [...last.values()];
};
