import { personKey } from '@ap/shared/domain/people/person';
import type { Welcomes } from '../../functions/src/ports/messages.ts';

/** Who was welcomed, in memory. */
export const memoryWelcomes = (): Welcomes => {
  const welcomed = new Set<string>();
  return {
    claim: async (person) => {
      const isNew = !welcomed.has(personKey(person));
      welcomed.add(personKey(person));
      return isNew;
    },
    release: async (person) => {
      welcomed.delete(personKey(person));
    },
  };
};
