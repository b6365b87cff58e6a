import { odata } from '@azure/data-tables';
import * as z from 'zod';
import { presentTraceparent } from '../../http/span.ts';
import { once } from '../../once.ts';
import {
  type Effects,
  type ExpectedEffect,
  type OutboxList,
  outboxLists,
  type PendingEffect,
  type Receipt,
  type Subject,
} from '../../ports/effects.ts';
import { isMissing, type Storage, unlessMissing } from './storage.ts';

/** How many effects one message carries at most: it stays far below the 64 KB of the service. */
const mostInOne = 10;
const effectId = z.string().max(100);
const common = {
  list: z.enum(outboxLists),
  itemId: z.int(),
  tries: z.int().min(0),
  /** The sweep's own: it is not sent again when it fails, for the sweep comes again. */
  once: z.literal(true).optional(),
  /** A person asked for it: it may be too old. */
  byHand: z.literal(true).optional(),
  /** The trace in which the item was written (W3C `traceparent`): its effects go on with it. */
  trace: z
    .string()
    .regex(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/)
    .optional(),
};

/** What a queue message carries: ids only. */
export const effectMessage = z.strictObject({
  v: z.literal(2),
  kind: z.literal('effects'),
  effectIds: z.array(effectId).min(1).max(mostInOne),
  ...common,
});
export type EffectMessage = z.infer<typeof effectMessage>;

/** As releases before decision 50 sent it, one effect in each: some may wait while two releases run side by side, or after a message was hidden for long. */
const earlierMessage = z.strictObject({ v: z.literal(1), kind: z.literal('effect'), effectId, ...common });

/** A message of the queue, whichever release sent it; `undefined` for what is none of ours. */
export const readEffectMessage = (raw: unknown): EffectMessage | undefined => {
  const earlier = earlierMessage.safeParse(raw);
  if (!earlier.success) return effectMessage.safeParse(raw).data;
  const { v: _v, kind: _kind, effectId: only, ...rest } = earlier.data;
  return { ...rest, v: 2, kind: 'effects', effectIds: [only] };
};

/** Base64, as the Functions host reads it. */
export const encodeMessage = (message: EffectMessage): string => Buffer.from(JSON.stringify(message)).toString('base64');

/** The messages that carry effects of one item: one for each write, however much follows from it. */
export const messagesOf = (
  { list, itemId }: Subject,
  effects: readonly Pick<PendingEffect, 'id'>[],
  how: Pick<EffectMessage, 'once' | 'byHand' | 'trace'>,
): readonly EffectMessage[] => {
  const ids = effects.map(({ id }) => id);
  return Array.from({ length: Math.ceil(ids.length / mostInOne) }, (_, part) => ({
    v: 2,
    kind: 'effects',
    list,
    itemId,
    effectIds: ids.slice(part * mostInOne, (part + 1) * mostInOne),
    tries: 0,
    ...how,
  }));
};

/** Messages never run out: a storage queue forgets after 7 days unless it is told not to. */
export const neverExpires = -1;

interface ReceiptRow {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly receipt: string;
}

interface ExpectedRow {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly list: OutboxList;
  readonly itemId: number;
  readonly madeAt: string;
  readonly toldAt?: string;
}

/** Effects on their way, in Azure Storage: the queue carries ids, receipts and expected rows are table rows. */
export const effectStore = (storage: Storage): Effects => {
  const queue = storage.queue('effects');
  const receipts = storage.table('receipts');
  const expected = storage.table('expected');
  const state = storage.table('sweepstate');
  const ready = once(() => Promise.all([queue.createIfNotExists(), receipts.createTable(), expected.createTable(), state.createTable()]));
  const send = async (
    subject: Subject,
    effects: readonly Pick<PendingEffect, 'id'>[],
    how: Parameters<typeof messagesOf>[2],
  ): Promise<void> => {
    await ready();
    const trace = presentTraceparent();
    for (const message of messagesOf(subject, effects, trace === undefined ? how : { ...how, trace }))
      await queue.sendMessage(encodeMessage(message), { messageTimeToLive: neverExpires });
  };

  return {
    enqueue: (subject, effects) => send(subject, effects, {}),
    enqueueOnce: (subject, effects) => send(subject, effects, { once: true }),
    enqueueByHand: (subject, effects) => send(subject, effects, { byHand: true }),
    receipts: async (ref) => {
      await ready();
      const found: Receipt[] = [];
      for await (const row of receipts.listEntities<ReceiptRow>({
        queryOptions: { filter: odata`PartitionKey eq ${ref}` },
      }))
        found.push(JSON.parse(row.receipt) as Receipt);
      return found;
    },
    confirm: async (ref, receipt) => {
      await ready();
      await receipts.upsertEntity({ partitionKey: ref, rowKey: receipt.effectId, receipt: JSON.stringify(receipt) }, 'Replace');
    },
    withdraw: async (ref, effectId) => {
      await ready();
      await unlessMissing(() => receipts.deleteEntity(ref, effectId));
    },
    expect: async ({ list, itemId, ref }, effects) => {
      await ready();
      for (const { id, madeAt } of effects) await expected.upsertEntity({ partitionKey: ref, rowKey: id, list, itemId, madeAt }, 'Merge');
    },
    expected: async () => {
      await ready();
      const rows: ExpectedEffect[] = [];
      for await (const { partitionKey: ref, rowKey: effectId, list, itemId, madeAt, toldAt } of expected.listEntities<ExpectedRow>())
        rows.push({ list, ref, effectId, itemId, madeAt, ...(toldAt === undefined ? {} : { toldAt }) });
      return rows;
    },
    noteTold: async (ref, effectId, at) => {
      await ready();
      await expected.updateEntity({ partitionKey: ref, rowKey: effectId, toldAt: at }, 'Merge').catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
    },
    forget: async (ref, effectId) => {
      await ready();
      await expected.deleteEntity(ref, effectId).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
    },
    cursor: async (list) => {
      await ready();
      return (await unlessMissing(() => state.getEntity<{ cursor: string }>('sweep', list)))?.cursor;
    },
    moveCursor: async (list, cursor) => {
      await ready();
      await state.upsertEntity({ partitionKey: 'sweep', rowKey: list, cursor }, 'Replace');
    },
  };
};
