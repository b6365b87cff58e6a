import type { PersonId } from '@ap/shared/domain/people/person';
import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { faultWords } from '../../http/fault-words.ts';
import { safeHeaders } from '../../http/problem-reply.ts';
import { readLimited } from '../../http/read-limited.ts';
import { ServiceBusy } from '../../http/service-busy.ts';
import { cardSubmit, type InboundActivity, inboundActivity } from './activity.ts';
import type { ActivityOrigin, BotVerdict } from './bot-token.ts';
import { answerClick, answerOlderClick, type CardClickSupplies } from './card-clicks.ts';
import { answerLink, answerQuery, type ComposeSupplies } from './compose-invokes.ts';
import { answerDialog, type DialogSupplies } from './dialog-invokes.ts';
import { errorType, invokeReply, jsonReply, received } from './invoke-reply.ts';
import { answerTalk, type TalkSupplies } from './messages.ts';

export interface BotSupplies extends CardClickSupplies {
  readonly verify: (authorization: string | null, origin: ActivityOrigin) => Promise<BotVerdict>;
  readonly compose: ComposeSupplies;
  readonly dialogs: DialogSupplies;
  readonly talk: TalkSupplies;
}

const bodyLimit = 64 * 1024;

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
    try {
      return await admit(supplies, request);
    } catch (error) {
      return failed(supplies, error);
    }
  };

const admit = async (supplies: BotSupplies, request: Pick<HttpRequest, 'text' | 'headers'>): Promise<HttpResponseInit> => {
  const text = await readLimited(request, bodyLimit);
  if (text === undefined) return { status: 413, headers: safeHeaders };
  const parsed = inboundActivity.safeParse(readJson(text));
  if (!parsed.success) return { status: 400, headers: safeHeaders };
  const activity = parsed.data;
  const origin = {
    serviceUrl: activity.serviceUrl,
    channelId: activity.channelId,
    channelTenantId: activity.channelData?.tenant?.id ?? '',
    conversationTenantId: activity.conversation?.tenantId ?? '',
  };
  const verdict = await supplies.verify(request.headers.get('authorization'), origin);
  if (verdict.ok) return respond(supplies, activity, origin.conversationTenantId.toLowerCase());
  supplies.log.event('warning', 'bot-refused', { why: verdict.why });
  return { status: 401, headers: safeHeaders };
};

/** The key service or the register did not answer: Teams may try again. Anything else is our mistake: the log says what it was, the answer does not. */
const failed = ({ log }: BotSupplies, error: unknown): HttpResponseInit => {
  if (error instanceof ServiceBusy) {
    log.event('warning', 'bot-refused', { why: 'busy', service: error.service });
    return { status: 503, headers: { ...safeHeaders, 'retry-after': String(error.retryAfterSeconds) } };
  }
  log.event('error', 'bot-failed', { error: faultWords(error) });
  return { status: 500, headers: safeHeaders };
};

const respond = async (supplies: BotSupplies, activity: InboundActivity, tenantId: string): Promise<HttpResponseInit> => {
  const objectId = activity.from?.aadObjectId;
  const by = objectId === undefined || objectId === '' ? undefined : { tenantId, objectId };
  if (activity.type === 'invoke') return by ? answerInvoke(supplies, activity, by) : notSaidWho(activity);
  const submitted = activity.type === 'message' ? cardSubmit.safeParse(activity.value) : undefined;
  if (submitted?.success) return by ? answerOlderClick(supplies, activity, submitted.data, by) : received;
  return answerTalk(supplies, activity, by);
};

const whoAreYou = 'Teams did not say who you are. Sign in to Teams with your work or school account.';

/** An invoke of nobody: each kind has its own way to show a sentence. */
const notSaidWho = ({ name }: InboundActivity): HttpResponseInit => {
  if (name?.startsWith('composeExtension/')) return jsonReply({ composeExtension: { type: 'message', text: whoAreYou } });
  if (name?.startsWith('task/')) return jsonReply({ task: { type: 'message', value: whoAreYou } });
  return invokeReply(403, errorType, { code: 'not-an-approver', message: whoAreYou });
};

/** Invokes by their name. What is not offered (such as unfolding links for people who are not signed in) is not implemented, and says so. */
const answerInvoke = async (supplies: BotSupplies, { name, value }: InboundActivity, by: PersonId): Promise<HttpResponseInit> => {
  switch (name) {
    case 'adaptiveCard/action':
      return answerClick(supplies, value, by);
    case 'composeExtension/query':
      return answerQuery(supplies.compose, value, by, supplies.log);
    case 'composeExtension/queryLink':
      return answerLink(supplies.compose, value, by, supplies.log);
    case 'task/fetch':
      return answerDialog(supplies.dialogs.open, value, by, supplies.log);
    case 'task/submit':
      return answerDialog(supplies.dialogs.end, value, by, supplies.log);
    default:
      return { status: 501, headers: safeHeaders };
  }
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
