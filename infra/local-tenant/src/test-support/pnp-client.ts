import {
  GraphCollection as Collection,
  DefaultHeaders,
  DefaultInit,
  type GraphFI,
  GraphQueryable,
  graphDelete,
  graphfi,
  graphPatch,
  graphPost,
  type IGraphCollection,
  Paged,
} from '@pnp/graph';
import '@pnp/graph/batching.js';
import '@pnp/graph/columns/index.js';
import '@pnp/graph/list-item/index.js';
import '@pnp/graph/lists/index.js';
import '@pnp/graph/sites/index.js';
import { body, DefaultParse, type HttpRequestError, headers, InjectHeaders, type Queryable } from '@pnp/queryable';
import { authorSeen } from '../scenario/author-seen.ts';
import { Refusal, Untried } from '../scenario/observation.ts';
import type {
  BatchAnswer,
  ColumnSeen,
  DeltaPage,
  Fields,
  ItemPage,
  ItemSeen,
  ListAddress,
  ListSeen,
  ScenarioClient,
} from '../scenario/scenario-client.ts';
import type { Transport } from '../scenario/wire.ts';

interface RawList {
  readonly id: string;
  readonly displayName: string;
  readonly list?: { readonly template?: string };
}
interface Written {
  readonly lastModifiedBy?: Parameters<typeof authorSeen>[0];
}
interface RawError {
  readonly error?: { readonly code?: string; readonly message?: string; readonly innerError?: { readonly code?: string } };
}
interface RawPage<T> {
  readonly value: readonly T[];
  readonly nextLink: string | null;
  readonly deltaLink: string | null;
}

/** A failure of a request as this library throws it, with the answer still to be read. */
const readFailure = async (failure: unknown): Promise<unknown> => {
  const { isHttpRequestError, response, status } = failure as Partial<HttpRequestError>;
  if (!isHttpRequestError || response === undefined || status === undefined) return failure;
  const { error }: RawError = await response.json();
  return new Refusal(status, error?.code ?? '', error?.message ?? '', error?.innerError?.code);
};

const asked = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call;
  } catch (failure) {
    throw await readFailure(failure);
  }
};

const listSeen = ({ id, displayName, list }: RawList): ListSeen => ({ id, displayName, template: list?.template ?? '' });

/** The library as its manual sets it up for Node, but for what sends. */
const over = (graphUrl: string, token: string, transport: Transport): GraphFI =>
  graphfi(`${graphUrl}/v1.0`).using(
    DefaultHeaders(),
    DefaultInit(`${graphUrl}/v1.0`),
    DefaultParse(),
    InjectHeaders({ Authorization: `Bearer ${token}` }),
    (instance: Queryable) => {
      instance.on.send((url, init) => transport(url.toString(), init));
      return instance;
    },
  );

