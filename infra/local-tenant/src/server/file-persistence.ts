import { mkdirSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Persistence } from '../room.ts';
import { appendJournal, readJournal, writeJournal } from './journal-file.ts';

/** Persistence that can be brought to rest. */
export interface FilePersistence extends Persistence {
  /** Writes what is waiting and resolves when it is on the disk. Rejects when it could not be written. */
  flush(): Promise<void>;
  /** Forgets what is waiting: for a start that failed, which must not write over the state of a tenant that runs. */
  discard(): void;
}

const pause = 200;

/**
 * One JSON file per room under `dir`. Saves are gathered for 200 ms and written whole under another name, then renamed:
 * a crash leaves the file of before or of after, never half of one. A value is turned into text when it is written, so the
 * latest state is kept however often it was saved. A write that fails is told through `report` and tried again at the next save.
 * Journals are files of lines beside them, written before the documents: a crash may leave an entry too many, never one too few.
 */
export const filePersistence = (dir: string, report: (sentence: string) => void): FilePersistence => {
  mkdirSync(dir, { recursive: true });
  const waiting = new Map<string, unknown>();
  const unwritten = new Map<string, unknown[]>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const named = (name: string): string => {
    if (!/^[\w.-]+$/.test(name)) throw new Error(`'${name}' cannot name a document.`);
    return name;
  };
  const journalPath = (name: string): string => join(dir, `${named(name)}.jsonl`);

  const writeFile = async (name: string, value: unknown): Promise<void> => {
    const path = join(dir, `${name}.json`);
    // 0600: the signing keys are among these files.
    const file = await open(`${path}.new`, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify(value));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
  };

  const writeWaiting = async (): Promise<void> => {
    for (const [name, entries] of unwritten) {
      appendJournal(journalPath(name), entries);
      unwritten.delete(name);
    }
    const batch = [...waiting];
    waiting.clear();
    for (const [index, [name, value]] of batch.entries()) {
      try {
        await writeFile(name, value);
      } catch (failure) {
        for (const [missed, kept] of batch.slice(index)) if (!waiting.has(missed)) waiting.set(missed, kept);
        throw failure;
      }
    }
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const next = writing.then(writeWaiting);
    // The chain goes on after a failure; the failure itself belongs to whoever asked for this flush.
    writing = next.then(
      () => undefined,
      () => undefined,
    );
    return next;
  };

  const flushSoon = (): void => {
    timer ??= setTimeout(() => {
      flush().catch((failure: Error) => report(`The tenant's state could not be written to ${dir}: ${failure.message}.`));
    }, pause);
  };

  return {
    load: (name) => {
      const path = join(dir, `${name}.json`);
      try {
        return JSON.parse(readFileSync(path, 'utf8'));
      } catch (failure) {
        if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw new Error(`${path} cannot be read: ${(failure as Error).message}. Remove it to begin afresh.`);
      }
    },
    save: (name, value) => {
      waiting.set(named(name), value);
      flushSoon();
    },
    append: (journal, entry) => {
      const entries = unwritten.get(named(journal));
      if (entries === undefined) unwritten.set(journal, [entry]);
      else entries.push(entry);
      flushSoon();
    },
    entries: (journal) => [...readJournal(journalPath(journal)), ...(unwritten.get(journal) ?? [])],
    rewrite: (journal, entries) => {
      unwritten.delete(journal);
      writeJournal(journalPath(journal), entries);
    },
    flush,
    discard: () => {
      clearTimeout(timer);
      waiting.clear();
      unwritten.clear();
    },
  };
};
