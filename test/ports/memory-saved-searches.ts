import type { SavedSearch } from '@ap/shared/domain/saved-searches/saved-search';
import type { SavedSearches } from '../../functions/src/ports/kept.ts';
import type { Stored } from '../../functions/src/ports/records.ts';

/** Saved searches in memory, each with an eTag of its own. */
export const memorySavedSearches = (): SavedSearches => {
  const kept = new Map<string, Stored<SavedSearch>>();
  const numbers = new Map<string, number>();
  let turn = 0;
  const put = (state: SavedSearch) => {
    const itemId = numbers.get(state.ref) ?? numbers.size + 1;
    numbers.set(state.ref, itemId);
    turn += 1;
    const stored = { itemId, eTag: String(turn), state };
    kept.set(state.ref, stored);
    return { ok: true, stored } as const;
  };
  const all = () => [...kept.values()];
  return {
    find: async (ref) => kept.get(ref),
    get: async (itemId) => all().find((stored) => stored.itemId === itemId),
    add: async (state) => (kept.has(state.ref) ? { ok: false, why: 'conflict' } : put(state)),
    save: async ({ eTag, state: { ref } }, next) => (kept.get(ref)?.eTag === eTag ? put(next) : { ok: false, why: 'conflict' }),
    known: async () => all(),
    changes: async (cursor) => ({ changed: all().filter(({ eTag }) => Number(eTag) > Number(cursor ?? 0)), cursor: String(turn) }),
    remove: async (ref) => kept.delete(ref),
  };
};
