import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { callOffs, fromCallOff, toCallOff } from '@ap/shared/lists/call-offs';
import { decodeFields, encodeFields } from '@ap/shared/lists/codec';
import { ProblemError } from '../../functions/src/http/problem-reply.ts';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import type { CallOffRegister, StoredCallOff } from '../../functions/src/ports/call-offs.ts';
import { frozen } from './frozen.ts';
import { remembering } from './remembering.ts';

interface Item {
  readonly title: string;
  readonly key: string;
  readonly version: number;
  /** What the list holds: text, so that nobody shares an object with it. */
  readonly raw: string;
  /** That text as it was read, once: nobody can change it. */
  read?: CallOff;
}

/**
 * What befalls the next write. `rival`: somebody writes first, so that ours conflicts. `lost`: it never arrives and no answer comes. `unanswered`: it
 * arrives and no answer comes. `well`: nothing.
 */
export type WriteFate = 'well' | 'lost' | 'unanswered' | { readonly rival: () => Promise<void> };

export interface MemoryRegister extends CallOffRegister {
  /** Fates of the writes to come, in order; when they run out, all is well. */
  readonly fates: WriteFate[];
  /** Whether reads fail, and which items hold something that cannot be read. */
  readonly trouble: { readsFail: boolean; readonly unreadable: Set<number> };
  readonly count: () => number;
  /** Somebody deletes the item: its number is not given again. */
  readonly remove: (itemId: number) => void;
  /** The number of the item of a request that is there. */
  readonly idOf: (ref: string) => number;
  /** A write of somebody else, past every fate: another process, or a person in SharePoint. */
  readonly writeElsewhere: (itemId: number, callOff: CallOff) => void;
}

const eTagOf = (itemId: number, version: number): string => `"${String(itemId).padStart(8, '0')}-0000-4000-8000-000000000000,${version}"`;

const encoded = (callOff: CallOff): string => {
  try {
    return JSON.stringify(encodeFields(callOffs, fromCallOff(callOff), 'create'));
  } catch (error) {
    throw error instanceof RangeError ? new ProblemError('body-too-large', 'There is no room left in this record.') : error;
  }
};

const remembered = remembering(callOffs);

const decode = (raw: string): CallOff => {
  const decoded = decodeFields(remembered, JSON.parse(raw) as Record<string, unknown>);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
  return toCallOff(decoded.fields);
};

/** A unique column does not tell capitals apart. */
const alike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The list of call-offs in memory: conditional writes by eTag, unique Title and key, the codec of the real list, and writes that go wrong as told. */
export const memoryRegister = (): MemoryRegister => {
  const items = new Map<number, Item>();
  const written: number[] = [];
  let lastId = 0;
  const fates: WriteFate[] = [];
  const trouble = { readsFail: false, unreadable: new Set<number>() };

  const store = (itemId: number, callOff: CallOff, version: number): StoredCallOff => {
    const raw = encoded(callOff);
    lastId = Math.max(lastId, itemId);
    items.set(itemId, { title: callOff.ref, key: callOff.idempotencyKey, version, raw });
    written.push(itemId);
    return read(itemId) as StoredCallOff;
  };
  const read = (itemId: number): StoredCallOff | undefined => {
    if (trouble.readsFail) throw new ServiceBusy('graph', 503, 7);
    const item = items.get(itemId);
    if (!item) return undefined;
    if (trouble.unreadable.has(itemId)) throw new ProblemError('record-unreadable', `A record cannot be read (CallOffs ${itemId}).`);
    item.read ??= frozen(decode(item.raw));
    return { itemId, eTag: eTagOf(itemId, item.version), callOff: item.read };
  };
  const search = (wanted: (item: Item) => boolean): number | undefined => [...items].find(([, item]) => wanted(item))?.[0];
  const found = (itemId: number | undefined): StoredCallOff | undefined => read(itemId ?? -1);
  const all = (): readonly StoredCallOff[] => [...items.keys()].flatMap((itemId) => read(itemId) ?? []);
  const nextFate = async (): Promise<Exclude<WriteFate, object>> => {
    const fate = fates.shift() ?? 'well';
    if (typeof fate === 'string') return fate;
    await fate.rival();
    return 'well';
  };

  return {
    fates,
    trouble,
    count: () => items.size,
    remove: (itemId) => {
      items.delete(itemId);
    },
    idOf: (ref) => search((item) => item.title === ref) ?? 0,
    writeElsewhere: (itemId, callOff) => {
      store(itemId, callOff, (items.get(itemId)?.version ?? 0) + 1);
    },
    find: async (ref) => found(search((item) => item.title === ref)),
    get: async (itemId) => read(itemId),
    ofProvider: async (providerRef) => all().filter(({ callOff }) => callOff.providerRef === providerRef),
    ofFramework: async (frameworkRef) => all().filter(({ callOff }) => callOff.frameworkRef === frameworkRef),
    ofBuyer: async (buyerRef) => all().filter(({ callOff }) => callOff.request.buyerRef === buyerRef),
    findByKey: async (key) => found(search((item) => item.key === key)),
    add: async (callOff) => {
      const fate = await nextFate();
      if (fate === 'lost') return { ok: false, why: 'unknown', retryAfterSeconds: 5 };
      if (search((item) => alike(item.title, callOff.ref) || alike(item.key, callOff.idempotencyKey)) !== undefined)
        return { ok: false, why: 'duplicate' };
      const stored = store(lastId + 1, callOff, 1);
      return fate === 'unanswered' ? { ok: false, why: 'unknown', retryAfterSeconds: 5 } : { ok: true, stored };
    },
    save: async (present, next) => {
      const fate = await nextFate();
      if (fate === 'lost') return { ok: false, why: 'unknown', retryAfterSeconds: 5 };
      const item = items.get(present.itemId);
      if (!item || eTagOf(present.itemId, item.version) !== present.eTag) return { ok: false, why: 'conflict' };
      const stored = store(present.itemId, next, item.version + 1);
      return fate === 'unanswered' ? { ok: false, why: 'unknown', retryAfterSeconds: 5 } : { ok: true, stored };
    },
    known: async () => [...items.keys()].flatMap((itemId) => read(itemId) ?? []),
    changes: async (cursor) => {
      const changed = [...new Set(written.slice(Number(cursor ?? 0)))].filter((itemId) => !trouble.unreadable.has(itemId));
      return { changed: changed.flatMap((itemId) => read(itemId) ?? []), cursor: String(written.length) };
    },
  };
};
