import { isAfter, isBefore } from '@ap/shared/domain/days/instants';
import {
  afterBatch,
  type ImportJob,
  type ImportWrite,
  nextBatch,
  paced,
  type StopOrder,
  type WriteOutcome,
} from '@ap/shared/domain/imports/job';
import { importKinds } from '@ap/shared/domain/imports/record';
import { sameRecord } from '@ap/shared/domain/imports/same-record';
import { personKey } from '@ap/shared/domain/people/person';
import { ProblemError } from '../http/problem-reply.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import type { ImportPorts, RegisterWriteOutcome } from '../ports/imports.ts';
import { loadKept, loadRunning, removeKept, removeRunning, saveKept, saveLast, saveRunning } from './kept-import.ts';

/** Rows in one request: as many as the service takes. */
const batchSize = 20;
/** The smallest tenant has 1,250 units a minute for one application (sharepoint-graph.md, section 2). Three fifths are for an import; the schools have the rest. */
const usualUnitsPerMinute = 750;
/** How long one run works before it leaves the rest to the next: below the five minutes that every host grants a function. */
const usualSliceMilliseconds = 240_000;
/** A run that has died is taken over after this time. */
const claimMilliseconds = 330_000;

export interface RunOptions {
  readonly pause: (milliseconds: number) => Promise<unknown>;
  readonly unitsPerMinute?: number;
  readonly sliceMilliseconds?: number;
}

export type RunReport = 'nothing to do' | 'somebody works at it' | 'goes on' | 'finished';

/**
 * Carries out the confirmed import for a while, batch by batch at its pace, and waits as long as the service asks. The job is kept after each batch. Every
 * write is safe to send twice: a new row by its unique reference, a change by the ETag that it was read with.
 */
export const runImport =
  (ports: ImportPorts, { pause, unitsPerMinute = usualUnitsPerMinute, sliceMilliseconds = usualSliceMilliseconds }: RunOptions) =>
  async (): Promise<RunReport> => {
    const { importFiles, importRegister, clock } = ports;
    const later = (milliseconds: number) => new Date(Date.parse(clock.now()) + milliseconds).toISOString();
    const running = await loadRunning(importFiles);
    if (!running) return 'nothing to do';
    const { importId, eTag, claimedUntil } = running;
    let job = await loadKept(importFiles, 'job', importId);
    if (!job) {
      // Taken, but the confirmation broke off before there was a job: after a while its place is free.
      if (isBefore(claimedUntil, clock.now())) await removeRunning(importFiles);
      return 'nothing to do';
    }
    // Nobody has worked at a job that has just been confirmed: its place need not run out first.
    if (isAfter(claimedUntil, clock.now()) && job.notBefore !== job.confirmedAt) return 'somebody works at it';
    if (!(await saveRunning(importFiles, { importId, claimedUntil: later(claimMilliseconds) }, { eTag }))) return 'somebody works at it';

    const writes = (await loadKept(importFiles, 'writes', importId)) ?? [];
    const end = later(sliceMilliseconds);
    for (;;) {
      if (!job.stopped) job = withStop(job, await loadKept(importFiles, 'stop', importId));
      const places = nextBatch(job, batchSize);
      if (places.length === 0) return finish(ports, job, writes);
      if (job.notBefore > end) break;
      await pause(Math.max(0, Date.parse(job.notBefore) - Date.parse(clock.now())));
      const sentAt = clock.now();
      const batch = places.flatMap((place) => writes[place] ?? []);
      const { outcomes, retryAfterSeconds } = await importRegister.write(batch);
      job = afterBatch(job, places, await settle(ports, batch, outcomes), writes);
      const pace = paced(sentAt, places.length, unitsPerMinute);
      const { pausedUntil: _earlier, ...going }: ImportJob = job;
      job = retryAfterSeconds === undefined ? { ...going, notBefore: pace } : waiting(going, pace, later(retryAfterSeconds * 1000));
      await saveKept(importFiles, 'job', importId, job);
      if (retryAfterSeconds !== undefined) ports.log.event('warning', 'import-paused', { importId, seconds: retryAfterSeconds });
    }
    await saveRunning(importFiles, { importId, claimedUntil: clock.now() }, 'whatever');
    return 'goes on';
  };

const withStop = (job: ImportJob, stopped: StopOrder | undefined): ImportJob => (stopped ? { ...job, stopped } : job);

const waiting = (job: ImportJob, pace: string, asked: string): ImportJob => ({
  ...job,
  notBefore: new Date(Math.max(Date.parse(pace), Date.parse(asked))).toISOString(),
  pausedUntil: asked,
});

/** What became of each write; one that met another row is looked at, for it may be what an earlier try of ours left. */
const settle = (
  { importRegister }: Pick<ImportPorts, 'importRegister'>,
  batch: readonly ImportWrite[],
  outcomes: readonly RegisterWriteOutcome[],
): Promise<readonly WriteOutcome[]> =>
  Promise.all(
    batch.map(async (write, index): Promise<WriteOutcome> => {
      const outcome = outcomes[index] ?? 'unanswered';
      if (outcome === 'written' || outcome === 'unanswered') return outcome;
      if (outcome === 'refused') return { sentence: 'The list did not take this row. Tell whoever administers the register.' };
      try {
        const found = await importRegister.find(write.kind, write.ref);
        if (found && sameRecord(found.record, write.record)) return 'already-there';
        if (write.present)
          return { sentence: 'Somebody changed this row after the file was checked: it was left as it is. Check the file again.' };
        return {
          sentence: found
            ? 'Somebody added this reference after the file was checked: it was left as it is. Check the file again.'
            : 'Another row has a value that only one may have, such as the UKPRN. Check the file again.',
        };
      } catch (error) {
        if (error instanceof ServiceBusy) return 'unanswered';
        if (error instanceof ProblemError)
          return { sentence: 'The row of this reference in the list cannot be read. Mend it there, and check the file again.' };
        throw error;
      }
    }),
  );

/** Remembers what the file said, and records that it was carried out. Each step may be done twice. */
const finish = async (ports: ImportPorts, job: ImportJob, writes: readonly ImportWrite[]): Promise<RunReport> => {
  const { importFiles, audit, clock } = ports;
  const { importId } = job;
  const left = new Set(job.notWritten.map(({ sheet, row }) => `${sheet} ${row}`));
  const written = writes.slice(0, job.next).filter(({ sheet, row }) => !left.has(`${sheet} ${row}`));
  const lost = new Set(writes.filter((write) => !written.includes(write)).map(({ kind, ref }) => `${kind} ${ref}`));
  const said = ((await loadKept(importFiles, 'said', importId)) ?? []).filter(({ kind, ref }) => !lost.has(`${kind} ${ref}`));
  for (const kind of importKinds) {
    const own = said.filter((each) => each.kind === kind);
    if (own.length > 0) await saveLast(importFiles, kind, own);
  }
  const at = clock.now();
  await audit.append({
    id: `${importId}-v1-0`,
    at,
    actor: personKey(job.by),
    action: 'import-applied',
    subject: importId,
    subjectVersion: 1,
    refs: written.map(({ ref }) => ref),
  });
  await saveKept(importFiles, 'job', importId, { ...job, finishedAt: at });
  await removeRunning(importFiles);
  for (const what of ['writes', 'said', 'stop'] as const) await removeKept(importFiles, what, importId);
  ports.log.event('info', 'import-finished', {
    importId,
    created: job.created,
    updated: job.updated,
    alreadyThere: job.alreadyThere,
    notWritten: job.notWritten.length,
    left: writes.length - job.next,
  });
  return 'finished';
};
