import { keyOf } from '@ap/shared/domain/hand-edits/edit-law';
import type { Author, RowVersion } from '@ap/shared/domain/hand-edits/review-row';
import { encodeFields } from '@ap/shared/lists/codec';
import { editLawOf } from '@ap/shared/lists/hand-edits/edit-laws';
import { noteColumn, readContent, readRow, writeContent } from '@ap/shared/lists/hand-edits/row-content';
import type { ListDefinition } from '@ap/shared/lists/list';
import type { GoodCopies, GoodCopy, GuardedList, GuardWrite, PresentRow, RowChange } from '../../functions/src/ports/hand-edits.ts';

export type Raw = Readonly<Record<string, unknown>>;

interface KeptVersion {
  readonly raw: Raw;
  readonly by: Author;
}

interface KeptRow {
  readonly itemId: number;
  readonly versions: KeptVersion[];
  changedAt: number;
  isDeleted: boolean;
}

export interface MemoryGuardedList extends GuardedList {
  /** What people and other programs do in the list; a value of null empties its column. */
  readonly edit: (itemId: number, by: Author, change: Raw) => void;
  readonly enter: (by: Author, raw: Raw) => number;
  readonly erase: (itemId: number) => void;
  readonly rows: () => readonly { readonly itemId: number; readonly version: number; readonly raw: Raw }[];
}

const app: Author = { kind: 'app' };
const withoutEmpty = (raw: Raw): Raw =>
  Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null && value !== undefined));

/** A list with versions, ETags and a delta feed, as strict about them as the service. */
export const memoryGuardedList = (list: ListDefinition, at: () => string): MemoryGuardedList => {
  const kept = new Map<number, KeptRow>();
  let clock = 0;
  const touch = (row: KeptRow): void => {
    clock += 1;
    row.changedAt = clock;
  };
  const live = (itemId: number): KeptRow | undefined => {
    const row = kept.get(itemId);
    return row && !row.isDeleted ? row : undefined;
  };
  const enter = (by: Author, raw: Raw): number => {
    const itemId = kept.size + 1;
    const row = { itemId, versions: [{ raw: withoutEmpty(raw), by }], changedAt: 0, isDeleted: false };
    kept.set(itemId, row);
    touch(row);
    return itemId;
  };
  const change = (row: KeptRow, by: Author, raw: Raw): void => {
    row.versions.push({ by, raw: withoutEmpty({ ...row.versions.at(-1)?.raw, ...raw }) });
    touch(row);
  };
  const versionOf = (row: KeptRow, index: number): RowVersion => {
    const { raw, by } = row.versions[index] as KeptVersion;
    return { version: index + 1, at: at(), by, found: readRow(list, raw) };
  };
  const presentOf = (row: KeptRow): PresentRow => {
    const note = row.versions.at(-1)?.raw[noteColumn];
    const current = versionOf(row, row.versions.length - 1);
    return {
      itemId: row.itemId,
      eTag: `"${row.itemId},${row.versions.length}"`,
      current,
      note: typeof note === 'string' ? note : undefined,
    };
  };
  const isStale = (row: KeptRow | undefined, { eTag }: PresentRow): boolean => row === undefined || presentOf(row).eTag !== eTag;
  const written = (row: KeptRow): GuardWrite => ({ ok: true, row: presentOf(row) });
  const find = (key: string): KeptRow | undefined =>
    [...kept.values()].find((row) => !row.isDeleted && String(row.versions.at(-1)?.raw.Title).toUpperCase() === key.toUpperCase());
  return {
    law: editLawOf(list),
    edit: (itemId, by, raw) => {
      const row = live(itemId);
      if (row) change(row, by, raw);
    },
    enter,
    erase: (itemId) => {
      const row = live(itemId);
      if (!row) return;
      row.isDeleted = true;
      touch(row);
    },
    rows: () =>
      [...kept.values()]
        .filter(({ isDeleted }) => !isDeleted)
        .map(({ itemId, versions }) => ({ itemId, version: versions.length, raw: versions.at(-1)?.raw ?? {} })),
    changes: async (since) => {
      const from = Number(since ?? 0);
      const changes = [...kept.values()]
        .filter((row) => row.changedAt > from && !(since === undefined && row.isDeleted))
        .sort((a, b) => a.changedAt - b.changedAt)
        .map((row): RowChange => (row.isDeleted ? { kind: 'deleted', itemId: row.itemId } : { kind: 'row', row: presentOf(row) }));
      return { changes, next: String(clock), complete: since === undefined };
    },
    read: async (itemId) => {
      const row = live(itemId);
      return row && presentOf(row);
    },
    find: async (key) => {
      const row = find(key);
      return row && presentOf(row);
    },
    versionsAfter: async ({ itemId }, version) => {
      const row = live(itemId);
      return row ? row.versions.map((_, index) => versionOf(row, index)).slice(version) : [];
    },
    write: async (present, columns, note) => {
      const row = live(present.itemId);
      if (!row || isStale(row, present)) return { ok: false, why: 'conflict' };
      change(row, app, { ...encodeFields(list, columns, 'update'), ...(list.handEdited ? { [noteColumn]: note } : {}) });
      return written(row);
    },
    add: async (content, note) => {
      if (find(keyOf(content))) return { ok: false, why: 'duplicate' };
      const itemId = enter(app, { ...encodeFields(list, content, 'create'), ...(list.handEdited ? { [noteColumn]: note } : {}) });
      return written(kept.get(itemId) as KeptRow);
    },
    remove: async (present) => {
      const row = live(present.itemId);
      if (!row) return true;
      if (isStale(row, present)) return false;
      row.isDeleted = true;
      touch(row);
      return true;
    },
    pack: (content) => writeContent(list, content),
    unpack: (packed) => readContent(list, packed),
    refreshed: async () => undefined,
  };
};

/** Good copies in memory. */
export const memoryGoodCopies = (): GoodCopies => {
  const cursors = new Map<string, string>();
  const copies = new Map<string, { readonly copy: GoodCopy; readonly tag: string }>();
  let writes = 0;
  const put = (list: string, copy: GoodCopy): void => {
    writes += 1;
    copies.set(`${list}/${copy.itemId}`, { copy, tag: String(writes) });
  };
  return {
    cursor: async (list) => cursors.get(list),
    moveCursor: async (list, cursor) => {
      cursors.set(list, cursor);
    },
    get: async (list, itemId) => copies.get(`${list}/${itemId}`),
    keys: async (list) =>
      new Map([...copies].filter(([name]) => name.startsWith(`${list}/`)).map(([, { copy }]) => [copy.itemId, copy.key])),
    keep: async (list, copy, over) => {
      if (copies.get(`${list}/${copy.itemId}`)?.tag !== over) return false;
      put(list, copy);
      return true;
    },
    keepAll: async (list, all) => {
      for (const copy of all) put(list, copy);
    },
    drop: async (list, itemId) => {
      copies.delete(`${list}/${itemId}`);
    },
  };
};
