import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AttendanceWork } from '@ap/shared/domain/attendance/attendance-day';
import { type AuditEvent, auditActions } from '@ap/shared/domain/audit-event';
import type { EffectWork } from '@ap/shared/domain/effect';
import type { InvoiceWork } from '@ap/shared/domain/invoices/invoice';
import type { ReviewWork } from '@ap/shared/domain/reviews/order-reviews';
import { chained, genesis, parseLine } from '../../functions/src/adapters/storage/audit-line.ts';
import { effectMessage } from '../../functions/src/adapters/storage/effect-queue.ts';
import { parkedMessage } from '../../functions/src/adapters/storage/parked-store.ts';
import { listHint } from '../../functions/src/adapters/storage/subscription-store.ts';

// R40: a pupil's reference, age, flags and what was written about them stay in the record. Messages, effects, queues and the audit log carry ids and words of
// closed lists.

const root = path.resolve(import.meta.dirname, '../..');

const sources = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(file);
    return /\.ts$/.test(entry.name) && !/\.(test|fixture)\.ts$/.test(entry.name) ? [file] : [];
  });

/** What builds a card, a mail, a notice of the activity feed or an answer of the bot. */
const isMessage = (file: string): boolean => {
  const text = readFileSync(path.join(root, file), 'utf8');
  return (
    /\/(cards|mail|conversation|effects)\/|-card\.ts$|-mail\.ts$|\/tell-|\/remind-|\/ask-/.test(file) ||
    /AdaptiveCard|tellPeople|\bMail\b/.test(text)
  );
};
const ofPupils = /\.(pupilRef|ehcPlan|lookedAfter|compulsorySchoolAge|exclusion|offSiteDirection|objectives|advice)\b|\brequest\.age\b/g;

/** Where a message looks at what a pupil is, without saying it. */
const mayLook: Readonly<Record<string, readonly string[]>> = {
  // Whether the Virtual School is told at all: its news says nothing of the child.
  'functions/src/approvals/tell-virtual-school.ts': ['.lookedAfter'],
};

test('what builds cards, mails and notices reads nothing about a pupil', () => {
  const messages = sources('functions/src').filter(isMessage);
  expect(messages.length).toBeGreaterThan(50);
  const told = messages.flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(ofPupils)]
      .filter(([found]) => !mayLook[file]?.includes(found))
      .map(([found]) => `${file}: ${found}`),
  );
  expect(told).toEqual([]);
});

/** Members of a union that may hold any text: neither a closed list of words nor the key of a person. */
type Loose<T> = T extends object ? { [K in keyof T]-?: string extends T[K] ? K : never }[keyof T] : never;
test('what waits in an outbox carries ids, days and words of closed lists: a new loose text does not compile here', () => {
  const callOff: Record<Loose<EffectWork>, true> = { holdRef: true };
  const attendance: Record<Loose<AttendanceWork>, true> = {};
  const reviews: Record<Loose<ReviewWork>, true> = {};
  const invoices: Record<Loose<InvoiceWork>, true> = {};
  expect(Object.keys({ ...callOff, ...attendance, ...reviews, ...invoices })).toEqual(['holdRef']);
});

test('queues carry ids', () => {
  expect(Object.keys(effectMessage.shape).sort()).toEqual(['byHand', 'effectIds', 'itemId', 'kind', 'list', 'once', 'trace', 'tries', 'v']);
  expect(Object.keys(parkedMessage.shape).sort()).toEqual(['id', 'kind', 'once', 'tries', 'v']);
  expect(Object.keys(listHint.shape).sort()).toEqual(['kind', 'list', 'v']);
});

test('an audit event has no place for a pupil: it cannot be erased, and need not be', () => {
  const texts: Record<Loose<AuditEvent>, true> = { id: true, at: true, actor: true, subject: true };
  expect(Object.keys(texts).sort()).toEqual(['actor', 'at', 'id', 'subject']);
  const event: AuditEvent = {
    id: 'CO-1-v1-0',
    at: '2026-11-27T10:00:00Z',
    actor: 'a/b',
    action: auditActions[0],
    subject: 'CO-1',
    subjectVersion: 1,
  };
  const line = JSON.stringify({ ...chained(event, genesis), pupilRef: 'P-0147' });
  expect(parseLine(line)).toBeUndefined();
});
