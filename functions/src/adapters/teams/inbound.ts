import type { PersonId } from '@ap/shared/domain/person';
import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { ProblemError, safeHeaders } from '../../http/problem-reply.ts';
import { ServiceBusy } from '../../http/service-busy.ts';
import type { Cards, Log } from '../../ports.ts';
import { cardInvoke, cardSubmit, type InboundActivity, inboundActivity } from './activity.ts';
import type { ActivityOrigin, BotVerdict } from './bot-token.ts';

export interface BotSupplies {
  readonly verify: (authorization: string | null, origin: ActivityOrigin) => Promise<BotVerdict>;
  readonly answerCard: (click: {
    readonly verb: string;
    readonly data: unknown;
    readonly by: PersonId;
  }) => Promise<{ readonly card: AdaptiveCard }>;
  readonly helpCard: (greeting: string) => AdaptiveCard;
  readonly cards: Cards;
  readonly log: Log;
}

const bodyLimit = 64 * 1024;
const cardType = 'application/vnd.microsoft.card.adaptive';
const errorType = 'application/vnd.microsoft.error';

/** Registers the bot's one endpoint. */
export const registerBot = (supplies: BotSupplies): void => {
  app.http('messages', {
    methods: ['POST'],
    route: 'messages',
    authLevel: 'anonymous', // The Bot Framework token below is the authentication.
    handler: receiveActivity(supplies),
  });
};

/** Answers one inbound activity: refused before anything of it is used unless its token and its tenant are accepted. An invoke that was handled is HTTP 200, with its own status inside. */
export const receiveActivity =
  (supplies: BotSupplies) =>
  async (request: Pick<HttpRequest, 'text' | 'headers'>): Promise<HttpResponseInit> => {
    const text = await request.text();
    if (Buffer.byteLength(text) > bodyLimit) return { status: 413, headers: safeHeaders };
    const parsed = inboundActivity.safeParse(readJson(text));
    if (!parsed.success) return { status: 400, headers: safeHeaders };
    const activity = parsed.data;
    const origin = {
      serviceUrl: activity.serviceUrl,
      channelId: activity.channelId,
      channelTenantId: activity.channelData?.tenant?.id ?? '',
      conversationTenantId: activity.conversation?.tenantId ?? '',
    };
    const verdict = await supplies
      .verify(request.headers.get('authorization'), origin)
      .catch((error: unknown) => ({ ok: false as const, why: busyOrThrow(error) }));
    if (!verdict.ok) {
      supplies.log.event('warning', 'bot-refused', { why: verdict.why });
      return { status: verdict.why === 'busy' ? 503 : 401, headers: safeHeaders };
    }
    return respond(supplies, activity, origin.conversationTenantId.toLowerCase());
  };

/** The key service did not answer: Teams may try again. Anything else is our mistake and is thrown. */
const busyOrThrow = (error: unknown): string => {
  if (error instanceof ServiceBusy) return 'busy';
  throw error;
};

const respond = async (supplies: BotSupplies, activity: InboundActivity, tenantId: string): Promise<HttpResponseInit> => {
  const objectId = activity.from?.aadObjectId;
  if (!objectId)
    return activity.type === 'invoke'
      ? invokeReply(403, errorType, { code: 'not-an-approver', message: 'Teams did not say who you are.' })
      : { status: 200, headers: safeHeaders };
  const by = { tenantId, objectId };
  if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') return answerInvoke(supplies, activity.value, by);
  if (activity.type === 'invoke') return { status: 501, headers: safeHeaders };
  const submitted = activity.type === 'message' ? cardSubmit.safeParse(activity.value) : undefined;
  if (submitted?.success) return answerSubmit(supplies, activity, submitted.data, by);
  if (activity.type === 'message') await supplies.cards.send(by, supplies.helpCard('This is what I can do'), 'Help');
  if (activity.type === 'installationUpdate') await supplies.cards.send(by, supplies.helpCard('Welcome to the AP Framework'), 'Welcome');
  return { status: 200, headers: safeHeaders };
};

const answerInvoke = async (supplies: BotSupplies, value: unknown, by: PersonId): Promise<HttpResponseInit> => {
  const invoke = cardInvoke.safeParse(value);
  if (!invoke.success)
    return invokeReply(400, errorType, { code: 'input-not-understood', message: 'This card is too old. Open the request in the app.' });
  try {
    const { card } = await supplies.answerCard({ verb: invoke.data.action.verb, data: invoke.data.action.data, by });
    return invokeReply(200, cardType, card);
  } catch (error) {
    return refusedInvoke(supplies, error);
  }
};

/** An older client's click comes as a message: the card that was clicked is replaced in place. */
const answerSubmit = async (
  supplies: BotSupplies,
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
  return { status: 200, headers: safeHeaders };
};

const refusedInvoke = (supplies: BotSupplies, error: unknown): HttpResponseInit => {
  if (error instanceof ProblemError) {
    supplies.log.event('info', 'card-refused', { code: error.code });
    const status = error.code === 'not-an-approver' ? 403 : 400;
    return invokeReply(status, errorType, { code: error.code, message: error.message });
  }
  supplies.log.event('error', 'card-failed', { error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' });
  return invokeReply(503, errorType, {
    code: 'busy-try-later',
    message: 'The register is busy. Try again in a moment: nothing is done twice.',
  });
};

const invokeReply = (statusCode: number, type: string, value: unknown): HttpResponseInit => ({
  status: 200,
  headers: { ...safeHeaders, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ statusCode, type, value }),
});

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
