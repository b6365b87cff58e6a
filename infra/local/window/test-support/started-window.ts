import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalTenant } from '@ap/local-tenant/start';
import {
  administratorClientId,
  apiClientId,
  apiScope,
  botAppId,
  councilTenantId,
  frameworkSitePath,
  siteHostname,
  teamsWebClientId,
} from '../../sample/ids.ts';
import { sampleOrganisation } from '../../sample/organisation.ts';
import { startWindow } from '../server.ts';
import { connectTenant, type TenantCall } from '../tenant-connection.ts';
import type { WindowOptions } from '../window-options.ts';
import { type ScriptedBot, startScriptedBot } from './scripted-bot.ts';
import { startTabServer } from './tab-server.ts';

/** A window over the real local tenant, with a test tab in its frame and a scripted bot. */
export interface StartedWindow {
  readonly url: string;
  readonly options: WindowOptions;
  readonly tabOrigin: string;
  readonly bot: ScriptedBot;
  /** Asks the tenant as an app or a person of the organisation. Throws when it refuses. */
  readonly asTenant: (call: TenantCall) => Promise<unknown>;
  readonly appToken: (clientId: string, audience: string) => Promise<string>;
  readonly sendCard: (person: { tenantId: string; userId: string }, card: unknown) => Promise<void>;
  /** Puts a line into a person's activity feed. */
  readonly notify: (person: { userId: string }, request: string, webUrl: string) => Promise<void>;
  readonly sendMail: (to: string, subject: string, content: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const graph = 'https://graph.microsoft.com';
export const administrator = administratorClientId;

export const startedWindow = async (): Promise<StartedWindow> => {
  const dir = await mkdtemp(join(tmpdir(), 'window-'));
  const bot = await startScriptedBot();
  const tab = await startTabServer();
  const organisation = sampleOrganisation(
    { runtimeSecret: 'only-in-this-test', administratorCertificatePem: 'not used: tokens are asked for directly' },
    { messagingEndpoint: bot.endpoint },
  );
  const tenant = await startLocalTenant({ organisation, port: 0, dataDir: join(dir, 'tenant'), caDir: join(dir, 'ca') });
  const connection = connectTenant(tenant.url, tenant.caPath);
  const options: WindowOptions = {
    port: 0,
    tenantUrl: tenant.url,
    caPath: tenant.caPath,
    tabUrl: tab.url,
    apiUrl: 'http://localhost:7071/api',
    organisation,
    siteHostname,
    sitePath: frameworkSitePath,
    apiClientId,
    apiScope,
    teamsClientId: teamsWebClientId,
  };
  const window = await startWindow(options);
  const asTenant = async (call: TenantCall): Promise<unknown> => {
    const { status, body } = await connection.call(call);
    if (status >= 400) throw new Error(`${call.method} ${call.path}: ${status} ${body}`);
    return body === '' ? undefined : JSON.parse(body);
  };
  const appToken = async (clientId: string, audience: string): Promise<string> => {
    const json = { kind: 'app', tenantId: councilTenantId, clientId, audience };
    return ((await asTenant({ method: 'POST', path: '/_local/tokens', json })) as { access_token: string }).access_token;
  };
  return {
    url: window.url,
    options,
    tabOrigin: new URL(tab.url).origin,
    bot,
    asTenant,
    appToken,
    sendCard: async ({ tenantId, userId }, card) => {
      const headers = { Authorization: `Bearer ${await appToken(botAppId, 'https://api.botframework.com')}` };
      const opened = (await asTenant({
        method: 'POST',
        path: '/connector/v3/conversations',
        headers,
        json: { bot: { id: `28:${botAppId}` }, members: [{ id: userId }], tenantId, channelData: { tenant: { id: tenantId } } },
      })) as { id: string };
      const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
      const path = `/connector/v3/conversations/${encodeURIComponent(opened.id)}/activities`;
      await asTenant({ method: 'POST', path, headers, json: { type: 'message', attachments } });
    },
    notify: async ({ userId }, request, webUrl) => {
      const blanks = { requester: 'Priya Nair', request, buyer: 'The Purbeck School' };
      await asTenant({
        method: 'POST',
        path: `/v1.0/users/${userId}/teamwork/sendActivityNotification`,
        headers: { Authorization: `Bearer ${await appToken(apiClientId, graph)}` },
        json: {
          topic: { source: 'text', value: `Request ${request}`, webUrl },
          activityType: 'approvalReminder',
          previewText: { content: '£1,440.00 for Day programme' },
          templateParameters: Object.entries(blanks).map(([name, value]) => ({ name, value })),
        },
      });
    },
    sendMail: async (to, subject, content) => {
      const clientId = organisation.tenants[0]?.apps.find(({ appRoles }) => appRoles?.includes('Mail.Send'))?.clientId ?? '';
      await asTenant({
        method: 'POST',
        path: '/v1.0/users/ap.framework@council.example/sendMail',
        headers: { Authorization: `Bearer ${await appToken(clientId, graph)}` },
        json: { message: { subject, body: { contentType: 'HTML', content }, toRecipients: [{ emailAddress: { address: to } }] } },
      });
    },
    close: async () => {
      await window.close();
      connection.close();
      await tenant.close();
      await tab.close();
      await bot.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
};
