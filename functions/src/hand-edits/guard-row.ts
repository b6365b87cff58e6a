import { keyOf } from '@ap/shared/domain/hand-edits/edit-law';
import { type JudgedEdit, type RowReview, type RowVersion, settle } from '@ap/shared/domain/hand-edits/review-row';
import { recreatedNote } from '@ap/shared/domain/hand-edits/system-note';
import { personKey } from '@ap/shared/domain/people/person';
import { ServiceBusy } from '../http/service-busy.ts';
import type { GoodCopy, GuardedList, PresentRow } from '../ports/hand-edits.ts';
import { editId, type GuardPorts, type RunPorts, type SettledEdit } from './guard-ports.ts';
import { reviewVersions } from './review-versions.ts';

/** What is left to do for a row once people have been told: only then is it noted as seen. */
export interface SettledRow {
  readonly edits: readonly SettledEdit[];
  readonly note: () => Promise<void>;
}

const maxTries = 4;

/** The service does not say who wrote a row: whose edit it is, and whether it may stand, is not known. */
export class AuthorUntold extends Error {
  override readonly name = 'AuthorUntold';
}

/**
 * Versions with who wrote them. A person is always named, so what names nobody is a program's; where the row as it stands now is the app's, it is the app's. Otherwise
 * nothing of it is judged.
 */
const withAuthors = (versions: readonly RowVersion[], now: PresentRow): readonly RowVersion[] =>
  versions.map((version) => {
    if (version.by.kind !== 'untold') return version;
    if (now.current.by.kind !== 'app') throw new AuthorUntold('A version of the row does not say who wrote it');
    return { ...version, by: now.current.by };
  });

const nothing: SettledRow = { edits: [], note: async () => undefined };

/**
 * Brings one row to where it must be: what the app wrote stands, what others wrote is judged, what may not stand is put back in one write under the ETag
 * that was read. Whoever edits meanwhile is read again. Done twice it changes nothing. Throws ServiceBusy where no answer came or too many edit at once.
 */
export const guardRow = async (ports: RunPorts, list: GuardedList, changed: PresentRow): Promise<SettledRow> => {
  const { goodCopies, keys } = ports;
  const title = list.law.list;
  let row: PresentRow | undefined = changed;
  for (let tries = 0; row && tries < maxTries; tries += 1) {
    const kept = await goodCopies.get(title, row.itemId);
    if (kept && kept.copy.version >= row.current.version) return nothing;
    const good = kept?.copy.packed === undefined ? undefined : list.unpack(kept.copy.packed);
    // It could not be read when it was first seen, or by the schema of today: whatever it says once it can be read is where it begins.
    if (kept && good === undefined) return takeAsItIs(ports, list, row, kept.tag);
    if (row.current.by.kind === 'untold') {
      // A change that is told by the list's feed bears no author; the row by itself does.
      row = await list.read(row.itemId);
      if (row?.current.by.kind === 'untold') throw new AuthorUntold('The row does not say who wrote it');
      continue;
    }
    const from = kept?.copy.version ?? 0;
    const versions = row.current.version === from + 1 ? [row.current] : withAuthors(await list.versionsAfter(row, from), row);
    const newest = versions.at(-1);
    if (newest && newest.version !== row.current.version) {
      row = await list.read(row.itemId);
      continue;
    }
    const reviewed = await reviewVersions(ports, list, row.itemId, good, newest ? versions : [row.current]);
    const review = kept ? reviewed : await withoutLeftover(ports, row, reviewed);
    keys.note(row.itemId, review.good && keyOf(review.good));
    const edits = settledEdits(list, row, review);
    for (const edit of edits) await record(ports, edit);
    const present = row;
    if (review.good === undefined) return { edits, note: () => takeOut(list, present) };
    const written = await putRight(list, row, review);
    if (written)
      return {
        edits,
        note: async () => {
          if (!(await goodCopies.keep(title, copyOf(list, written, review), kept?.tag))) throw new ServiceBusy('good-copies', 412, 1);
        },
      };
    row = await list.read(row.itemId);
  }
  if (!row) return nothing;
  throw new ServiceBusy('graph', 412, 5);
};

/**
 * A row that the app made again, that a person gave another key before anybody noted it, and that was therefore made once more: its key is the other's now,
 * and it must go.
 */
const withoutLeftover = async ({ keys }: RunPorts, row: PresentRow, review: RowReview): Promise<RowReview> => {
  if (review.good === undefined || review.edits.length === 0) return review;
  const others = await keys.others(row.itemId);
  return others.has(keyOf(review.good)) ? { ...review, good: undefined } : review;
};

const copyOf = (list: GuardedList, row: PresentRow, { good }: RowReview): GoodCopy => ({
  itemId: row.itemId,
  key: keyOf(good ?? {}),
  version: row.current.version,
  packed: list.pack(good ?? {}),
});

