import { createHash } from 'node:crypto';
import type { CountedNeed, UnmetNeed } from '@ap/shared/domain/insight/unmet-need';
import { odata } from '@azure/data-tables';
import { once } from '../../once.ts';
import type { UnmetNeeds } from '../../ports/kept.ts';
import { isConflict, type Storage, unlessMissing } from './storage.ts';

interface Row {
  readonly need: string;
  readonly searches: number;
}

const mostTries = 5;

/** Unmet needs in a table: a partition for each day, a row for each need, in which its searches are counted. */
export const unmetNeedStore = (storage: Storage): UnmetNeeds => {
  const table = storage.table('unmetneeds');
  const ready = once(() => table.createTable());
  return {
    note: async (unmet: UnmetNeed) => {
      await ready();
      const { day, ...rest } = unmet;
      const need = JSON.stringify(rest);
      const key = { partitionKey: day as string, rowKey: createHash('sha256').update(need).digest('hex') };
      for (let tries = 1; ; tries += 1) {
        const present = await unlessMissing(() => table.getEntity<Row>(key.partitionKey, key.rowKey));
        const row = { ...key, need, searches: (present?.searches ?? 0) + 1 };
        try {
          await (present ? table.updateEntity(row, 'Replace', { etag: present.etag }) : table.createEntity(row));
          return;
        } catch (error) {
          if (!isConflict(error) || tries === mostTries) throw error;
        }
      }
    },
    between: async (from, to) => {
      await ready();
      const found: CountedNeed[] = [];
      const filter = odata`PartitionKey ge ${from as string} and PartitionKey le ${to as string}`;
      for await (const { partitionKey, need, searches } of table.listEntities<Row>({ queryOptions: { filter } }))
        found.push({ ...(JSON.parse(need) as Omit<UnmetNeed, 'day'>), day: partitionKey as CountedNeed['day'], searches });
      return found;
    },
  };
};
