import { createHash } from 'node:crypto';
import type { AuditEvent } from '@ap/shared/domain/audit-event';
import type { AppendBlobClient } from '@azure/storage-blob';
import { ServiceBusy } from '../../http/service-busy.ts';
import type { Audit, Clock } from '../../ports.ts';
import { isConflict, isMissing, once, type Storage } from './storage.ts';

/** One line of the chain: the event, the hash of the line before, and its own hash over both. */
export interface ChainedEvent extends AuditEvent {
  readonly previous: string;
  readonly hash: string;
}

const genesis = '0'.repeat(64);
const maxTries = 5;

/** Hash of a line: over the event in fixed order and the hash before it. */
export const hashOf = (event: AuditEvent, previous: string): string =>
  createHash('sha256')
    .update([previous, event.id, event.at, event.actor, event.action, event.subject, event.subjectVersion].join('|'))
    .digest('hex');

/** The first line that does not follow from those before it, by index; -1 when the chain holds. */
export const firstBreak = (lines: readonly ChainedEvent[], start: string = genesis): number => {
  let previous = start;
  return lines.findIndex((line) => {
    const holds = line.previous === previous && line.hash === hashOf(line, previous);
    previous = line.hash;
    return !holds;
  });
};

interface Tail {
  readonly length: number;
  readonly lines: readonly ChainedEvent[];
}

/**
 * The audit log as a hash-chained append blob, a new blob each month that begins with the last hash of the month before. Written at a known position only:
 * on 412 or no answer the tail is read again, and an event that is there already is skipped.
 */
export const auditChain = (storage: Storage, clock: Clock): Audit => {
  const container = storage.container('audit');
  const ready = once(() => container.createIfNotExists());

  const append = async (event: AuditEvent): Promise<void> => {
    await ready();
    for (let tries = 0; tries < maxTries; tries += 1) {
      const month = clock.now().slice(0, 7);
      const blob = container.getAppendBlobClient(`${month}.jsonl`);
      const tail = await readTail(blob);
      if (tail?.lines.some((line) => line.id === event.id)) return;
      const previous = tail?.lines.at(-1)?.hash ?? (await lastHashBefore(month));
      const line = `${JSON.stringify({ ...event, previous, hash: hashOf(event, previous) })}\n`;
      try {
        if (!tail) await blob.create({ conditions: { ifNoneMatch: '*' } });
        await blob.appendBlock(line, Buffer.byteLength(line), { conditions: { appendPosition: tail?.length ?? 0 } });
        return;
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
    }
    throw new ServiceBusy('audit', 412);
  };

  const lastHashBefore = async (month: string): Promise<string> => {
    const names: string[] = [];
    for await (const blob of container.listBlobsFlat()) if (blob.name < `${month}.jsonl`) names.push(blob.name);
    const last = names.sort().at(-1);
    const tail = last === undefined ? undefined : await readTail(container.getAppendBlobClient(last));
    return tail?.lines.at(-1)?.hash ?? genesis;
  };

  // One appender at a time in this process; across processes the position decides.
  let turn: Promise<unknown> = Promise.resolve();
  return {
    append: (event) => {
      const mine = turn.then(() => append(event));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
};

const readTail = async (blob: AppendBlobClient): Promise<Tail | undefined> => {
  try {
    const content = await blob.downloadToBuffer();
    const lines = content.toString('utf8').split('\n').filter(Boolean);
    return { length: content.length, lines: lines.map((line) => JSON.parse(line) as ChainedEvent) };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};