/** The scenario in the words of `@pnp/graph`. */
export const pnpClient = (graphUrl: string, token: string, transport: Transport): ScenarioClient => {
  const graph = over(graphUrl, token, transport);
  const list = ({ siteId, listId }: ListAddress) => graph.sites.getById(siteId).lists.getById(listId);
  const item = (address: ListAddress, id: string) => list(address).items.getById(id);

  /** A page as the library's own paging reads it. */
  const page = async <T>(collection: IGraphCollection): Promise<{ read: RawPage<T>; follow: (link: string) => IGraphCollection }> => {
    const paged = collection.using(Paged());
    const read = (await asked(paged())) as unknown as RawPage<T>;
    return { read, follow: (link) => Collection([paged, link]) };
  };
  const itemPage = async (collection: IGraphCollection): Promise<ItemPage> => {
    const { read, follow } = await page<ItemSeen>(collection);
    const { nextLink } = read;
    return { items: read.value, ...(nextLink === null ? {} : { next: () => itemPage(follow(nextLink)) }) };
  };
  const deltaPage = async (collection: IGraphCollection): Promise<DeltaPage> => {
    const { read, follow } = await page<{ id: string; deleted?: object; fields?: Fields }>(collection);
    const { nextLink, deltaLink } = read;
    return {
      changes: read.value.map(({ id, deleted, fields }) => ({
        id,
        deleted: deleted !== undefined,
        ...(fields === undefined ? {} : { fields }),
      })),
      ...(nextLink === null ? {} : { next: () => deltaPage(follow(nextLink)) }),
      ...(deltaLink === null ? {} : { later: () => deltaPage(follow(deltaLink)) }),
    };
  };
  const holding = (ifMatch: string | undefined) => (ifMatch === undefined ? {} : headers({ 'If-Match': ifMatch }));

  return {
    name: 'pnp',
    site: async (hostname, path) => (await asked(graph.sites.getByUrl(hostname, path)))(),
    lists: async (siteId, filter) =>
      (await asked(graph.sites.getById(siteId).lists.filter(filter)())).map((each) => listSeen(each as unknown as RawList)),
    createList: async (siteId, definition) =>
      listSeen((await asked(graph.sites.getById(siteId).lists.add(definition as never))) as unknown as RawList),
    deleteList: (address) => asked(list(address).delete()),
    addColumn: async (address, column) => (await asked(list(address).columns.add(column as never))) as unknown as ColumnSeen,
    columns: async (address) => (await asked(list(address).columns())) as unknown as readonly ColumnSeen[],
    addItem: async (address, fields) => (await asked(list(address).items.add({ fields } as never))) as unknown as ItemSeen,
    item: (address, id, fields) => asked(item(address, id).expand(`fields($select=${fields.join(',')})`)()),
    patchFields: (address, id, fields, ifMatch) =>
      asked(graphPatch(GraphQueryable(item(address, id), 'fields'), body(fields, holding(ifMatch)))),
    patchItem: (address, id, fields) => asked(item(address, id).update({ fields } as never)),
    deleteItem: (address, id, ifMatch) => asked(graphDelete(item(address, id), holding(ifMatch))),
    items: (address, { fields, filter, orderby, top, skip, count }) => {
      const asking = list(address).items.expand(`fields($select=${fields.join(',')})`);
      if (filter !== undefined) asking.filter(filter);
      if (orderby !== undefined) asking.orderBy(orderby.replace(/ desc$/, ''), !orderby.endsWith(' desc'));
      if (top !== undefined) asking.top(top);
      if (skip !== undefined) asking.skip(skip);
      if (count !== undefined) asking.query.set('$count', 'true');
      return itemPage(asking);
    },
    delta: (address, { token: given, top, fields }) => {
      const asking = Collection(list(address).items, 'delta');
      if (given !== undefined) asking.query.set('token', given);
      if (top !== undefined) asking.top(top);
      if (fields !== undefined) asking.expand(`fields($select=${fields.join(',')})`);
      return deltaPage(asking);
    },
    versions: async (address, id) =>
      ((await asked(item(address, id).versions())) as unknown as { id: string }[]).map((version) => version.id),
    authors: async (address, id) => {
      const { lastModifiedBy } = (await asked(item(address, id)())) as Written;
      const versions = (await asked(item(address, id).versions())) as unknown as readonly Written[];
      return { item: authorSeen(lastModifiedBy), versions: versions.map((each) => authorSeen(each.lastModifiedBy)) };
    },
    restoreVersion: (address, id, version) => asked(graphPost(GraphQueryable(item(address, id).versions, `${version}/restoreVersion`))),
    batch: async (address, parts) => {
      if (parts.some(({ afterFormer }) => afterFormer)) throw new Untried('its batches know no dependsOn');
      const [batched, execute] = graph.batched();
      const answers = parts.map(async ({ itemId }): Promise<BatchAnswer> => {
        try {
          await batched.sites.getById(address.siteId).lists.getById(address.listId).items.getById(itemId)();
          return { status: 200, code: () => '' };
        } catch (failure) {
          const refusal = await readFailure(failure);
          if (!(refusal instanceof Refusal)) throw refusal;
          return { status: refusal.status, code: () => refusal.code };
        }
      });
      await execute();
      return Promise.all(answers);
    },
  };
};
