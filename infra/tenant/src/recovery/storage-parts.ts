import { type ContainerName, keptElsewhere, type TableName } from '@ap/shared/lists/kept-elsewhere';

/** What is done with a part of the storage: copied and brought back, or left out because it comes again by itself. */
export interface StoragePart {
  readonly kind: 'table' | 'container' | 'queue';
  readonly name: string;
  /** `truth`: nothing else knows it. `rebuilt`: made again from the lists; what is left of it is taken away before a restored register is used. */
  readonly is: 'truth' | 'rebuilt';
  readonly what: string;
  /** What a restore does with it, in words. */
  readonly afterwards: string;
  /** And how, where several parts go alike. */
  readonly how?: Alike;
}

/** `come-where-empty`: what is there is newer than the copy, and stays: a link that was revoked since must not open again. */
type Alike = 'come-where-empty' | 'are-emptied';

const part = (kind: StoragePart['kind'], name: string, is: StoragePart['is'], what: string, afterwards: string): StoragePart => ({
  kind,
  name,
  is,
  what,
  afterwards,
});
const comes = (name: TableName, what: string): StoragePart => ({
  ...part('table', name, 'truth', what, 'brought back where the storage is empty; what the storage still has is newer and stays'),
  how: 'come-where-empty',
});
const emptied = (kind: 'table' | 'container', name: string, what: string, then?: string): StoragePart => ({
  ...part(kind, name, 'rebuilt', what, then === undefined ? 'emptied' : `emptied: ${then}`),
  how: 'are-emptied',
});

/** Every table, container and queue of the product's storage. A test compares it with what the adapters name. */
export const storageParts: readonly StoragePart[] = [
  part(
    'container',
    'audit',
    'truth',
    'the audit chain',
    'brought back byte by byte where it is gone; never overwritten; an event notes the restore',
  ),
  part('table', 'receipts', 'truth', 'which effects were performed', 'kept, without those of a history that the restored rows never had'),
  comes('links', 'capability links (hashes of their secrets)'),
  comes('drafts', 'unsent requests'),
  comes('shortlists', 'shortlists of schools'),
  comes('welcomes', 'who was welcomed by the bot'),
  comes('parked', 'commands that wait for a busy register, and their outcomes for a day'),
  part(
    'table',
    'goodcopies',
    'truth',
    'each row as it was last judged',
    'brought back under the new item ids: an edit that nobody had judged is judged then',
  ),
  part(
    'table',
    'expected',
    'truth',
    'effects whose receipt is awaited',
    'brought back under the new item ids; the sweep adds what waits in the rows',
  ),
  emptied('table', 'sweepstate', 'how far the sweep has read', 'it reads everything'),
  emptied('table', 'guardstate', 'how far the guard of hand edits has read', 'it reads everything'),
  emptied('table', 'subscriptions', 'subscriptions to changes', 'they are made anew within ten minutes'),
  emptied('table', 'stuck', 'notes of what is stuck', 'what is still stuck shows itself again'),
  part('table', 'pace', 'rebuilt', 'who was told how often this minute', 'left'),
  emptied('container', 'snapshots', 'copies of lists from which a new process begins'),
  emptied('container', 'imports', 'files of imports and how far they are', 'the file is uploaded again; rows that are there already stay'),
  part('queue', 'effects', 'rebuilt', 'ids of effects', 'left: an id of another time matches nothing, and the sweep sends what waits'),
  part('queue', 'parked', 'rebuilt', 'ids of parked commands', 'left: the sweep of parked commands sends them'),
  part('queue', 'list-hints', 'rebuilt', 'that a list changed', 'left'),
];

const tablesWhere = (is: (part: StoragePart) => boolean): readonly TableName[] =>
  (Object.keys(keptElsewhere.table) as TableName[]).filter((name) =>
    storageParts.some((each) => each.kind === 'table' && each.name === name && is(each)),
  );

/** The tables that are copied. */
export const copiedTables = tablesWhere(({ is }) => is === 'truth');

/** The tables that a restore treats alike. */
export const tablesThat = (how: Alike): readonly TableName[] => tablesWhere((part) => part.how === how);

/** The containers of which a restore takes everything out. */
export const emptiedContainers: readonly ContainerName[] = (Object.keys(keptElsewhere.container) as ContainerName[]).filter((name) =>
  storageParts.some((each) => each.kind === 'container' && each.name === name && each.how === 'are-emptied'),
);
