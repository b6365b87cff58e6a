import { type ContainerName, type KeptPlace, keptElsewhere, type Restored, type TableName } from '@ap/shared/lists/kept-elsewhere';

/** A part of the storage as docs/recovery.md tells of it. */
export interface StoragePart {
  readonly kind: string;
  readonly name: string;
  readonly what: string;
  readonly copied: boolean;
  /** What a restore does with it, in words. */
  readonly afterwards: string;
}

const words: Readonly<Record<Restored['how'], string>> = {
  'come-where-empty': 'brought back where the storage is empty; what the storage still has is newer and stays',
  'by-itself': '',
  'are-emptied': 'emptied',
  'are-left': 'left',
};
const isCopied = ({ how }: Restored): boolean => how === 'come-where-empty' || how === 'by-itself';

const partOf = (kind: string, name: string, { holds, restored }: KeptPlace): StoragePart => ({
  kind,
  name,
  what: holds,
  copied: isCopied(restored),
  afterwards: [words[restored.how], restored.then ?? ''].filter((text) => text !== '').join(': '),
});

/** Every table, queue and container of the product's storage. */
export const storageParts: readonly StoragePart[] = Object.entries(keptElsewhere).flatMap(([kind, places]) =>
  Object.entries(places as Readonly<Record<string, KeptPlace>>).map(([name, place]) => partOf(kind, name, place)),
);

const tablesWhere = (is: (restored: Restored) => boolean): readonly TableName[] =>
  (Object.keys(keptElsewhere.table) as TableName[]).filter((name) => is(keptElsewhere.table[name].restored));

/** The tables that are copied. */
export const copiedTables = tablesWhere(isCopied);

/** The tables that a restore treats alike. */
export const tablesThat = (wanted: Restored['how']): readonly TableName[] => tablesWhere(({ how }) => how === wanted);

/** The containers of which a restore takes everything out. */
export const emptiedContainers: readonly ContainerName[] = (Object.keys(keptElsewhere.container) as ContainerName[]).filter(
  (name) => keptElsewhere.container[name].restored.how === 'are-emptied',
);
