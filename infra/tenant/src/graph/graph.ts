import { Client, GraphError, RetryHandlerOptions } from '@microsoft/microsoft-graph-client';
import type { TenantSettings } from '../tenant-settings.ts';
import { administratorTokens } from './administrator.ts';

/** Graph names itself so in tokens, wherever it is reached. */
const graphResource = 'https://graph.microsoft.com';

/** A command may wait out a throttled tenant: up to ten tries, each after the Retry-After that the service asked for. */
const patience = new RetryHandlerOptions(3, 10);

/** The real Graph client as the administrator's app. It retries 429, 503 and 504 by itself. */
export const administratorGraph = (settings: TenantSettings): Client =>
  Client.initWithMiddleware({
    authProvider: { getAccessToken: administratorTokens(settings, graphResource) },
    baseUrl: `${settings.graphUrl.replace(/\/$/, '')}/`,
    customHosts: new Set([new URL(settings.graphUrl).hostname]),
    fetchOptions: { redirect: 'error' },
  });

/** A call with more patience than the client's own three tries. */
export const patiently = (client: Client, path: string) => client.api(path).middlewareOptions([patience]);

interface Page<T> {
  readonly value: readonly T[];
  readonly '@odata.nextLink'?: string;
}

/** Every row of a collection. Next links are followed as they are given: hand-made paging breaks. */
export const readAll = async <T>(client: Client, path: string): Promise<readonly T[]> => {
  const rows: T[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const page: Page<T> = await patiently(client, next).get();
    rows.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return rows;
};

/** A failure in one sentence: what was asked, and the service's own status, code and words. Status -1 means that no answer came. */
export const graphSentence = (what: string, failure: unknown): string => {
  if (!(failure instanceof GraphError)) return `${what}: ${(failure as Error).message}`;
  if (/endpoints_resolution_error/.test(failure.message))
    return `${what}: nobody can sign in, because the authority cannot be reached or its certificate is not trusted`;
  if (failure.statusCode === -1) return `${what}: ${failure.message}`;
  return `${what}: ${failure.statusCode} ${failure.code ?? ''} ${failure.message}`;
};
