import { Worker } from 'node:worker_threads';
import type { PackedRows } from '@ap/shared/search/engine/packed-rows';
import type { Outcodes } from '@ap/shared/search/geography';
import type { LaidOut } from '@ap/shared/search/laid-out';
import type { Log } from '../ports/clock.ts';

/** Lays rows out in a thread that is started for it, so that requests are answered meanwhile. `file` is what the thread runs. Rejects where it ends without an answer. */
export const layOutInThread =
  (file: URL, log: Log) =>
  async (rows: PackedRows, outcodes: Outcodes): Promise<LaidOut> => {
    const begun = performance.now();
    const thread = new Worker(file, { workerData: { rows, outcodes }, execArgv: [] });
    try {
      const laid = await new Promise<LaidOut>((resolve, reject) => {
        thread.once('message', resolve);
        thread.once('error', reject);
        thread.once('exit', (code) => reject(new Error(`The thread ended with ${code}.`)));
      });
      log.event('info', 'directory-laid-out', { hash: laid.hash, milliseconds: Math.round(performance.now() - begun) });
      return laid;
    } catch (error) {
      log.event('warning', 'directory-not-laid-out', { error: error instanceof Error ? error.name : 'unknown' });
      throw error;
    }
  };