/** The row as it is taken for good, where nothing better is known of it; one that cannot be read stays as it is until it can be. */
export const copyAsItIs = (list: GuardedList, { itemId, current }: PresentRow): GoodCopy => ({
  itemId,
  key: keyOf(current.found.content),
  version: current.version,
  packed: current.found.unreadable.length === 0 ? list.pack(current.found.content) : undefined,
});

const takeAsItIs = async ({ goodCopies }: GuardPorts, list: GuardedList, row: PresentRow, tag: string): Promise<SettledRow> => {
  await goodCopies.keep(list.law.list, copyAsItIs(list, row), tag);
  return nothing;
};

/** The row as it must be, or nothing where somebody wrote it meanwhile. */
const putRight = async (list: GuardedList, row: PresentRow, review: RowReview): Promise<PresentRow | undefined> => {
  const settlement = settle(list.law, review, row.current.found, row.note);
  if (settlement.kind !== 'write') return row;
  const written = await list.write(row, settlement.columns, settlement.note);
  return written.ok ? written.row : undefined;
};

/** Takes out a row that must not be there, into the recycle bin: last of all, for once it is gone nothing tells of it any more. */
const takeOut = async (list: GuardedList, row: PresentRow): Promise<void> => {
  if (!(await list.remove(row))) throw new ServiceBusy('graph', 412, 1);
};

const settledEdits = ({ law }: GuardedList, { itemId, current }: PresentRow, { edits, good }: RowReview): readonly SettledEdit[] =>
  edits.map(({ version, ...edit }: JudgedEdit) => ({
    ...edit,
    id: editId(law.list, itemId, version),
    list: law.list,
    key: keyOf(good ?? current.found.content),
    labels: law.labels,
    restricted: law.restricted,
    ...(good === undefined ? { whole: 'removed' as const } : {}),
  }));

/** One event for each edit: who, what became of it, and of which row. */
const record = async ({ audit }: GuardPorts, { id, at, by, judgement, key }: SettledEdit): Promise<void> =>
  audit.append({
    id: `${id}-v1-0`,
    at,
    actor: by.kind === 'person' ? personKey(by.id) : by.kind,
    action: judgement.verdict === 'accepted' ? 'hand-edit-accepted' : 'hand-edit-undone',
    subject: id,
    subjectVersion: 1,
    refs: [key],
  });

/**
 * Makes a deleted row again, as it was when it was last good, under the same key. Where a row of that key is there already (made by the run before, or
 * typed anew), that one takes over the good copy and is judged by it.
 */
export const guardDeleted = async (ports: RunPorts, list: GuardedList, itemId: number): Promise<SettledRow> => {
  const { goodCopies, clock, keys } = ports;
  const title = list.law.list;
  const kept = await goodCopies.get(title, itemId);
  if (!kept) return nothing;
  const there = await list.read(itemId);
  if (there) return guardRow(ports, list, there);
  const good = kept.copy.packed === undefined ? undefined : list.unpack(kept.copy.packed);
  if (good === undefined) {
    await goodCopies.drop(title, itemId);
    return nothing;
  }
  // The run before may have noted another row as its heir already, whatever that one is called by now.
  const hasHeir = (await keys.others(itemId)).has(kept.copy.key);
  const heir = hasHeir ? undefined : ((await list.find(kept.copy.key)) ?? (await makeAgain(list, good)));
  const edit: SettledEdit = {
    id: editId(title, itemId, 'deleted'),
    at: clock.now(),
    by: { kind: 'unknown' },
    judgement: { verdict: 'undone', good, faults: [{ column: '', code: 'row-deleted', sentence: recreatedNote }] },
    list: title,
    key: kept.copy.key,
    labels: list.law.labels,
    restricted: list.law.restricted,
    whole: 'made-again',
  };
  await record(ports, edit);
  keys.note(itemId, undefined);
  if (heir) {
    // At once: the row that took over is judged by this copy in this very run.
    const isOurs = heir.current.by.kind === 'app' && heir.current.version === 1;
    await goodCopies.keep(title, { ...kept.copy, itemId: heir.itemId, version: isOurs ? 1 : 0 }, undefined);
    keys.note(heir.itemId, kept.copy.key);
  }
  return { edits: [edit], note: () => goodCopies.drop(title, itemId) };
};

const makeAgain = async (list: GuardedList, good: NonNullable<RowReview['good']>): Promise<PresentRow> => {
  const made = await list.add(good, recreatedNote);
  if (made.ok) return made.row;
  // Another run made it, or somebody typed it: it is read at the next run.
  throw new ServiceBusy('graph', 409, 5);
};
