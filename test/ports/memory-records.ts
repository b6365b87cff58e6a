import { decodeFields, encodeFields } from '@ap/shared/lists/codec';
import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import type { RowForm } from '../../functions/src/adapters/sharepoint/record-register.ts';
import type { RecordRegister, Stored } from '../../functions/src/ports/records.ts';

/** A list of records in memory: conditional writes by eTag, a unique Title, and the codec of the real list. */
export const memoryRecords = <L extends ListDefinition, State extends { readonly ref: string }>(
  list: L,
  { toState, fromState }: RowForm<L, State>,
): RecordRegister<State> => {
  const items: { readonly ref: string; readonly raw: string; readonly version: number }[] = [];
  const written: number[] = [];
  const read = (itemId: number): Stored<State> | undefined => {
    const item = items[itemId - 1];
    if (!item) return undefined;
    const decoded = decodeFields(list, JSON.parse(item.raw) as Record<string, unknown>);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
    const state = toState(decoded.fields as Fields<L>);
    return state && { itemId, eTag: String(item.version), state };
  };
  const write = (itemId: number, state: State, version: number): Stored<State> => {
    items[itemId - 1] = { ref: state.ref, version, raw: JSON.stringify(encodeFields(list, fromState(state), 'create')) };
    written.push(itemId);
    return read(itemId) as Stored<State>;
  };
  return {
    find: async (ref) => read(items.findIndex((item) => item.ref === ref) + 1),
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
