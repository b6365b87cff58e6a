import type { Person } from '../people/person.ts';
import type { ImportKind, ImportRecord } from './record.ts';
import type { PlannedRow } from './row.ts';

/** How a row stands that the register has already: what its next write depends on. */
export interface StoredRecord {
  readonly itemId: number;
  readonly eTag: string;
  readonly record: ImportRecord;
}

/** One write of an import: a new record, or the changes between a record and what it will be. */
export interface ImportWrite {
  readonly kind: ImportKind;
  readonly ref: string;
  readonly sheet: string;
  readonly row: number;
  readonly record: ImportRecord;
  readonly present?: StoredRecord;
}

export interface NotWritten {
  readonly sheet: string;
  readonly row: number;
  readonly ref: string;
  readonly sentence: string;
}

/** How far an import is. It is kept after each batch: whoever goes on begins where it was, and writes at most one batch again. */
export interface ImportJob {
  readonly importId: string;
  readonly by: Person;
  readonly confirmedAt: string;
  readonly total: number;
  /** The first write that is not settled. */
  readonly next: number;
  /** Writes before it that the service has not answered for. */
  readonly again: readonly number[];
  readonly created: number;
  readonly updated: number;
  /** Rows that were found as the file has them: by an earlier try, or by a person's hand. */
  readonly alreadyThere: number;
  readonly notWritten: readonly NotWritten[];
  /** No request before this instant. */
  readonly notBefore: string;
  /** The service asked to wait until then; otherwise the import only keeps its own pace. */
  readonly pausedUntil?: string;
  readonly finishedAt?: string;
  /** Nothing that was not begun is written any more. */
  readonly stopped?: StopOrder;
}

/** A person's word that an import goes no further. */
export interface StopOrder {
  readonly by: Person;
  readonly at: string;
}

export type WriteOutcome = 'written' | 'already-there' | 'unanswered' | { readonly sentence: string };

export const newJob = (importId: string, by: Person, total: number, now: string): ImportJob => ({
  importId,
  by,
  confirmedAt: now,
  total,
  next: 0,
  again: [],
  created: 0,
  updated: 0,
  alreadyThere: 0,
  notWritten: [],
  notBefore: now,
});

/**
 * Places of the writes to send now: what was not answered goes first, because it may have arrived. Empty when there is nothing left. Of an import that was
 * stopped nothing else is left.
 */
export const nextBatch = ({ again, next, total, stopped }: ImportJob, size: number): readonly number[] => {
  const left = stopped ? 0 : total - next;
  const fresh = Array.from({ length: Math.min(Math.max(0, size - again.length), left) }, (_, index) => next + index);
  return [...again.slice(0, size), ...fresh];
};

/** The job after a batch, whose outcomes stand in the order of its places. */
export const afterBatch = (
  job: ImportJob,
  places: readonly number[],
  outcomes: readonly WriteOutcome[],
  writes: readonly ImportWrite[],
): ImportJob => {
  const settled = places.map((place, index) => ({ place, write: writeAt(writes, place), outcome: outcomes[index] ?? 'unanswered' }));
  const count = (matches: (each: (typeof settled)[number]) => boolean): number => settled.filter(matches).length;
  return {
    ...job,
    next: Math.max(job.next, ...places.map((place) => place + 1)),
    again: [
      ...job.again.filter((place) => !places.includes(place)),
      ...settled.flatMap(({ place, outcome }) => (outcome === 'unanswered' ? [place] : [])),
    ],
    created: job.created + count(({ outcome, write }) => outcome === 'written' && !write.present),
    updated: job.updated + count(({ outcome, write }) => outcome === 'written' && write.present !== undefined),
    alreadyThere: job.alreadyThere + count(({ outcome }) => outcome === 'already-there'),
    notWritten: [
      ...job.notWritten,
      ...settled.flatMap(({ outcome, write: { sheet, row, ref } }) =>
        typeof outcome === 'object' ? [{ sheet, row, ref, sentence: outcome.sentence }] : [],
      ),
    ],
  };
};

const writeAt = (writes: readonly ImportWrite[], place: number): ImportWrite => {
  const write = writes[place];
  if (!write) throw new RangeError(`The import has no write ${place}`);
  return write;
};

/** Rows that are settled, one way or another. */
export const doneOf = ({ next, again }: ImportJob): number => next - again.length;

/** Resource units that one write costs (sharepoint-graph.md, section 2). */
const unitsOfWrite = 2;

/** When the next request may be sent after one of so many writes: the allowance of a minute is spread evenly over it. */
export const paced = (now: string, writes: number, unitsPerMinute: number): string =>
  new Date(Date.parse(now) + (writes * unitsOfWrite * 60_000) / unitsPerMinute).toISOString();

/** What is to be written of a plan, in the order of its kinds. `followFile`: conflicts are decided for the file; otherwise the register stays. */
export const writesOf = (
  rows: readonly PlannedRow[],
  stored: (kind: ImportKind, ref: string) => StoredRecord | undefined,
  followFile: boolean,
): readonly ImportWrite[] =>
  rows.flatMap(({ kind, ref, sheet, row, outcome, record }) => {
    const wanted = outcome === 'new' || outcome === 'changed' || (outcome === 'conflict' && followFile);
    if (!wanted || !record) return [];
    const present = stored(kind, ref);
    return [{ kind, ref, sheet, row, record, ...(present ? { present } : {}) }];
  });
