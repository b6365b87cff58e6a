import { ProblemError } from '../http/problem-reply.ts';
import type { ExpectedEffect, Ports, StoredCallOff } from '../ports.ts';
import { noteNeverSent } from './note-unsent.ts';
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
}

/**
 * The safety net. Learns of changed items from the delta feed and stores an expected row for each pending effect BEFORE it moves its cursor; then checks
 * every expected row: a receipt settles it, none means the message is sent again. Nothing that was written is ever lost, whatever the queue did. What is too
 * old is never sent: the operator is told of it, once, and its item says so to whoever works in the list.
 */
export const sweep = (ports: Pick<Ports, 'callOffs' | 'effects' | 'clock' | 'log'>) => async (): Promise<SweepReport> => {
  const { changed, cursor } = await ports.callOffs.changes(await ports.effects.cursor());
  for (const stored of changed) if (stored.callOff.outbox.length > 0) await ports.effects.expect(stored);
  await ports.effects.moveCursor(cursor);

  const now = ports.clock.now();
  const counts = { requeued: 0, settled: 0, tooOld: 0, unreadable: 0 };
  const receipted = new Map<string, ReadonlySet<string>>();
  for (const row of await ports.effects.expected()) {
    const receipts = receipted.get(row.ref) ?? new Set((await ports.effects.receipts(row.ref)).map((receipt) => receipt.effectId));
    receipted.set(row.ref, receipts);
    const age = Date.parse(now) - Date.parse(row.madeAt);
    if (receipts.has(row.effectId)) {
      await ports.effects.forget(row.ref, row.effectId);
      counts.settled += 1;
    } else if (isTooOld(row.madeAt, now)) {
      if (row.toldAt === undefined) await tellPeople(ports, row, now);
      counts.tooOld += 1;
    } else if (age > graceMilliseconds) counts[await requeue(ports, row)] += 1;
  }
  const report = { learnt: changed.length, ...counts };
  ports.log.event('info', 'sweep', report);
  return report;
};

/** Told first, in the log and on the item itself, and noted then: a crash in between tells twice, never nothing. */
const tellPeople = async (
  ports: Pick<Ports, 'callOffs' | 'effects' | 'clock' | 'log'>,
  { ref, itemId, effectId, madeAt }: ExpectedEffect,
  now: string,
): Promise<void> => {
  ports.log.event('error', 'effect-too-old', { ref, effectId, madeAt });
  try {
    await noteNeverSent(ports, itemId, effectId);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    ports.log.event('error', 'effect-unreadable', { ref, effectId, code: error.code });
  }
  await ports.effects.noteTold(ref, effectId, now);
};

const requeue = async (
  ports: Pick<Ports, 'callOffs' | 'effects' | 'log'>,
  row: ExpectedEffect,
): Promise<'requeued' | 'settled' | 'unreadable'> => {
  let stored: StoredCallOff | undefined;
  try {
    stored = await ports.callOffs.get(row.itemId);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    ports.log.event('error', 'effect-unreadable', { ref: row.ref, effectId: row.effectId, code: error.code });
    return 'unreadable';
  }
  const effect = stored?.callOff.outbox.find((pending) => pending.id === row.effectId);
  if (!stored || !effect) {
    await ports.effects.forget(row.ref, row.effectId);
    return 'settled';
  }
  await ports.effects.enqueueOnce(stored, [effect]);
  return 'requeued';
};
