import { randomBytes } from 'node:crypto';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { Invoice } from '@ap/shared/domain/invoices/invoice';
import { personKey, theProduct } from '@ap/shared/domain/people/person';
import { eraseCallOff, eraseDay, erasedReference, eraseInvoice, eraseReviews } from '@ap/shared/domain/privacy/erase-pupil';
import { whyStillNeeded } from '@ap/shared/domain/privacy/open-placement';
import { callOffs, fromCallOff, toCallOff } from '@ap/shared/lists/call-offs';
import { decodeFields } from '@ap/shared/lists/codec';
import { fromInvoice, invoices, toInvoice } from '@ap/shared/lists/invoices';
import { fromLedger, ledgers, toLedger } from '@ap/shared/lists/ledgers';
import { fromOrderReviews, reviews, toOrderReviews } from '@ap/shared/lists/reviews';
import { fromAttendanceDay, sessions, toAttendanceDay } from '@ap/shared/lists/sessions';
import { type FoundRow, type FoundSubject, type Subject, whatIsLeftOf } from './find-subject.ts';
import { unmentioned } from './mentions.ts';
import { emptyBin } from './recycle-bin.ts';
import { deletePast, dropSnapshots, read, rewrite } from './rows.ts';
import { pupilKeyOf, type Stores } from './stores.ts';

/** Why a pupil cannot be erased yet, one sentence for each record that is still needed. */
export const whyNotYet = (found: FoundSubject, held: readonly string[]): readonly string[] => {
  const papers = invoicesAmong(found);
  const needed = found.callOffs.flatMap((callOff) => whyStillNeeded(callOff, papers, held) ?? []);
  const waiting = found.entities.filter(({ table }) => table === 'parked');
  return [
    ...needed,
    ...waiting.map(() => 'A command of this pupil waits for the register: it is carried out within minutes. Ask again then.'),
  ];
};

const invoicesAmong = ({ rows }: FoundSubject): readonly Invoice[] =>
  rows.filter(({ list }) => list === invoices).map(({ row }) => toInvoice(read(invoices, row)));

/**
 * Erases a pupil of a buyer from everything that is kept: rows, their earlier versions, good copies, copies of lists, drafts, waiting commands and the
 * recycle bin. Money, days of service and decisions stay. Each step done twice changes nothing, so that a run that broke off is run again. Says each step.
 * `partly`: only what is given, for other records of the pupil are still needed.
 */
export const eraseSubject = async (
  stores: Stores,
  subject: Subject,
  found: FoundSubject,
  say: (line: string) => void,
  { partly = false } = {},
): Promise<void> => {
  const reference = erasedReference(randomBytes(5).toString('hex').toUpperCase());
  const refs = new Set(found.callOffs.map(({ ref }) => ref));
  const lists = [...new Set(found.rows.map(({ list }) => list.title))];
  const binned = found.rows
    .filter(({ as }) => as === 'own')
    .map(({ list, row }) => ({ list, itemId: row.itemId, title: row.fields.Title }));
  // First: a bin that cannot be looked through stops the run while everything can still be found.
  const before = await emptyBin(stores, binned);
  for (const callOff of found.callOffs) await recordErasure(stores, callOff);
  // Call-offs last: by them everything else is found, should this run break off.
  for (const each of [...found.rows].sort((a, b) => Number(a.list === callOffs) - Number(b.list === callOffs))) {
    if (each.now) await rewriteOne(stores, subject, each, { reference, refs });
    // What was written over a moment ago is a version now: it tells of the pupil as well.
    const gone = await deletePast(stores, each.list, each.row.itemId, each.now ? undefined : new Set(each.past.map(({ label }) => label)));
    if (each.list !== callOffs) await dropSnapshots(stores, [each.list.title]);
    say(`${each.list.title}, ${String(each.row.fields.Title)}: ${each.now ? 'erased' : 'stays'}, ${gone} earlier versions deleted`);
  }
  for (const { table, partitionKey, rowKey, content } of found.entities) {
    if (table === 'choices') {
      // Evidence of what was bought and why: only the words about the pupil go.
      const erased = unmentioned({ choice: JSON.stringify(content) }, subject.pupil);
      await stores.storage.table(table).updateEntity({ partitionKey, rowKey, ...erased }, 'Replace');
      say(`${table}: one erased`);
      continue;
    }
    await stores.storage.table(table).deleteEntity(partitionKey, rowKey);
    say(`${table}: one deleted`);
  }
  await dropSnapshots(stores, lists);
  const inBin = before + (await emptyBin(stores, binned));
  if (inBin > 0) say(`recycle bin: ${inBin} rows deleted`);
  if (partly) return;
  const left = await leftOver(stores, subject);
  if (left > 0) throw new Error(`${left} records still tell of the pupil: something was written meanwhile. Run it again.`);
};

/** How many records tell of the pupil still. */
const leftOver = async (stores: Stores, subject: Subject): Promise<number> => {
  const { rows, entities } = await whatIsLeftOf(stores, subject);
  return rows.length + entities.length;
};

/** Written before the row is: a run that breaks off in between says so again under the same id, which counts once. */
const recordErasure = async ({ audit }: Stores, { ref, version }: CallOff): Promise<void> =>
  audit.append({
    id: `${ref}-v${version}-pupil-erased`,
    at: new Date().toISOString(),
    actor: personKey(theProduct),
    action: 'pupil-erased',
    subject: ref,
    subjectVersion: version,
  });

interface Erasing {
  readonly reference: string;
  readonly refs: ReadonlySet<string>;
}

const rewriteOne = async (
  stores: Stores,
  { buyer, pupil }: Subject,
  { list, row, as }: FoundRow,
  { reference, refs }: Erasing,
): Promise<void> => {
  if (as === 'mentioned') {
    const decoded = decodeFields(list, unmentioned(row.fields, pupil));
    if (!decoded.ok) throw new Error(`${list.title}, item ${row.itemId} cannot be written without the reference.`);
    return rewrite(stores, list, row, decoded.fields);
  }
  if (list === callOffs) {
    const erased = eraseCallOff(toCallOff(read(callOffs, row)), reference);
    return rewrite(stores, callOffs, row, fromCallOff(erased));
  }
  if (list === sessions) return rewrite(stores, sessions, row, fromAttendanceDay(eraseDay(toAttendanceDay(read(sessions, row)))));
  if (list === reviews) return rewrite(stores, reviews, row, fromOrderReviews(eraseReviews(toOrderReviews(read(reviews, row)))));
  if (list === invoices) return rewrite(stores, invoices, row, fromInvoice(eraseInvoice(toInvoice(read(invoices, row)), refs)));
  const ledger = toLedger(read(ledgers, row));
  const [from, to] = [pupilKeyOf(buyer, pupil), pupilKeyOf(buyer, reference)];
  const shares = ledger.shares.map((share) => ({
    ...share,
    placements: share.placements.map((placement) => (placement.pupil === from ? { ...placement, pupil: to } : placement)),
  }));
  return rewrite(stores, ledgers, row, fromLedger({ ...ledger, shares }));
};
