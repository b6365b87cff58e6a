import { createHash } from 'node:crypto';
import { type AuditEvent, auditActions } from '@ap/shared/domain/audit-event';
import * as z from 'zod';

/** What every line of the chain carries: the hash of the line before, and its own over both. */
const links = { previous: z.string(), hash: z.string() };

// Strict: what the hash does not cover may not be there.
const chainedEvent = z.strictObject({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  action: z.enum(auditActions),
  subject: z.string(),
  subjectVersion: z.int(),
  refs: z.array(z.string()).readonly().optional(),
  ...links,
});
const continuation = z.strictObject({ continuesIn: z.string(), ...links });

export type ChainedEvent = z.infer<typeof chainedEvent>;
/** The last line of a blob that is full or whose month is over: where the chain goes on. Nothing is appended after it. */
export type Continuation = z.infer<typeof continuation>;
export type AuditLine = ChainedEvent | Continuation;

/** What the very first line follows. */
export const genesis = '0'.repeat(64);

const sha256 = (parts: readonly (string | number)[]): string => createHash('sha256').update(parts.join('|')).digest('hex');

/** Hash of an event's line: over the event in fixed order and the hash before it. */
export const hashOf = (event: AuditEvent, previous: string): string =>
  sha256([
    ...[previous, event.id, event.at, event.actor, event.action, event.subject, event.subjectVersion],
    // A line without them has the hash that it had before there were any.
    ...(event.refs === undefined ? [] : [event.refs.join(',')]),
  ]);

export const isContinuation = (line: AuditLine): line is Continuation => 'continuesIn' in line;

/** Whether the register was restored here, so that ids of events may come again after it. */
export const beginsAnew = (line: ChainedEvent): boolean => line.action === 'register-restored';

/** The hash that a line should carry. */
export const rightHash = (line: AuditLine): string =>
  isContinuation(line) ? sha256([line.previous, 'continues-in', line.continuesIn]) : hashOf(line, line.previous);

export const chained = ({ id, at, actor, action, subject, subjectVersion, refs }: AuditEvent, previous: string): ChainedEvent => {
  const event = { id, at, actor, action, subject, subjectVersion, ...(refs === undefined ? {} : { refs }) };
  return { ...event, previous, hash: hashOf(event, previous) };
};

export const continuing = (continuesIn: string, previous: string): Continuation => {
  const line = { continuesIn, previous, hash: '' };
  return { ...line, hash: rightHash(line) };
};

/** Reads one line; `undefined` when it is none. */
export const parseLine = (text: string): AuditLine | undefined => {
  try {
    return z.union([chainedEvent, continuation]).safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
