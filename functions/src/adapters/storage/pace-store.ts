import { mostPerMinute, takeTurn } from '@ap/shared/domain/message-pace';
import { personKey } from '@ap/shared/domain/people/person';
import { ServiceBusy } from '../../http/service-busy.ts';
import { once } from '../../once.ts';
import type { Pace } from '../../ports/messages.ts';
import { isConflict, type Storage, unlessMissing } from './storage.ts';

const partition = 'person';
/** Rivals for the turns of one person: as many as there are turns, and each that loses reads again. */
const maxTries = mostPerMinute + 2;

/** One row for each person with the instants of their last turns, written only over what was read: two processes never take the same turn. */
export const paceStore = (storage: Storage): Pace => {
  const table = storage.table('pace');
  const ready = once(() => table.createTable());
  return {
    take: async (person, now) => {
      await ready();
      const rowKey = personKey(person).replace('/', '_');
      for (let tries = 0; tries < maxTries; tries += 1) {
        const row = await unlessMissing(() => table.getEntity<{ taken: string }>(partition, rowKey));
        const { taken, waitSeconds } = takeTurn(row ? (JSON.parse(row.taken) as string[]) : [], now);
        if (waitSeconds > 0) return waitSeconds;
        const next = { partitionKey: partition, rowKey, taken: JSON.stringify(taken) };
        try {
          if (row) await table.updateEntity(next, 'Replace', { etag: row.etag });
          else await table.createEntity(next);
          return 0;
        } catch (error) {
          if (!isConflict(error)) throw error;
        }
      }
      throw new ServiceBusy('pace', 412, 2);
    },
  };
};
