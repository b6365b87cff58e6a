import { ProblemError } from '../http/problem-reply.ts';
import type { ExpectedEffect } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';
import { type Outbox, type OutboxItem, outboxOf } from './outbox.ts';
import { isTooOld } from './too-old.ts';

/** An effect is given this long to be performed by its own message before the sweep sends another. */
const graceMilliseconds = 60_000;

export interface SweepReport {
  readonly learnt: number;
  readonly requeued: number;
  readonly settled: number;
  readonly tooOld: number;
  /** Effects of records that cannot be read: they wait until the record is mended, and hold up no other. */
  readonly unreadable: number;
  /** Seconds since the oldest effect was made that is still awaited and not too old; 0 where none is. An alarm watches it: a host that crashes poisons nothing. */
  readonly oldestSeconds: number;
}

type Needs = Pick<Ports, 'effects' | 'clock' | 'log'>;

/**
 * The safety net. Learns of changed items from the delta feed of every list with outboxes and stores an expected row for each pending effect BEFORE it moves
 * that list's cursor; then checks every expected row: a receipt settles it, none means the message is sent again. Nothing that was written is ever lost,
 * whatever the queue did. What is too old is never sent: the operator is told of it, once, and its item says so to whoever works in the list.
 */
export const sweep = (ports: Needs, outboxes: readonly Outbox[]) => async (): Promise<SweepReport> => {
  let learnt = 0;
  for (const outbox of outboxes) learnt += await learn(ports, outbox);

  const now = ports.clock.now();
  let oldest = 0;
  const counts = { requeued: 0, settled: 0, tooOld: 0, unreadable: 0 };
  const receipted = new Map<string, ReadonlySet<string>>();
  const itemOf = eachReadOnce();
  for (const row of await ports.effects.expected()) {
    const receipts = receipted.get(row.ref) ?? new Set((await ports.effects.receipts(row.ref)).map((receipt) => receipt.effectId));
    receipted.set(row.ref, receipts);
    const age = Date.parse(now) - Date.parse(row.madeAt);
    if (receipts.has(row.effectId)) {
      await ports.effects.forget(row.ref, row.effectId);
      counts.settled += 1;
    } else if (isTooOld(row.madeAt, now)) {
      if (row.toldAt === undefined) await tellPeople(ports, outboxOf(outboxes, row.list), row, now);
      counts.tooOld += 1;
    } else {
      oldest = Math.max(oldest, age);
      if (age > graceMilliseconds) counts[await requeue(ports, () => itemOf(outboxOf(outboxes, row.list), row.itemId), row)] += 1;
    }
  }
  const report = { learnt, ...counts, oldestSeconds: Math.round(oldest / 1000) };
  ports.log.event('info', 'sweep', report);
  return report;
};

/** Notes what waits in the items that changed since last time, and only then that they have been seen. Answers how many changed. */
const learn = async ({ effects }: Needs, { list, changes }: Outbox): Promise<number> => {
  const { changed, cursor } = await changes(await effects.cursor(list));
  for (const { subject, pending } of changed) if (pending.length > 0) await effects.expect(subject, pending);
  await effects.moveCursor(list, cursor);
  return changed.length;
};

/** Told first, in the log and on the item itself, and noted then: a crash in between tells twice, never nothing. */
const tellPeople = async (ports: Needs, outbox: Outbox, { ref, itemId, effectId, madeAt }: ExpectedEffect, now: string): Promise<void> => {
  ports.log.event('error', 'effect-too-old', { ref, effectId, madeAt });
  try {
    await outbox.noteNeverSent(itemId, effectId);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    ports.log.event('error', 'effect-unreadable', { ref, effectId, code: error.code });
  }
  await ports.effects.noteTold(ref, effectId, now);
};

/** Items by the run that reads them: what one write recorded often waits together, and asks for one read. */
const eachReadOnce = () => {
  const read = new Map<string, Promise<OutboxItem | undefined>>();
  return (outbox: Outbox, itemId: number): Promise<OutboxItem | undefined> => {
    const key = `${outbox.list}/${itemId}`;
    const item = read.get(key) ?? outbox.get(itemId);
    read.set(key, item);
    return item;
  };
};

const requeue = async (
  ports: Needs,
  read: () => Promise<OutboxItem | undefined>,
  row: ExpectedEffect,
): Promise<'requeued' | 'settled' | 'unreadable'> => {
  let item: OutboxItem | undefined;
  try {
    item = await read();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    ports.log.event('error', 'effect-unreadable', { ref: row.ref, effectId: row.effectId, code: error.code });
    return 'unreadable';
  }
  const effect = item?.pending.find(({ id }) => id === row.effectId);
  if (!item || !effect) {
    await ports.effects.forget(row.ref, row.effectId);
    return 'settled';
  }
  await ports.effects.enqueueOnce(item.subject, [effect]);
  return 'requeued';
};
