import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { ServiceBusy } from '../../http/service-busy.ts';
import type { Log } from '../../ports/clock.ts';
import type { CardRefusal, Cards, SentCard } from '../../ports/messages.ts';
import { inCallSpan } from '../telemetry/call-span.ts';
import { serviceHostAllowed } from './service-host.ts';

export interface ConnectorOptions {
  readonly botAppId: string;
  /** The council's tenant: delivery to people of other tenants is unproven, so it is not tried; they get the mail. */
  readonly tenantId: string;
  /** Where a conversation is opened. From then on it is written to where the answer says. */
  readonly serviceUrl: string;
  readonly allowedHosts: readonly string[];
  readonly token: () => Promise<string>;
  readonly log: Log;
}

interface Answer {
  readonly status: number;
  readonly reply: Readonly<Record<string, unknown>>;
}

const busyStatuses = [408, 412, 429, 500, 502, 503, 504];
const timeoutMilliseconds = 10_000;

/** The Bot Connector's calls: open a conversation with a person, send, answer, update. The token goes to allowed hosts only. */
export const connector = (options: ConnectorOptions): Cards => {
  const call = async (serviceUrl: string, method: string, path: string, body: unknown): Promise<Answer> => {
    if (!serviceHostAllowed(serviceUrl, options.allowedHosts)) throw new Error('The connector address is not an allowed host');
    const url = new URL(path, serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`);
    return inCallSpan(method, url, {}, async (span) => {
      let response: Response;
      try {
        response = await fetch(url, {
          method,
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMilliseconds),
          headers: { authorization: `Bearer ${await options.token()}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      } catch {
        throw new ServiceBusy('connector', 0);
      }
      span.say({ 'http.response.status_code': response.status });
      if (busyStatuses.includes(response.status))
        throw new ServiceBusy('connector', response.status, Number(response.headers.get('retry-after') ?? 10) || 10);
      return { status: response.status, reply: (await response.json().catch(() => ({}))) as Answer['reply'] };
    });
  };

  /**
   * Why Teams did not take something; undefined where it did. What it refuses without a person's reason no second try changes: it is logged by its code, for
   * somebody must look, and a mail tells the same.
   */
  const refusalOf = (answer: Answer): CardRefusal | undefined => {
    if (answer.status < 300) return undefined;
    if (personIsGone(answer)) return 'not-installed';
    options.log.event('error', 'teams-refused', { status: answer.status, code: codeOf(answer) });
    return 'teams-refused';
  };

  return {
    send: async (to, card, summary) => {
      if (to.tenantId.toLowerCase() !== options.tenantId.toLowerCase()) return { ok: false, why: 'other-tenant' };
      const opened = await call(options.serviceUrl, 'POST', 'v3/conversations', {
        bot: { id: `28:${options.botAppId}` },
        isGroup: false,
        tenantId: to.tenantId,
        channelData: { tenant: { id: to.tenantId } },
        members: [{ id: to.objectId }],
      });
      const notOpened = refusalOf(opened);
      if (notOpened) return { ok: false, why: notOpened };
      const conversationId = textOf(opened, 'id');
      const serviceUrl = placeOf(opened) ?? options.serviceUrl;
      const sent = await call(serviceUrl, 'POST', activitiesOf(conversationId), activity(card, summary));
      const notSent = refusalOf(sent);
      if (notSent) return { ok: false, why: notSent };
      return { ok: true, conversationId, activityId: textOf(sent, 'id'), serviceUrl };
    },
    reply: async (where, card, summary) => {
      // Where the app was removed, or the conversation is gone, nobody is left to be answered.
      refusalOf(await call(where.serviceUrl, 'POST', activitiesOf(where.conversationId), activity(card, summary)));
    },
    typing: async (where) => {
      await call(where.serviceUrl, 'POST', activitiesOf(where.conversationId), { type: 'typing' });
    },
    update: async (sent: SentCard, card, summary) => {
      const path = `v3/conversations/${encodeURIComponent(sent.conversationId)}/activities/${encodeURIComponent(sent.activityId)}`;
      // Where the person deleted it, or removed the app since, nothing is left to update. A card that stays as it was decides nothing: whoever presses it is told how things stand.
      refusalOf(await call(sent.serviceUrl, 'PUT', path, { ...activity(card, summary), id: sent.activityId }));
    },
  };

  /** Where Teams says that a conversation is to be written to; undefined where it names no place that may have the token. */
  function placeOf({ reply: { serviceUrl } }: Answer): string | undefined {
    return typeof serviceUrl === 'string' && serviceHostAllowed(serviceUrl, options.allowedHosts) ? serviceUrl : undefined;
  }
};

/**
 * The refusals by which Teams says that a person cannot be written to: no app, one that they blocked, or that their administrator did (Teams, "Status codes
 * from bot conversational APIs"; `MessageWritesBlocked` from its page of proactive messages).
 */
const ofThePerson = [
  'BotNotInConversationRoster',
  'ForbiddenOperationException',
  'BotDisabledByAdmin',
  'ConversationBlockedByUser',
  'MessageWritesBlocked',
];

const codeOf = ({ reply: { error } }: Answer): string => {
  const told = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return typeof told === 'string' ? told : '';
};

/** Whether nobody is there any more: the conversation, the message or the app. */
const personIsGone = (answer: Answer): boolean => answer.status === 404 || (answer.status === 403 && ofThePerson.includes(codeOf(answer)));

const activitiesOf = (conversationId: string): string => `v3/conversations/${encodeURIComponent(conversationId)}/activities`;

const activity = (card: AdaptiveCard, summary: string) => ({
  type: 'message',
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

const textOf = (answer: Answer, name: string): string => {
  const value = answer.reply[name];
  if (typeof value !== 'string') throw new Error(`The connector answered without ${name} (${answer.status})`);
  return value;
};
