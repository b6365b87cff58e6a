import { setTimeout as pause } from 'node:timers/promises';
import type { TokenSource } from '../graph/administrator.ts';

/** SharePoint refused the administrator's app: it lacks Sites.FullControl.All of SharePoint, or proved itself without a certificate. */
export class RestRefused extends Error {
  constructor(status: number) {
    super(`SharePoint REST answered ${status}: the administrator's app may not use it.`);
    this.name = 'RestRefused';
  }
}

/** SharePoint's own API below one site's `_api/web/`, or `_api/site/` of its site collection: what Graph lacks. Every call throws `RestRefused` on 401 and 403. */
export interface SharePointRest {
  readonly get: <T>(path: string) => Promise<T>;
  readonly post: (path: string, body?: object) => Promise<unknown>;
  /** Changes the given properties of what stands at the path. */
  readonly merge: (path: string, body: object) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
}

const tries = 8;
const noMetadata = 'application/json;odata=nometadata';

/** Seconds that the service asked to wait for; at least one, at most two minutes, so that a wrong header stops nobody for a day. */
const waitSeconds = (response: Response): number => Math.min(120, Math.max(1, Number(response.headers.get('retry-after')) || 1));

const messageOf = (text: string): string => {
  try {
    const body = JSON.parse(text) as { 'odata.error'?: { message?: { value?: string } } };
    return body['odata.error']?.message?.value ?? text;
  } catch {
    return text.slice(0, 300);
  }
};

/** The API of the site at `webUrl`, with tokens of the administrator's app for that very host. */
export const sharePointRest = (webUrl: string, token: TokenSource, root: 'web' | 'site' = 'web'): SharePointRest => {
  const call = async (verb: string, path: string, body?: object): Promise<string> => {
    const tunnelled = verb === 'MERGE' || verb === 'DELETE' ? { 'X-HTTP-Method': verb, 'IF-MATCH': '*' } : {};
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(`${webUrl}/_api/${root}/${path}`, {
        method: verb === 'GET' ? 'GET' : 'POST',
        redirect: 'error',
        headers: {
          Authorization: `Bearer ${await token()}`,
          Accept: noMetadata,
          ...(body === undefined ? {} : { 'Content-Type': noMetadata }),
          ...tunnelled,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (response.ok) return text;
      if (response.status === 401 || response.status === 403) throw new RestRefused(response.status);
      const mayRetry = response.status === 429 || response.status === 503;
      if (!mayRetry || attempt === tries) throw new Error(`SharePoint REST ${verb} ${path}: ${response.status} ${messageOf(text)}`);
      await pause(waitSeconds(response) * 1000);
    }
  };
  return {
    get: async <T>(path: string) => JSON.parse(await call('GET', path)) as T,
    post: async (path, body) => {
      const text = await call('POST', path, body);
      return text === '' ? undefined : JSON.parse(text);
    },
    merge: async (path, body) => {
      await call('MERGE', path, body);
    },
    remove: async (path) => {
      await call('DELETE', path);
    },
  };
};

/** The part of an address that names one list. */
export const listPath = (listId: string): string => `lists(guid'${listId}')`;
