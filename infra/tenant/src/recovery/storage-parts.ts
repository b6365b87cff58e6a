import { keptElsewhere, type TableName } from '@ap/shared/lists/kept-elsewhere';

/** What is done with a part of the storage: copied and brought back, or left out because it comes again by itself. */
export interface StoragePart {
  readonly kind: 'table' | 'container' | 'queue';
  readonly name: string;
  /** `truth`: nothing else knows it. `rebuilt`: made again from the lists; what is left of it is taken away before a restored register is used. */
  readonly is: 'truth' | 'rebuilt';
  readonly what: string;
  readonly afterwards: string;
}

const part = (kind: StoragePart['kind'], name: string, is: StoragePart['is'], what: string, afterwards: string): StoragePart => ({
  kind,
  name,
  is,
  what,
  afterwards,
});

const asCopied = 'brought back where the storage is empty; what the storage still has is newer and stays';

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
  part('table', 'links', 'truth', 'capability links (hashes of their secrets)', asCopied),
  part('table', 'drafts', 'truth', 'unsent requests', asCopied),
  part('table', 'shortlists', 'truth', 'shortlists of schools', asCopied),
  part('table', 'welcomes', 'truth', 'who was welcomed by the bot', asCopied),
  part('table', 'parked', 'truth', 'commands that wait for a busy register, and their outcomes for a day', asCopied),
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
  part('table', 'sweepstate', 'rebuilt', 'how far the sweep has read', 'emptied: it reads everything'),
  part('table', 'guardstate', 'rebuilt', 'how far the guard of hand edits has read', 'emptied: it reads everything'),
  part('table', 'subscriptions', 'rebuilt', 'subscriptions to changes', 'emptied: they are made anew within ten minutes'),
  part('table', 'stuck', 'rebuilt', 'notes of what is stuck', 'emptied: what is still stuck shows itself again'),
  part('table', 'pace', 'rebuilt', 'who was told how often this minute', 'left'),
  part('container', 'snapshots', 'rebuilt', 'copies of lists from which a new process begins', 'emptied'),
  part(
    'container',
    'imports',
    'rebuilt',
    'files of imports and how far they are',
    'emptied: the file is uploaded again; rows that are there already stay',
  ),
  part('queue', 'effects', 'rebuilt', 'ids of effects', 'left: an id of another time matches nothing, and the sweep sends what waits'),
  part('queue', 'parked', 'rebuilt', 'ids of parked commands', 'left: the sweep of parked commands sends them'),
  part('queue', 'list-hints', 'rebuilt', 'that a list changed', 'left'),
];

/** The tables that are copied. */
export const copiedTables: readonly TableName[] = (Object.keys(keptElsewhere.table) as TableName[]).filter((name) =>
  storageParts.some((each) => each.kind === 'table' && each.is === 'truth' && each.name === name),
);
