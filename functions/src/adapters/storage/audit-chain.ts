import type { AuditEvent } from '@ap/shared/domain/audit-event';
import { ServiceBusy } from '../../http/service-busy.ts';
import { once } from '../../once.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Audit } from '../../ports/effects.ts';
import { blobAfter, firstBlobOf, isAuditBlob, isPast, monthOf } from './audit-blob-name.ts';
import { type AuditLine, beginsAnew, chained, continuing, genesis, isContinuation, parseLine } from './audit-line.ts';
import { isConflict, type Storage, unlessMissing } from './storage.ts';

export interface AuditChainOptions {
  /** An append blob takes 50,000 blocks; each line is one. At least 2. */
  readonly blocksPerBlob: number;
}

/** What this process has read of one blob. */
interface Tail {
  readonly name: string;
  /** Bytes that were read: the place where the next line must go. */
  length: number;
  blocks: number;
  hash: string | undefined;
  continuesIn: string | undefined;
  /** Ids of its events; where the register was restored, of those since. */
  readonly ids: Set<string>;
  restored: boolean;
}

const maxConflicts = 5;
/** An event may lie in the blob of the month before it was made: the clocks of two machines differ. */
const leewayMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The audit log as a chain of hashes in append blobs: a new blob each month and whenever one is full. A blob ends with a line that names the next, so that
 * whoever still writes to it learns of that. Written at a known position only: on 412 or no answer the tail is read again, and an event that lies in
 * any blob since it was made is skipped. What was recorded before the register was restored is of another history: rows went back, their versions are counted
 * again, and an event of a new version bears the id of a lost one. Throws ServiceBusy after five conflicts.
 */
export const auditChain = (storage: Storage, clock: Clock, { blocksPerBlob }: AuditChainOptions = { blocksPerBlob: 40_000 }): Audit => {
  const container = storage.container('audit');
  const ready = once(() => container.createIfNotExists());
  const tails = new Map<string, Tail>();
  const names: string[] = [];

  /** A blob as it was read; what was appended since then is read only when a write has found it out of date. */
  const tailOf = async (name: string): Promise<Tail> => tails.get(name) ?? readOn(name);

  const readOn = async (name: string): Promise<Tail> => {
    const tail = tails.get(name) ?? {
      name,
      length: 0,
      blocks: 0,
      hash: undefined,
      continuesIn: undefined,
      ids: new Set<string>(),
      restored: false,
    };
    const added = await container.getAppendBlobClient(name).downloadToBuffer(tail.length);
    const lines = added.toString('utf8').split('\n').filter(Boolean).map(parseLine);
    if (!lines.every((line) => line !== undefined))
      throw new Error(`A line of ${name} is not one of the audit chain: npm run audit:verify`);
    for (const line of lines) note(tail, line);
    tail.length += added.length;
    tails.set(name, tail);
    return tail;
  };

  /** The blob that is written to: the last one, made where there is none yet. */
  const newest = async (): Promise<Tail> => {
    if (names.length === 0) {
      for await (const { name } of container.listBlobsFlat()) if (isAuditBlob(name)) names.push(name);
      names.sort();
    }
    if (names.length === 0) await goOnIn(firstBlobOf(monthOf(clock.now())));
    for (;;) {
      const tail = await tailOf(names.at(-1) ?? '');
      if (tail.continuesIn === undefined) return tail;
      await goOnIn(tail.continuesIn);
    }
  };
  const goOnIn = async (name: string): Promise<void> => {
    await container.getAppendBlobClient(name).createIfNotExists();
    names.push(name);
  };

  const isKnown = async (event: AuditEvent): Promise<boolean> => {
    const since = monthOf(new Date(Date.parse(event.at) - leewayMilliseconds).toISOString());
    for (const name of names.toReversed()) {
      if (name < since) return false;
      const { ids, restored } = await tailOf(name);
      if (ids.has(event.id)) return true;
      if (restored) return false;
    }
    return false;
  };

  const lastHash = async (tail: Tail): Promise<string> => {
    const before = names[names.indexOf(tail.name) - 1];
    return tail.hash ?? (before === undefined ? genesis : ((await tailOf(before)).hash ?? genesis));
  };

  const write = async (tail: Tail, line: AuditLine): Promise<void> => {
    const text = `${JSON.stringify(line)}\n`;
    const bytes = Buffer.byteLength(text);
    await container.getAppendBlobClient(tail.name).appendBlock(text, bytes, { conditions: { appendPosition: tail.length } });
    note(tail, line);
    tail.length += bytes;
  };

  const append = async (event: AuditEvent): Promise<void> => {
    await ready();
    for (let conflicts = 0; conflicts < maxConflicts; ) {
      const tail = await newest();
      if (await isKnown(event)) return;
      const month = monthOf(clock.now());
      const isFull = tail.blocks >= blocksPerBlob - 1;
      const previous = await lastHash(tail);
      try {
        if (isFull || isPast(tail.name, month)) await write(tail, continuing(blobAfter(tail.name, month), previous));
        else return await write(tail, chained(event, previous));
      } catch (error) {
        if (!isConflict(error)) throw error;
        conflicts += 1;
        await readOn(tail.name);
      }
    }
    throw new ServiceBusy('audit', 412);
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

const note = (tail: Tail, line: AuditLine): void => {
  tail.blocks += 1;
  tail.hash = line.hash;
  if (isContinuation(line)) tail.continuesIn = line.continuesIn;
  else {
    if (beginsAnew(line)) {
      tail.ids.clear();
      tail.restored = true;
    }
    tail.ids.add(line.id);
  }
};

/** Every blob of the chain in order, as it lies there; `undefined` where no log was ever begun. */
export const auditBlobs = async (storage: Storage): Promise<readonly { readonly name: string; readonly text: string }[] | undefined> => {
  const container = storage.container('audit');
  const names = await unlessMissing(async () => {
    const found: string[] = [];
    for await (const { name } of container.listBlobsFlat()) found.push(name);
    return found.sort();
  });
  return (
    names &&
    Promise.all(
      names.map(async (name) => ({ name, text: (await container.getAppendBlobClient(name).downloadToBuffer()).toString('utf8') })),
    )
  );
};

/** The same for who cannot do without: throws when there is no audit log: one that was never begun, or of another deployment. */
export const readAudit = async (storage: Storage): Promise<readonly { readonly name: string; readonly text: string }[]> => {
  const blobs = await auditBlobs(storage);
  if (!blobs) throw new Error(`there is no container ${storage.container('audit').containerName}`);
  return blobs;
};
