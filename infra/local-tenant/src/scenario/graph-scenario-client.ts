import {
  Client,
  GraphError,
  type Middleware,
  MiddlewareFactory,
  RetryHandler,
  RetryHandlerOptions,
} from '@microsoft/microsoft-graph-client';
import { authorSeen } from './author-seen.ts';
import { Refusal } from './observation.ts';
import type {
  DeltaPage,
  Fields,
  ItemPage,
  ItemQuery,
  ItemSeen,
  ListAddress,
  ListSeen,
  ScenarioClient,
  SiteSeen,
} from './scenario-client.ts';
import type { Transport } from './wire.ts';

interface Page<T> {
  readonly value: readonly T[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}
interface RawList {
  readonly id: string;
  readonly displayName: string;
  readonly list?: { readonly template?: string };
}
interface RawItem extends ItemSeen {
  readonly deleted?: { readonly state?: string };
}
interface Written {
  readonly lastModifiedBy?: Parameters<typeof authorSeen>[0];
}
interface RawBatch {
  readonly responses: readonly { readonly id: string; readonly status: number; readonly body?: { error?: { code?: string } } }[];
}

/** Waits as long as the service asks, up to ten times. */
const patience = new RetryHandlerOptions(3, 10);

export interface GraphConnection {
  /** Without the version: `https://graph.microsoft.com`. */
  readonly graphUrl: string;
  readonly token: () => Promise<string>;
  readonly transport: Transport;
}

/** The Graph client with its own chain of middleware but the last: what would call `fetch` calls the transport. */
export const graphOver = ({ graphUrl, token, transport }: GraphConnection): Client => {
  const send: Middleware = {
    execute: async (context) => {
      context.response = await transport(String(context.request), context.options ?? {});
    },
  };
  const own = MiddlewareFactory.getDefaultMiddlewareChain({ getAccessToken: token }).slice(0, -1);
  const patient = own.map((each) => (each instanceof RetryHandler ? new RetryHandler(patience) : each));
  return Client.initWithMiddleware({
    middleware: [...patient, send],
    baseUrl: `${graphUrl.replace(/\/$/, '')}/`,
    customHosts: new Set([new URL(graphUrl).hostname]),
  });
};

const innerCodeOf = (failure: GraphError): string | undefined => {
  const body: unknown = typeof failure.body === 'string' && failure.body.startsWith('{') ? JSON.parse(failure.body) : undefined;
  const inner = (body as { innerError?: { code?: unknown } } | undefined)?.innerError?.code;
  return typeof inner === 'string' ? inner : undefined;
};

const asked = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call;
  } catch (failure) {
    if (!(failure instanceof GraphError) || failure.statusCode < 400) throw failure;
    throw new Refusal(failure.statusCode, failure.code ?? '', failure.message, innerCodeOf(failure));
  }
};

const listSeen = ({ id, displayName, list }: RawList): ListSeen => ({ id, displayName, template: list?.template ?? '' });

const path = ({ siteId, listId }: ListAddress): string => `/sites/${siteId}/lists/${listId}`;

