import type { ImportReply } from '@ap/shared/contract/imports';
import { isAfter } from '@ap/shared/domain/days/instants';
import { doneOf, type ImportJob, type StopOrder } from '@ap/shared/domain/imports/job';
import { type RowOutcome, rowOutcomes } from '@ap/shared/domain/imports/row';
import type { CheckedImport } from './kept-import.ts';

const mostRowsShown = 200;
const mostNotWrittenShown = 200;

/** What needs a person's eye comes first; rows that would change nothing are only counted. */
const order: Readonly<Record<RowOutcome, number>> = { error: 0, conflict: 1, changed: 2, new: 3, same: 4 };

/** An import as its page shows it. */
export const viewImport = (checked: CheckedImport, job: ImportJob | undefined, now: string, stop?: StopOrder): ImportReply => {
  const { importId, fileName, checkedAt, expiresAt, read, counts } = checked;
  const paused = job?.pausedUntil !== undefined && isAfter(job.pausedUntil, now) && !job.finishedAt;
  return {
    importId,
    fileName,
    checkedAt,
    expiresAt,
    state: job === undefined ? 'checked' : job.finishedAt ? 'finished' : stop ? 'stopping' : paused ? 'paused' : 'running',
    sheets: read.sheets.map(({ name, kind, rows, left }) => ({ name, kind, rows: rows.length, left })),
    aside: read.aside,
    sheetErrors: read.sheetErrors,
    counts: { ...counts },
    rows: rowOutcomes
      .filter((outcome) => outcome !== 'same')
      .sort((a, b) => order[a] - order[b])
      .flatMap((outcome) => checked.rows.filter((row) => row.outcome === outcome).slice(0, mostRowsShown))
      .slice(0, mostRowsShown)
      .map(({ changes, errors, ...row }) => ({
        ...row,
        changes: changes.map(({ heading, from, to }) => ({ heading, from, to })),
        errors,
      })),
    ...(job ? { progress: viewProgress(job, paused, job.stopped ?? stop) } : {}),
  };
};

const viewProgress = (job: ImportJob, paused: boolean, stopped: StopOrder | undefined): ImportReply['progress'] => ({
  total: job.total,
  done: doneOf(job),
  left: job.total - doneOf(job),
  created: job.created,
  updated: job.updated,
  alreadyThere: job.alreadyThere,
  notWritten: job.notWritten.slice(0, mostNotWrittenShown).map((each) => ({ ...each })),
  ...(paused && job.pausedUntil ? { pausedUntil: job.pausedUntil } : {}),
  ...(stopped ? { stoppedBy: stopped.by.name, stoppedAt: stopped.at } : {}),
  ...(job.finishedAt ? { finishedAt: job.finishedAt } : {}),
});
