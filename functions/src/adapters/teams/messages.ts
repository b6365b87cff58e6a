import type { PersonId } from '@ap/shared/domain/people/person';
import type { HttpResponseInit } from '@azure/functions';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { safeHeaders } from '../../http/problem-reply.ts';
import { ServiceBusy } from '../../http/service-busy.ts';
import type { Log } from '../../ports/clock.ts';
import type { Cards, ConversationPlace } from '../../ports/messages.ts';
import type { InboundActivity } from './activity.ts';
import { cardType, received } from './invoke-reply.ts';

export interface TalkSupplies {
  /** `by` is absent where Teams did not say who wrote. */
  readonly answer: (text: string, by: PersonId | undefined) => Promise<AdaptiveCard>;
  readonly welcome: (where: ConversationPlace, by: PersonId) => Promise<void>;
  /** In a channel or a group chat. */
  readonly sayElsewhere: (where: ConversationPlace, by: PersonId | undefined) => Promise<void>;
}

interface Supplies {
  readonly talk: TalkSupplies;
  readonly cards: Pick<Cards, 'reply' | 'typing'>;
  readonly log: Log;
}

/** When an answer takes longer than this, the bot shows that it is at work (Teams Store validation: within two seconds). */
const patienceMilliseconds = 800;

/** Answers a message, and an installation, in the conversation that it came from. */
export const answerTalk = async (
  { talk, cards, log }: Supplies,
  activity: InboundActivity,
  by: PersonId | undefined,
): Promise<HttpResponseInit> => {
  const { conversation, serviceUrl } = activity;
  if (!conversation) return received;
  const where = { conversationId: conversation.id, serviceUrl };
  const personal = conversation.conversationType === 'personal';
  try {
    if (activity.type === 'installationUpdate' && activity.action?.startsWith('add')) {
      if (!personal) await talk.sayElsewhere(where, by);
      else if (by) await talk.welcome(where, by);
    }
    if (activity.type === 'message' && !personal) await talk.sayElsewhere(where, by);
    if (activity.type === 'message' && personal && !hasCard(activity)) {
      const card = await atWork(talk.answer(activity.text ?? '', by), () => cards.typing(where), log);
      await cards.reply(where, card, card.speak);
    }
    return received;
  } catch (error) {
    if (!(error instanceof ServiceBusy)) throw error;
    log.event('warning', 'talk-not-answered', { service: error.service, status: error.status });
    return { status: 503, headers: safeHeaders };
  }
};

/** A card that the person sends into this chat, alone or with its link: shared with themselves, and no question. */
const hasCard = ({ attachments }: InboundActivity): boolean => attachments.some(({ contentType }) => contentType === cardType);

/** Shows that the bot is at work when the work takes longer than a moment. That it could not be shown spoils nothing. */
const atWork = async <T>(work: Promise<T>, show: () => Promise<void>, log: Log): Promise<T> => {
  const timer = setTimeout(() => {
    show().catch((error: unknown) => log.event('warning', 'typing-not-shown', { error: error instanceof Error ? error.name : 'unknown' }));
  }, patienceMilliseconds);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
};
