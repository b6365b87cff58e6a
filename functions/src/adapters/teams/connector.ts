import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { ServiceBusy } from '../../http/service-busy.ts';
import type { Cards, SentCard } from '../../ports/messages.ts';
import { inCallSpan } from '../telemetry/call-span.ts';
import { serviceHostAllowed } from './service-host.ts';

export interface ConnectorOptions {
  readonly botAppId: string;
  /** The council's tenant: delivery to people of other tenants is unproven, so it is not tried; they get the mail. */
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly allowedHosts: readonly string[];
  readonly token: () => Promise<string>;
}

const busyStatuses = [408, 412, 429, 500, 502, 503, 504];
const timeoutMilliseconds = 10_000;

/** The Bot Connector's calls: open a conversation with a person, send, answer, update. The token goes to allowed hosts only. */
export const connector = (options: ConnectorOptions): Cards => {
  const call = async (
    serviceUrl: string,
    method: string,
    path: string,
    body: unknown,
  ): Promise<{ status: number; reply: Record<string, unknown> }> => {
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
      return { status: response.status, reply: (await response.json().catch(() => ({}))) as Record<string, unknown> };
    });
  };

  return {
    send: async (to, card, summary) => {
      if (to.tenantId.toLowerCase() !== options.tenantId.toLowerCase()) return { ok: false, why: 'other-tenant' };
      const { serviceUrl } = options;
      const opened = await call(serviceUrl, 'POST', 'v3/conversations', {
        bot: { id: `28:${options.botAppId}` },
        isGroup: false,
        tenantId: to.tenantId,
        channelData: { tenant: { id: to.tenantId } },
        members: [{ id: to.objectId }],
      });
      if (opened.status === 403 || opened.status === 404) return { ok: false, why: 'not-installed' };
      const conversationId = textOf(opened, 'id');
      const sent = await call(serviceUrl, 'POST', activitiesOf(conversationId), activity(card, summary));
      if (sent.status === 403 || sent.status === 404) return { ok: false, why: 'not-installed' };
      return { ok: true, conversationId, activityId: textOf(sent, 'id'), serviceUrl };
    },
    reply: async (where, card, summary) => {
      const { status } = await call(where.serviceUrl, 'POST', activitiesOf(where.conversationId), activity(card, summary));
      // The app was removed, or the conversation is gone: nobody is left to be answered.
      if (status >= 300 && status !== 403 && status !== 404) throw new Error(`The connector refused an answer (${status})`);
    },
    typing: async (where) => {
      await call(where.serviceUrl, 'POST', activitiesOf(where.conversationId), { type: 'typing' });
    },
    update: async (sent: SentCard, card, summary) => {
      const path = `v3/conversations/${encodeURIComponent(sent.conversationId)}/activities/${encodeURIComponent(sent.activityId)}`;
      const { status } = await call(sent.serviceUrl, 'PUT', path, { ...activity(card, summary), id: sent.activityId });
      // Deleted by the person, or the app removed since: there is nothing left to update.
      if (status >= 300 && status !== 403 && status !== 404) throw new Error(`The connector refused to update a card (${status})`);
    },
  };
};

const activitiesOf = (conversationId: string): string => `v3/conversations/${encodeURIComponent(conversationId)}/activities`;

const activity = (card: AdaptiveCard, summary: string) => ({
  type: 'message',
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

const textOf = (answer: { status: number; reply: Record<string, unknown> }, name: string): string => {
  const value = answer.reply[name];
  if (answer.status >= 300 || typeof value !== 'string') throw new Error(`The connector refused (${answer.status})`);
  return value;
};
