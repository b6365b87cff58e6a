import type { PersonId } from '@ap/shared/domain/people/person';
import { ServiceBusy } from '../http/service-busy.ts';
import type { Pace } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Cards and the activity feed at a pace that people can bear: what is more than ten a minute for one person throws ServiceBusy, and the queue brings it
 * when there is room. Answers in a conversation and updates of what is there already are no messages: they notify nobody.
 */
export const atPace = ({
  cards,
  feed,
  pace,
  clock,
}: Pick<Ports, 'cards' | 'feed' | 'clock'> & { readonly pace: Pace }): Pick<Ports, 'cards' | 'feed'> => {
  const turn = async (to: PersonId): Promise<void> => {
    const waitSeconds = await pace.take(to, clock.now());
    if (waitSeconds > 0) throw new ServiceBusy('pace', 429, waitSeconds);
  };
  return {
    cards: {
      ...cards,
      send: async (to, card, summary) => {
        await turn(to);
        return cards.send(to, card, summary);
      },
    },
    feed: {
      tell: async (to, entry, chain) => {
        await turn(to);
        return feed.tell(to, entry, chain);
      },
    },
  };
};
