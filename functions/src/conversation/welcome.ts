import type { PersonId } from '@ap/shared/domain/people/person';
import type { ConversationPlace } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { callerOrNobody, type TalkSupplies } from './answer-message.ts';
import { elsewhereCard, welcomeCard } from './talk-cards.ts';

type Supplies = Pick<TalkSupplies, 'callerOf' | 'links'>;

/** Welcomes a person who has installed the app, once: the note is made first and taken back when the card could not be sent. */
export const welcome =
  (ports: Pick<Ports, 'cards' | 'welcomes'>, { callerOf, links }: Supplies) =>
  async (where: ConversationPlace, by: PersonId): Promise<void> => {
    if (!(await ports.welcomes.claim(by))) return;
    try {
      const known = (await callerOrNobody(callerOf, by)) !== undefined;
      await ports.cards.reply(where, welcomeCard(links, known), 'Welcome to the AP Framework');
    } catch (error) {
      await ports.welcomes.release(by);
      throw error;
    }
  };

/** Says in a channel or group chat that the bot works in personal chat only, and who added it as far as the register knows them. */
export const sayElsewhere =
  (ports: Pick<Ports, 'cards'>, { callerOf, links }: Supplies) =>
  async (where: ConversationPlace, by: PersonId | undefined): Promise<void> => {
    const caller = by && (await callerOrNobody(callerOf, by));
    await ports.cards.reply(where, elsewhereCard(links, caller?.person.name), 'AP Framework works in personal chat only');
  };
