import { takeTurn } from '@ap/shared/domain/message-pace';
import { personKey } from '@ap/shared/domain/people/person';
import type { Pace } from '../../functions/src/ports/messages.ts';

/** The turns of each person, in memory. */
export const memoryPace = (): Pace => {
  const turns = new Map<string, readonly string[]>();
  return {
    take: async (person, now) => {
      const { taken, waitSeconds } = takeTurn(turns.get(personKey(person)) ?? [], now);
      turns.set(personKey(person), taken);
      return waitSeconds;
    },
  };
};
