import type { PersonId } from '@ap/shared/domain/people/person';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Caller } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import { readSaid } from './read-said.ts';
import { helpCard, strangerCard, type TalkLinks } from './talk-cards.ts';

export interface TalkSupplies {
  /** Throws ProblemError for somebody the register does not know. */
  readonly callerOf: (by: PersonId) => Promise<Caller>;
  readonly myRequests: (caller: Caller) => Promise<AdaptiveCard>;
  readonly waitingForMe: (caller: Caller) => Promise<AdaptiveCard>;
  readonly links: TalkLinks;
}

/** The card that answers a message in a personal chat: always one, always with a way on. What was written is read and kept nowhere. */
export const answerMessage =
  ({ callerOf, myRequests, waitingForMe, links }: TalkSupplies) =>
  async (text: string, by: PersonId | undefined): Promise<AdaptiveCard> => {
    const caller = by && (await callerOrNobody(callerOf, by));
    const said = readSaid(text);
    switch (said) {
      case 'my requests':
        return caller ? myRequests(caller) : strangerCard(links);
      case 'waiting for me':
        return caller ? waitingForMe(caller) : strangerCard(links);
      case 'greeting':
        return helpCard('Hello. This is the AP Framework', links, caller !== undefined);
      case 'help':
        return helpCard('What the AP Framework does here', links, caller !== undefined);
      case 'something-else':
        return helpCard('I did not understand that', links, caller !== undefined);
    }
  };

/** The caller; `undefined` for somebody the register does not know. */
export const callerOrNobody = async (callerOf: TalkSupplies['callerOf'], by: PersonId): Promise<Caller | undefined> => {
  try {
    return await callerOf(by);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
};
