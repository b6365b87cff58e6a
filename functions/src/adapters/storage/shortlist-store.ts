import { odata } from '@azure/data-tables';
import { once } from '../../once.ts';
import type { Shortlists } from '../../ports/kept.ts';
import { isMissing, type Storage } from './storage.ts';

/** Shortlists in a table: a partition for each buyer, a row for each service, so that colleagues who change it at once lose nothing. */
export const shortlistStore = (storage: Storage): Shortlists => {
  const table = storage.table('shortlists');
  const ready = once(() => table.createTable());
  return {
    list: async (buyerRef) => {
      await ready();
      const found: { serviceRef: string; addedAt: string }[] = [];
      for await (const row of table.listEntities<{ addedAt: string }>({ queryOptions: { filter: odata`PartitionKey eq ${buyerRef}` } }))
        found.push({ serviceRef: row.rowKey ?? '', addedAt: row.addedAt });
      return found;
    },
    add: async (buyerRef, { serviceRef, addedAt }) => {
      await ready();
      await table.upsertEntity({ partitionKey: buyerRef, rowKey: serviceRef, addedAt }, 'Replace');
    },
    remove: async (buyerRef, serviceRef) => {
      await ready();
      try {
        await table.deleteEntity(buyerRef, serviceRef);
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
  };
};
