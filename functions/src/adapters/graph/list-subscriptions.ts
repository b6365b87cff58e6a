import type { Client } from '@microsoft/microsoft-graph-client';
import { GraphError } from '@microsoft/microsoft-graph-client';
import type { ListSubscriptions, LiveSubscription, Subscribed } from '../../ports/subscriptions.ts';
import { faultOf, readFailure } from './graph-fault.ts';
import { readPages } from './read-pages.ts';

interface RawSubscription {
  readonly id: string;
  readonly resource: string;
  readonly notificationUrl: string;
  readonly expirationDateTime: string;
}

const toLive = ({ id, resource, notificationUrl, expirationDateTime }: RawSubscription): LiveSubscription => ({
  id,
  resource,
  notificationUrl,
  expiresAt: expirationDateTime,
});

/** Subscriptions to lists of the register's site through Graph. `sitePath` is `/sites/{id}`. */
export const listSubscriptions = (client: Client, sitePath: () => Promise<string>): ListSubscriptions => {
  let ids: ReadonlyMap<string, string> = new Map();
  const asking = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch (error) {
      throw readFailure(error);
    }
  };
  const everything = <T>(path: string): Promise<readonly T[]> => readPages<T>(client, client.api(path));
  return {
    live: () => asking(async () => (await everything<RawSubscription>('/subscriptions')).map(toLive)),
    resourceOf: (list) =>
      asking(async () => {
        const site = await sitePath();
        if (!ids.has(list)) {
          const found = await everything<{ readonly id: string; readonly displayName: string }>(`${site}/lists?$select=id,displayName`);
          ids = new Map(found.map(({ id, displayName }) => [displayName, id]));
        }
        const id = ids.get(list);
        if (id === undefined) throw new Error(`There is no list ${list}`);
        return `${site.slice(1)}/lists/${id}`;
      }),
    create: async ({ resource, notificationUrl, expiresAt, clientState }): Promise<Subscribed> => {
      try {
        const body = { changeType: 'updated', resource, notificationUrl, expirationDateTime: expiresAt, clientState };
        return { ok: true, live: toLive((await client.api('/subscriptions').post(body)) as RawSubscription) };
      } catch (error) {
        const fault = faultOf(error);
        if (fault.kind === 'unknown' || !(error instanceof GraphError)) throw readFailure(error);
        const status = error.statusCode;
        // 404: what one may not see is not there.
        if (status === 401 || status === 403 || status === 404) return { ok: false, why: 'refused', status };
        return { ok: false, why: status === 409 ? 'there-already' : 'unreachable', status };
      }
    },
    renew: (id, expiresAt) =>
      asking(async () => {
        try {
          await client.api(`/subscriptions/${id}`).patch({ expirationDateTime: expiresAt });
          return true;
        } catch (error) {
          if (faultOf(error).kind === 'not-found') return false;
          throw error;
        }
      }),
    remove: (id) =>
      asking(async () => {
        try {
          await client.api(`/subscriptions/${id}`).delete();
        } catch (error) {
          if (faultOf(error).kind !== 'not-found') throw error;
        }
      }),
  };
};
