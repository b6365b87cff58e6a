import type { Choice } from '@ap/shared/domain/register/choice';
import { odata } from '@azure/data-tables';
import { once } from '../../once.ts';
import type { Choices } from '../../ports/kept.ts';
import { isConflict, type Storage } from './storage.ts';

/** Choices in a table: a partition for each buyer, a row for each choice, which the table refuses to make twice. */
export const choiceStore = (storage: Storage): Choices => {
  const table = storage.table('choices');
  const ready = once(() => table.createTable());
  const read = (row: { readonly choice: string }): Choice => JSON.parse(row.choice) as Choice;
  const rows = async (filter?: string) => {
    await ready();
    const found: { readonly buyerRef: string; readonly choice: Choice }[] = [];
    const asked = filter === undefined ? {} : { queryOptions: { filter } };
    for await (const row of table.listEntities<{ partitionKey: string; choice: string }>(asked))
      found.push({ buyerRef: row.partitionKey, choice: read(row) });
    return found;
  };
  return {
    list: async (buyerRef) => (await rows(odata`PartitionKey eq ${buyerRef}`)).map(({ choice }) => choice),
    all: () => rows(),
    keep: async (buyerRef, choice) => {
      await ready();
      try {
        await table.createEntity({ partitionKey: buyerRef, rowKey: choice.choiceRef, choice: JSON.stringify(choice) });
        return choice;
      } catch (error) {
        if (!isConflict(error)) throw error;
        return read(await table.getEntity<{ choice: string }>(buyerRef, choice.choiceRef));
      }
    },
  };
};
