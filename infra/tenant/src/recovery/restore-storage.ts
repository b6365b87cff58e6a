import { readRow, writeContent } from '@ap/shared/lists/hand-edits/row-content';
import type { ListDefinition } from '@ap/shared/lists/list';
import { auditBlobs } from '../../../../functions/src/adapters/storage/audit-chain.ts';
import { joined } from '../../../../functions/src/adapters/storage/pieces.ts';
import type { Storage } from '../../../../functions/src/adapters/storage/storage.ts';
import type { Receipt } from '../../../../functions/src/ports/effects.ts';
import type { CopiedRow } from './canonical.ts';
import type { Copy, TableRow } from './copy-folder.ts';
import { emptyContainer, replaceTable, tableRows } from './kept-storage.ts';
import type { NewIds } from './restore-list.ts';
import { emptiedContainers, tablesThat } from './storage-parts.ts';

/** The restored lists: their rows as the copy has them, and where they lie now. */
export interface RestoredLists {
  readonly register: readonly ListDefinition[];
  readonly rows: ReadonlyMap<string, readonly CopiedRow[]>;
  readonly ids: ReadonlyMap<string, NewIds>;
}

/** Versions of records by their reference, where a list keeps them. */
const versionsOf = ({ rows }: RestoredLists): ReadonlyMap<string, number> =>
  new Map(
    [...rows.values()]
      .flat()
      .flatMap(({ fields: { Title, Version } }) =>
        typeof Title === 'string' && typeof Version === 'number' ? [[Title, Version] as const] : [],
      ),
  );

/** Whether a receipt says that its effect left nothing, for the record had gone on. */
const isOvertaken = ({ receipt }: TableRow): boolean => (JSON.parse(String(receipt)) as Pick<Receipt, 'state'>).state === 'superseded';

/**
 * The receipts that still hold. A record that went back to an earlier version will count on from there, and its new effects bear the ids of lost ones: with
 * their receipts they would be taken for done. A receipt of an effect that waits in a restored row stays: it was performed, and is not performed again. Unless it says that
 * nothing was done, because a later version had overtaken the effect: where that version is lost, the effect is owed again.
 */
export const receiptsThatHold = (
  live: readonly TableRow[],
  copied: readonly TableRow[],
  versions: ReadonlyMap<string, number>,
): readonly TableRow[] => {
  const inCopy = new Set(copied.map(({ partitionKey, rowKey }) => `${partitionKey}\n${rowKey}`));
  const holds = (row: TableRow): boolean => {
    const { partitionKey: ref, rowKey: effectId } = row;
    const version = effectId.startsWith(`${ref}-v`) ? Number.parseInt(effectId.slice(ref.length + 2), 10) : Number.NaN;
    // The number of an edit is made of an item id, which does not come again.
    if (ref.startsWith('EDIT-') || Number.isNaN(version)) return true;
    return version <= (versions.get(ref) ?? 0) && !isOvertaken(row);
  };
  const kept = live.filter((row) => inCopy.has(`${row.partitionKey}\n${row.rowKey}`) || holds(row));
  const known = new Set(kept.map(({ partitionKey, rowKey }) => `${partitionKey}\n${rowKey}`));
  return [...kept, ...copied.filter(({ partitionKey, rowKey }) => !known.has(`${partitionKey}\n${rowKey}`))];
};

/**
 * Each row as it was last judged, under its new item. Where the restored row says that, it counts as seen; where somebody had edited it and nobody had judged
 * the edit, it counts as older, and the guard judges it. A row without a good copy is taken as it is, as it would have been.
 */
export const goodCopiesOf = (copied: readonly TableRow[], { register, rows, ids }: RestoredLists): readonly TableRow[] =>
  copied.flatMap((kept) => {
    const list = register.find(({ title }) => title === kept.partitionKey);
    const row = rows.get(kept.partitionKey)?.find(({ id }) => id === Number(kept.rowKey));
    const now = ids.get(kept.partitionKey)?.get(Number(kept.rowKey));
    if (!list || !row || !now) return [];
    const found = readRow(list, row.fields);
    const isJudged = found.unreadable.length === 0 && writeContent(list, found.content) === joined(kept);
    return [{ ...kept, rowKey: String(now.id), version: isJudged ? now.version : now.version - 1 }];
  });

/** Effects whose receipt is awaited, under the new items. Those of rows that are not there are owed by nobody. */
export const expectedOf = (copied: readonly TableRow[], ids: RestoredLists['ids']): readonly TableRow[] =>
  copied.flatMap((row) => {
    const now = ids.get(String(row.list))?.get(Number(row.itemId));
    return now ? [{ ...row, itemId: now.id }] : [];
  });

/** Whether the audit log in the storage is the copy's, or goes on from it; `gone`: there is none. */
const auditStands = (live: Copy['audit'], copied: Copy['audit']): 'gone' | 'goes-on' | 'another' => {
  if (live.every(({ text }) => text === '')) return 'gone';
  const goesOn = copied.every(({ name, text }) => live.find((blob) => blob.name === name)?.text.startsWith(text));
  return goesOn ? 'goes-on' : 'another';
};

/** Throws where the audit log of the storage is neither the copy's nor one that goes on from it: before anything is changed. */
export const refuseOtherAudit = async (storage: Storage, copy: Copy): Promise<'gone' | 'goes-on'> => {
  const stands = auditStands((await auditBlobs(storage)) ?? [], copy.audit);
  if (stands !== 'another') return stands;
  throw new Error(
    'The audit log in this storage is not the one of the copy, nor does it go on from there. It is never overwritten: npm run audit:verify tells whether it was changed; a copy of another deployment is restored into a storage of its own.',
  );
};

/** Brings the storage to where it fits the restored lists. The app must not run. */
export const restoreStorage = async (storage: Storage, copy: Copy, lists: RestoredLists): Promise<void> => {
  const copied = (name: string): readonly TableRow[] => copy.tables.get(name) ?? [];
  if ((await refuseOtherAudit(storage, copy)) === 'gone' && copy.audit.length > 0) {
    const container = storage.container('audit');
    await container.createIfNotExists();
    for (const { name, text } of copy.audit) {
      const blob = container.getAppendBlobClient(name);
      await blob.createIfNotExists();
      for (const line of text.split(/(?<=\n)/)) await blob.appendBlock(line, Buffer.byteLength(line));
    }
  }
  for (const name of tablesThat('come-where-empty'))
    if ((await tableRows(storage, name)).length === 0) await replaceTable(storage, name, copied(name));
  await replaceTable(storage, 'receipts', receiptsThatHold(await tableRows(storage, 'receipts'), copied('receipts'), versionsOf(lists)));
  await replaceTable(storage, 'goodcopies', goodCopiesOf(copied('goodcopies'), lists));
  await replaceTable(storage, 'expected', expectedOf(copied('expected'), lists.ids));
  for (const name of tablesThat('are-emptied')) await replaceTable(storage, name, []);
  for (const name of emptiedContainers) await emptyContainer(storage, name);
};
