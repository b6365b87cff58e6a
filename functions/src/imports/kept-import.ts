import type { Values } from '@ap/shared/domain/imports/column';
import type { ImportJob, ImportWrite, StopOrder } from '@ap/shared/domain/imports/job';
import type { ImportPlan } from '@ap/shared/domain/imports/plan-import';
import type { ImportKind } from '@ap/shared/domain/imports/record';
import type { PlannedRow, ReadImport } from '@ap/shared/domain/imports/row';
import type { ImportFiles } from '../ports/imports.ts';

/** A row as it is shown: without what would be written. */
export type ShownRow = Omit<PlannedRow, 'values' | 'record'>;

/** A file that was checked: what was read of it, and what it would do. Nothing of its other cells is kept. */
export interface CheckedImport {
  readonly importId: string;
  readonly fileName: string;
  readonly checkedAt: string;
  readonly expiresAt: string;
  readonly read: ReadImport;
  readonly rows: readonly ShownRow[];
  readonly counts: ImportPlan['counts'];
}

/** What the file says of each record, remembered once it is written. */
export interface SaidRow {
  readonly kind: ImportKind;
  readonly ref: string;
  readonly values: Values;
}

/** The one import that is being carried out, and until when somebody works at it. */
export interface RunningImport {
  readonly importId: string;
  readonly claimedUntil: string;
}

interface Documents {
  readonly checked: CheckedImport;
  readonly job: ImportJob;
  readonly writes: readonly ImportWrite[];
  readonly said: readonly SaidRow[];
  /** Apart from the job, which only whoever carries it out writes. */
  readonly stop: StopOrder;
}

const nameOf = (what: keyof Documents, importId: string): string => `${what}/${importId}`;

export const loadKept = async <What extends keyof Documents>(
  files: ImportFiles,
  what: What,
  importId: string,
): Promise<Documents[What] | undefined> => {
  const found = await files.load(nameOf(what, importId));
  return found && (JSON.parse(found.content) as Documents[What]);
};

export const saveKept = async <What extends keyof Documents>(
  files: ImportFiles,
  what: What,
  importId: string,
  content: Documents[What],
): Promise<void> => {
  await files.save(nameOf(what, importId), JSON.stringify(content), 'whatever');
};

export const removeKept = (files: ImportFiles, what: keyof Documents, importId: string): Promise<void> =>
  files.remove(nameOf(what, importId));

const runningName = 'running';

export const loadRunning = async (files: ImportFiles): Promise<(RunningImport & { readonly eTag: string }) | undefined> => {
  const found = await files.load(runningName);
  return found && { ...(JSON.parse(found.content) as RunningImport), eTag: found.eTag };
};

/** False when somebody else was first. */
export const saveRunning = (files: ImportFiles, running: RunningImport, over: Parameters<ImportFiles['save']>[2]): Promise<boolean> =>
  files.save(runningName, JSON.stringify({ importId: running.importId, claimedUntil: running.claimedUntil }), over);

export const removeRunning = (files: ImportFiles): Promise<void> => files.remove(runningName);

type LastImported = Readonly<Record<string, Values>>;
const lastName = (kind: ImportKind): string => `last/${kind}`;

/** What the last import said of each record of a kind. */
export const loadLast = async (files: ImportFiles, kind: ImportKind): Promise<LastImported> => {
  const found = await files.load(lastName(kind));
  return found ? (JSON.parse(found.content) as LastImported) : {};
};

export const saveLast = async (files: ImportFiles, kind: ImportKind, said: readonly SaidRow[]): Promise<void> => {
  const last = { ...(await loadLast(files, kind)), ...Object.fromEntries(said.map(({ ref, values }) => [ref, values])) };
  await files.save(lastName(kind), JSON.stringify(last), 'whatever');
};

const day = 24 * 60 * 60 * 1000;
/** A check may hold what a person should not have put into a file: it is kept for a day. */
export const checkLastsMilliseconds = day;

/** Removes checks after a day, and what is left of imports after a month. */
export const removeOld = async (files: ImportFiles, now: string): Promise<void> => {
  const before = (days: number) => new Date(Date.parse(now) - days * day).toISOString();
  await files.removeOlder('checked/', before(1));
  for (const what of ['job', 'writes', 'said', 'stop']) await files.removeOlder(`${what}/`, before(30));
};
