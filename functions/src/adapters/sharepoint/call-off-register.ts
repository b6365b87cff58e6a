import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { type callOffs, fromCallOff, toCallOff } from '@ap/shared/lists/call-offs';
import type { CallOffRegister, StoredCallOff } from '../../ports/call-offs.ts';
import type { Stored } from '../../ports/records.ts';
import type { KeptList } from './mirrors.ts';
import { recordRegister } from './record-register.ts';

const toStored = ({ state, ...where }: Stored<CallOff>): StoredCallOff => ({ ...where, callOff: state });

/** Call-offs in their list; the caller's key is unique there as well. */
export const callOffRegister = (list: KeptList<typeof callOffs>): CallOffRegister => {
  const records = recordRegister(list, { toState: toCallOff, fromState: fromCallOff });
  const found = (stored: Stored<CallOff> | undefined): StoredCallOff | undefined => stored && toStored(stored);
  const allWith = async (column: 'ProviderRef' | 'FrameworkRef' | 'BuyerRef', ref: string): Promise<readonly StoredCallOff[]> => {
    const rows = await list.store.find(column, ref);
    for (const row of rows) list.mirror.put(row);
    return rows.map((row) => ({ itemId: row.id, eTag: row.eTag, callOff: toCallOff(row.fields) }));
  };
  return {
    find: async (ref) => found(await records.find(ref)),
    get: async (itemId) => found(await records.get(itemId)),
    findByKey: async (idempotencyKey) => {
      const row = (await list.store.find('IdempotencyKey', idempotencyKey))[0];
      if (!row) return undefined;
      list.mirror.put(row);
      return { itemId: row.id, eTag: row.eTag, callOff: toCallOff(row.fields) };
    },
    ofProvider: (providerRef) => allWith('ProviderRef', providerRef),
    ofFramework: (frameworkRef) => allWith('FrameworkRef', frameworkRef),
    ofBuyer: (buyerRef) => allWith('BuyerRef', buyerRef),
    add: async (callOff) => {
      const outcome = await records.add(callOff);
      if (outcome.ok) return { ok: true, stored: toStored(outcome.stored) };
      return outcome.why === 'unknown' ? { ...outcome, why: 'unknown' } : { ok: false, why: 'duplicate' };
    },
    save: async ({ callOff, ...where }, next) => {
      const outcome = await records.save({ ...where, state: callOff }, next);
      if (outcome.ok) return { ok: true, stored: toStored(outcome.stored) };
      return outcome.why === 'unknown' ? { ...outcome, why: 'unknown' } : { ok: false, why: 'conflict' };
    },
    known: async () => (await records.known()).map(toStored),
    changes: async (cursor) => {
      const { changed, cursor: next } = await records.changes(cursor);
      return { changed: changed.map(toStored), cursor: next };
    },
  };
};
