import { type PersonId, personKey } from '@ap/shared/domain/people/person';
import { odata } from '@azure/data-tables';
import { once } from '../../once.ts';
import type { Drafts, StoredDraft } from '../../ports/kept.ts';
import { isMissing, type Storage, unlessMissing } from './storage.ts';

/** A key of a table may hold no slash. */
const ownerKey = (owner: PersonId): string => personKey(owner).replace('/', '_');

/** Drafts in a table, each in its owner's own partition: nobody can ask for another's. */
export const draftStore = (storage: Storage): Drafts => {
  const table = storage.table('drafts');
  const ready = once(() => table.createTable());
  return {
    list: async (owner) => {
      await ready();
      const found: StoredDraft[] = [];
      for await (const row of table.listEntities<{ draft: string }>({
        queryOptions: { filter: odata`PartitionKey eq ${ownerKey(owner)}` },
      }))
        found.push(JSON.parse(row.draft) as StoredDraft);
      return found;
    },
    get: async (owner, draftId) => {
      await ready();
      const row = await unlessMissing(() => table.getEntity<{ draft: string }>(ownerKey(owner), draftId));
      return row && (JSON.parse(row.draft) as StoredDraft);
    },
    save: async (owner, draft) => {
      await ready();
      await table.upsertEntity({ partitionKey: ownerKey(owner), rowKey: draft.draftId, draft: JSON.stringify(draft) }, 'Replace');
    },
    discard: async (owner, draftId) => {
      await ready();
      try {
        await table.deleteEntity(ownerKey(owner), draftId);
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
  };
};
