import type { CallOff } from '@ap/shared/domain/call-off';
import { type callOffs, fromCallOff, toCallOff } from '@ap/shared/lists/call-offs';
import type { CallOffRegister, StoredCallOff } from '../../ports.ts';
import type { ListStore, Row } from './list-store.ts';
import { freshByTitle, type KeptList } from './mirrors.ts';

type CallOffRow = Row<typeof callOffs>;

const toStored = (row: CallOffRow): StoredCallOff => ({ itemId: row.id, eTag: row.eTag, callOff: toCallOff(row.fields) });

/** Call-offs in their list: one conditional write each, own writes written through to the read model. */
export const callOffRegister = ({ store, mirror }: KeptList<typeof callOffs>): CallOffRegister => {
  const kept = (row: CallOffRow): StoredCallOff => {
    mirror.put(row);
    return toStored(row);
  };
  const first = async (found: ReturnType<ListStore<typeof callOffs>['find']>): Promise<StoredCallOff | undefined> => {
    const row = (await found)[0];
    return row && kept(row);
  };
  return {
    find: async (ref) => {
      const row = await freshByTitle({ store, mirror }, ref);
      return row && kept(row);
    },
    get: async (itemId) => {
      const row = await store.get(itemId);
      return row && kept(row);
    },
    findByKey: (idempotencyKey) => first(store.find('IdempotencyKey', idempotencyKey)),
    add: async (callOff: CallOff) => {
      const outcome = await store.add(fromCallOff(callOff));
      if (outcome.ok) return { ok: true, stored: kept(outcome.row) };
      return outcome.why === 'unknown'
        ? { ok: false, why: 'unknown', retryAfterSeconds: outcome.retryAfterSeconds ?? 5 }
        : { ok: false, why: 'duplicate' };
    },
    save: async (present, next) => {
      const outcome = await store.update({ id: present.itemId, eTag: present.eTag }, fromCallOff(next));
      if (outcome.ok) return { ok: true, stored: kept(outcome.row) };
      return outcome.why === 'unknown'
        ? { ok: false, why: 'unknown', retryAfterSeconds: outcome.retryAfterSeconds ?? 5 }
        : { ok: false, why: 'conflict' };
    },
    known: async () => (await mirror.rows()).map(toStored),
    changes: async (cursor) => {
      const { changes, next } = await store.changes(cursor);
      return { changed: changes.flatMap((change) => (change.kind === 'row' ? [toStored(change.row)] : [])), cursor: next };
    },
  };
};
