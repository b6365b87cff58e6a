import { type PersonId, personKey } from '@ap/shared/domain/people/person';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import type { Cards, SentCard } from '../../functions/src/ports/messages.ts';

export interface SentCardRecord {
  readonly to: string;
  readonly card: AdaptiveCard;
  readonly summary: string;
}

export interface MemoryCards extends Cards {
  /** Everything that was sent, and every update, in order. */
  readonly sent: SentCardRecord[];
  readonly updates: SentCardRecord[];
  /** Answers in a conversation, by its id; and how often the bot showed that it is at work. */
  readonly replies: SentCardRecord[];
  readonly atWork: { count: number };
  /** People who have not installed the app. */
  readonly withoutApp: Set<string>;
  /** What this person's chat shows now. */
  readonly shown: (person: PersonId) => readonly SentCardRecord[];
  readonly remove: (sent: SentCard) => void;
}

/** What befalls the bot at the moment: down, or of one tenant alone. */
export interface BotTrouble {
  cards: boolean;
  onlyTenant: string | undefined;
}

/** The bot in memory. */
export const memoryCards = (trouble: BotTrouble): MemoryCards => {
  const sent: SentCardRecord[] = [];
  const updates: SentCardRecord[] = [];
  const replies: SentCardRecord[] = [];
  const atWork = { count: 0 };
  const withoutApp = new Set<string>();
  const chat = new Map<string, SentCardRecord>();
  const beUp = (): void => {
    if (trouble.cards) throw new ServiceBusy('connector', 503);
  };
  return {
    sent,
    updates,
    replies,
    atWork,
    withoutApp,
    shown: (person) => [...chat.values()].filter(({ to }) => to === personKey(person)),
    remove: ({ activityId }) => {
      chat.delete(activityId);
    },
    send: async (person, card, summary) => {
      beUp();
      if (trouble.onlyTenant !== undefined && person.tenantId.toLowerCase() !== trouble.onlyTenant.toLowerCase())
        return { ok: false, why: 'other-tenant' };
      const to = personKey(person);
      if (withoutApp.has(to)) return { ok: false, why: 'not-installed' };
      sent.push({ to, card, summary });
      const activityId = String(sent.length);
      chat.set(activityId, { to, card, summary });
      return { ok: true, conversationId: to, activityId, serviceUrl: 'https://smba.trafficmanager.net/uk/' };
    },
    reply: async ({ conversationId: to }, card, summary) => {
      beUp();
      replies.push({ to, card, summary });
      chat.set(`answer-${replies.length}`, { to, card, summary });
    },
    typing: async () => {
      beUp();
      atWork.count += 1;
    },
    update: async ({ conversationId: to, activityId }, card, summary) => {
      beUp();
      updates.push({ to, card, summary });
      if (chat.has(activityId)) chat.set(activityId, { to, card, summary });
    },
  };
};
