import { type PersonId, personKey } from '@ap/shared/domain/people/person';
import { once } from '../../once.ts';
import type { Welcomes } from '../../ports/messages.ts';
import { isConflict, isMissing, type Storage } from './storage.ts';

const partition = 'person';
/** A key of a table may hold no slash. */
const rowOf = (person: PersonId): string => personKey(person).replace('/', '_');

/** One row for each person who was welcomed: the table refuses a second of the same key, so that two installations at once welcome once. */
export const welcomeStore = (storage: Storage): Welcomes => {
  const table = storage.table('welcomes');
  const ready = once(() => table.createTable());
  return {
    claim: async (person) => {
      await ready();
      try {
        await table.createEntity({ partitionKey: partition, rowKey: rowOf(person) });
        return true;
      } catch (error) {
        if (isConflict(error)) return false;
        throw error;
      }
    },
    release: async (person) => {
      await ready();
      try {
        await table.deleteEntity(partition, rowOf(person));
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  };
};
