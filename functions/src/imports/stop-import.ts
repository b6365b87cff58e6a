import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { stopImport as declared } from '@ap/shared/contract/imports';
import type { Call } from '../http/route.ts';
import type { ImportPorts } from '../ports/imports.ts';
import { noSuchImport } from './check-import.ts';
import { viewImport } from './import-view.ts';
import { loadKept, saveKept } from './kept-import.ts';

/** Leaves word for whoever carries the import out: it sends no batch after the one on its way. One that was not begun, or is over, stays as it is. */
export const stopImport =
  ({ importFiles, clock, log }: Pick<ImportPorts, 'importFiles' | 'clock' | 'log'>) =>
  async ({ caller, params: { importId } }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const now = clock.now();
    const [checked, job] = await Promise.all([loadKept(importFiles, 'checked', importId), loadKept(importFiles, 'job', importId)]);
    if (!checked) throw noSuchImport();
    if (!job || job.finishedAt) return viewImport(checked, job, now);
    const stop = (await loadKept(importFiles, 'stop', importId)) ?? { by: caller.person, at: now };
    await saveKept(importFiles, 'stop', importId, stop);
    log.event('info', 'import-stopped', { importId });
    return viewImport(checked, job, now, stop);
  };