/** The scenario in the words of `@microsoft/microsoft-graph-client`, the client that the product uses. */
export const graphScenarioClient = (graph: Client): ScenarioClient => {
  const itemPage = (page: Page<ItemSeen>): ItemPage => {
    const next = page['@odata.nextLink'];
    return { items: page.value, ...(next === undefined ? {} : { next: async () => itemPage(await asked(graph.api(next).get())) }) };
  };
  const deltaPage = (page: Page<RawItem>): DeltaPage => {
    const { '@odata.nextLink': next, '@odata.deltaLink': later, value } = page;
    const follow = (link: string) => async () => deltaPage(await asked(graph.api(link).get()));
    return {
      changes: value.map(({ id, deleted, fields }) => ({
        id,
        deleted: deleted !== undefined,
        ...(fields === undefined ? {} : { fields }),
      })),
      ...(next === undefined ? {} : { next: follow(next) }),
      ...(later === undefined ? {} : { later: follow(later) }),
    };
  };
  const query = (address: ListAddress, { fields, filter, orderby, top, skip, count }: ItemQuery) => {
    const request = graph.api(`${path(address)}/items`).expand(`fields($select=${fields.join(',')})`);
    if (filter !== undefined) request.filter(filter);
    if (orderby !== undefined) request.orderby(orderby);
    if (top !== undefined) request.top(top);
    if (skip !== undefined) request.skip(skip);
    if (count !== undefined) request.count(count);
    return request;
  };
  const heldTo = (request: ReturnType<Client['api']>, ifMatch: string | undefined) =>
    ifMatch === undefined ? request : request.header('If-Match', ifMatch);

  return {
    name: 'graph-client',
    site: (hostname, sitePath) => asked<SiteSeen>(graph.api(`/sites/${hostname}:${sitePath}`).get()),
    lists: async (siteId, filter) => {
      const page = await asked<Page<RawList>>(graph.api(`/sites/${siteId}/lists`).filter(filter).get());
      return page.value.map(listSeen);
    },
    createList: async (siteId, list) => listSeen(await asked<RawList>(graph.api(`/sites/${siteId}/lists`).post(list))),
    deleteList: (address) => asked(graph.api(path(address)).delete()),
    addColumn: (address, column) => asked(graph.api(`${path(address)}/columns`).post(column)),
    columns: async (address) => (await asked<Page<{ name: string }>>(graph.api(`${path(address)}/columns`).get())).value,
    addItem: (address, fields) => asked<ItemSeen>(graph.api(`${path(address)}/items`).post({ fields })),
    item: (address, id, fields) =>
      asked<ItemSeen>(
        graph
          .api(`${path(address)}/items/${id}`)
          .expand(`fields($select=${fields.join(',')})`)
          .get(),
      ),
    patchFields: (address, id, fields, ifMatch) =>
      asked<Fields>(heldTo(graph.api(`${path(address)}/items/${id}/fields`), ifMatch).patch(fields)),
    patchItem: (address, id, fields) => asked<ItemSeen>(graph.api(`${path(address)}/items/${id}`).patch({ fields })),
    deleteItem: (address, id, ifMatch) => asked(heldTo(graph.api(`${path(address)}/items/${id}`), ifMatch).delete()),
    items: async (address, itemQuery) => itemPage(await asked<Page<ItemSeen>>(query(address, itemQuery).get())),
    delta: async (address, { token, top, fields }) => {
      const request = graph.api(`${path(address)}/items/delta`);
      if (token !== undefined) request.query({ token });
      if (top !== undefined) request.top(top);
      if (fields !== undefined) request.expand(`fields($select=${fields.join(',')})`);
      return deltaPage(await asked<Page<RawItem>>(request.get()));
    },
    versions: async (address, id) =>
      (await asked<Page<{ id: string }>>(graph.api(`${path(address)}/items/${id}/versions`).get())).value.map((version) => version.id),
    authors: async (address, id) => {
      const item = await asked<Written>(graph.api(`${path(address)}/items/${id}`).get());
      const versions = await asked<Page<Written>>(graph.api(`${path(address)}/items/${id}/versions`).get());
      return { item: authorSeen(item.lastModifiedBy), versions: versions.value.map((each) => authorSeen(each.lastModifiedBy)) };
    },
    restoreVersion: (address, id, version) =>
      asked(graph.api(`${path(address)}/items/${id}/versions/${version}/restoreVersion`).post(undefined)),
    batch: async (address, parts) => {
      const requests = parts.map(({ method, itemId, afterFormer }, at) => ({
        ...{ id: String(at + 1), method, url: `${path(address)}/items/${itemId}` },
        ...(afterFormer ? { dependsOn: [String(at)] } : {}),
      }));
      const { responses } = await asked<RawBatch>(graph.api('/$batch').post({ requests }));
      return parts.map((_part, at) => {
        const answer = responses.find(({ id }) => id === String(at + 1));
        return { status: answer?.status ?? 0, code: () => answer?.body?.error?.code ?? '' };
      });
    },
  };
};
