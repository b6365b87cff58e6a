import { type AuditLine, beginsAnew, type ChainedEvent, genesis, isContinuation, parseLine, rightHash } from './audit-line.ts';

export interface AuditBlob {
  readonly name: string;
  readonly text: string;
}

export type BreakReason =
  | 'unreadable'
  | 'changed'
  | 'does-not-follow'
  | 'written-after-the-end'
  | 'recorded-twice'
  | 'not-the-blob-named-before'
  | 'blob-missing';

/** Where the chain breaks first. `event` is the id of the event there, where the line names one. */
export interface AuditBreak {
  readonly ok: false;
  readonly blob: string;
  /** Counted from 1; 0 for the blob as a whole. */
  readonly line: number;
  readonly event: string | undefined;
  readonly why: BreakReason;
}

/** A chain that holds. `gaps` are versions below a subject's last that no event tells of: still on their way, or never recorded. */
export interface AuditHolds {
  readonly ok: true;
  readonly events: number;
  readonly lastHash: string;
  readonly gaps: readonly { readonly subject: string; readonly version: number }[];
}

/**
 * Verifies the chain over all blobs, given in order: every line is whole, unchanged and follows from the one before, every blob but the last ends by naming
 * the next, no event is recorded twice but after the register was restored. What was cut off at the very end, or written anew from a place on with hashes
 * that fit, leaves no trace here: look for a hash that was noted earlier (`isInChain`).
 */
export const verifyAudit = (blobs: readonly AuditBlob[]): AuditHolds | AuditBreak => {
  const events: ChainedEvent[] = [];
  const ids = new Set<string>();
  let previous = genesis;
  let continuesIn: string | undefined = blobs[0]?.name;

  for (const { name, text } of blobs) {
    if (name !== continuesIn) return broken(name, 0, '', 'not-the-blob-named-before');
    continuesIn = undefined;
    for (const [index, raw] of linesOf(text).entries()) {
      const line = parseLine(raw);
      const why = reasonOf(line, previous, continuesIn, ids);
      if (!line || why) return broken(name, index + 1, raw, why ?? 'unreadable');
      previous = line.hash;
      if (isContinuation(line)) continuesIn = line.continuesIn;
      else {
        if (beginsAnew(line)) ids.clear();
        ids.add(line.id);
        events.push(line);
      }
    }
  }
  if (blobs.length > 0 && continuesIn !== undefined) return broken(continuesIn, 0, '', 'blob-missing');
  return { ok: true, events: events.length, lastHash: previous, gaps: gapsIn(events) };
};

/** Whether a hash that was noted earlier is that of a line still: then nothing up to that line was changed since. Of blobs that verify. */
export const isInChain = (blobs: readonly AuditBlob[], hash: string): boolean =>
  hash === genesis || blobs.some(({ text }) => linesOf(text).some((raw) => parseLine(raw)?.hash === hash));

const linesOf = (text: string): readonly string[] =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .slice(text === '' ? 1 : 0);

const reasonOf = (
  line: AuditLine | undefined,
  previous: string,
  continuesIn: string | undefined,
  ids: ReadonlySet<string>,
): BreakReason | undefined => {
  if (continuesIn !== undefined) return 'written-after-the-end';
  if (!line) return 'unreadable';
  if (line.hash !== rightHash(line)) return 'changed';
  if (line.previous !== previous) return 'does-not-follow';
  return !isContinuation(line) && ids.has(line.id) ? 'recorded-twice' : undefined;
};

const broken = (blob: string, line: number, raw: string, why: BreakReason): AuditBreak => ({
  ok: false,
  blob,
  line,
  event: /"id":\s*"([^"]{1,100})"/.exec(raw)?.[1],
  why,
});

/** Versions of a subject run from 1 without gaps; events of one version, and their order, are free. */
const gapsIn = (events: readonly ChainedEvent[]): AuditHolds['gaps'] => {
  const versions = new Map<string, Set<number>>();
  for (const { subject, subjectVersion } of events) versions.set(subject, (versions.get(subject) ?? new Set()).add(subjectVersion));
  return [...versions].flatMap(([subject, seen]) =>
    Array.from({ length: Math.max(...seen) }, (_, index) => index + 1)
      .filter((version) => !seen.has(version))
      .map((version) => ({ subject, version })),
  );
};
