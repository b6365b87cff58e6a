import { decodeFields, encodeFields } from '@ap/shared/lists/codec';
import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import type { RowForm } from '../../functions/src/adapters/sharepoint/record-register.ts';
import type { RecordRegister, Stored } from '../../functions/src/ports/records.ts';
import { frozen } from './frozen.ts';
import { remembering } from './remembering.ts';

export interface MemoryRecords<L extends ListDefinition, State> extends RecordRegister<State> {
  /** Somebody types a row, or a file brings it: it is made, or made anew. */
  readonly type: (ref: string, fields: Fields<L>) => void;
  /** Somebody saves a row as it is: it has a new ETag. */
  readonly touch: (ref: string) => void;
  /** What the rows say now. */
  readonly rows: () => readonly Fields<L>[];
}

const lists = new Map<ListDefinition, ListDefinition>();
const rememberedBy = <L extends ListDefinition>(list: L): L => {
  const known = lists.get(list) ?? remembering(list);
  lists.set(list, known);
  return known as L;
};

/** Text that was read once is not read again: nobody can change what was read. */
const once = <T>(read: () => T): (() => T) => {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: read() };
    return found.value;
  };
};

/** A list of records in memory: conditional writes by eTag, a unique Title, and the codec of the real list. */
export const memoryRecords = <L extends ListDefinition, State extends { readonly ref: string }>(
  list: L,
  { toState, fromState }: RowForm<L, State>,
): MemoryRecords<L, State> => {
  const items: {
    readonly ref: string;
    readonly version: number;
    readonly fields: () => Fields<L>;
    readonly state: () => State | undefined;
  }[] = [];
  const written: number[] = [];
  const fieldsOf = (raw: string): Fields<L> => {
    const decoded = decodeFields(rememberedBy(list), JSON.parse(raw) as Record<string, unknown>);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
    return decoded.fields as Fields<L>;
  };
  const read = (itemId: number): Stored<State> | undefined => {
    const item = items[itemId - 1];
    if (!item) return undefined;
    const state = item.state();
    return state && { itemId, eTag: String(item.version), state };
  };
  const put = (itemId: number, ref: string, fields: Fields<L>, version: number): void => {
    const raw = JSON.stringify(encodeFields(list, fields, 'create'));
    const read = once(() => frozen(fieldsOf(raw)));
    items[itemId - 1] = { ref, version, fields: read, state: once(() => frozen(toState(read()))) };
    written.push(itemId);
  };
  const write = (itemId: number, state: State, version: number): Stored<State> => {
    put(itemId, state.ref, fromState(state), version);
    return read(itemId) as Stored<State>;
  };
  return {
    type: (ref, fields) => {
      const index = items.findIndex((item) => item.ref === ref);
      put(index < 0 ? items.length + 1 : index + 1, ref, fields, (items[index]?.version ?? 0) + 1);
    },
    touch: (ref) => {
      const index = items.findIndex((item) => item.ref === ref);
      const item = items[index];
      if (item) put(index + 1, ref, item.fields(), item.version + 1);
    },
    rows: () => items.map(({ fields }) => fields()),
    // A reference is read without regard to capitals.
    find: async (ref) => read(items.findIndex((item) => item.ref.toLowerCase() === ref.toLowerCase()) + 1),
    get: async (itemId) => read(itemId),
    add: async (state) =>
      items.some(({ ref }) => ref.toLowerCase() === state.ref.toLowerCase())
        ? { ok: false, why: 'duplicate' }
        : { ok: true, stored: write(items.length + 1, state, 1) },
    save: async (present, next) => {
      const item = items[present.itemId - 1];
      return item && String(item.version) === present.eTag
        ? { ok: true, stored: write(present.itemId, next, item.version + 1) }
        : { ok: false, why: 'conflict' };
    },
    known: async () => items.flatMap((_item, index) => read(index + 1) ?? []),
    changes: async (cursor) => {
      const changed = [...new Set(written.slice(Number(cursor ?? 0)))];
      return { changed: changed.flatMap((itemId) => read(itemId) ?? []), cursor: String(written.length) };
    },
  };
};
