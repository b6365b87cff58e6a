import { type PersonId, personKey } from '@ap/shared/domain/people/person';
import type { Drafts, StoredDraft } from '../../functions/src/ports/kept.ts';

/** Drafts in memory, each person's own. */
export const memoryDrafts = (): Drafts => {
  const kept = new Map<string, Map<string, StoredDraft>>();
  const of = (owner: PersonId): Map<string, StoredDraft> => {
    const own = kept.get(personKey(owner)) ?? new Map<string, StoredDraft>();
    kept.set(personKey(owner), own);
    return own;
  };
  return {
    list: async (owner) => [...of(owner).values()],
    get: async (owner, draftId) => of(owner).get(draftId),
    save: async (owner, draft) => void of(owner).set(draft.draftId, draft),
    discard: async (owner, draftId) => of(owner).delete(draftId),
  };
};
