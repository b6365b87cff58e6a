import type { PersonId } from '@ap/shared/domain/people/person';
import type { HttpResponseInit } from '@azure/functions';
import type { CardAnswer, CardClick } from '../../cards/card-click.ts';
import { ProblemError } from '../../http/problem-reply.ts';
import type { Log } from '../../ports/clock.ts';
import type { Cards } from '../../ports/messages.ts';
import { cardInvoke, type InboundActivity } from './activity.ts';
import { cardType, errorType, invokeReply, received, sentenceOf } from './invoke-reply.ts';

export interface CardClickSupplies {
  readonly answerCard: (click: CardClick) => Promise<CardAnswer>;
  readonly cards: Cards;
  readonly log: Log;
}

/** Answers a click on a card (`Action.Execute`) with the card that takes its place, or with the reason why not. */
export const answerClick = async (supplies: CardClickSupplies, value: unknown, by: PersonId): Promise<HttpResponseInit> => {
  const invoke = cardInvoke.safeParse(value);
  if (!invoke.success)
    return invokeReply(400, errorType, { code: 'input-not-understood', message: 'This card is too old. Open the request in the app.' });
  try {
    const { card } = await supplies.answerCard({ verb: invoke.data.action.verb, data: invoke.data.action.data, by });
    return invokeReply(200, cardType, card);
  } catch (error) {
    const refused = sentenceOf(error, 'card', supplies.log);
    const status = refused.code === 'not-an-approver' ? 403 : error instanceof ProblemError ? 400 : 503;
    return invokeReply(status, errorType, refused);
  }
};

/** An older client's click comes as a message: the card that was clicked is replaced in place. */
export const answerOlderClick = async (
  supplies: CardClickSupplies,
  activity: InboundActivity,
  data: { verb: string },
  by: PersonId,
): Promise<HttpResponseInit> => {
  try {
    const { card } = await supplies.answerCard({ verb: data.verb, data, by });
    if (activity.conversation && activity.replyToId)
      await supplies.cards.update(
        { ok: true, conversationId: activity.conversation.id, activityId: activity.replyToId, serviceUrl: activity.serviceUrl },
        card,
        'Request',
      );
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    supplies.log.event('info', 'card-refused', { code: error.code });
  }
  return received;
};
