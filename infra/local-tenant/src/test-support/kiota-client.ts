import { BaseBearerTokenAuthenticationProvider, type ErrorMappings, type RequestInformation } from '@microsoft/kiota-abstractions';
import { HttpClient, ParametersNameDecodingHandler, RetryHandler, UrlReplaceHandler } from '@microsoft/kiota-http-fetchlibrary';
import { GraphRequestAdapter } from '@microsoft/msgraph-sdk';
import type { ColumnDefinition, List, ListItem } from '@microsoft/msgraph-sdk/models/index.js';
import { createODataErrorFromDiscriminatorValue, type ODataError } from '@microsoft/msgraph-sdk/models/oDataErrors/index.js';
import { BatchRequestContent } from '@microsoft/msgraph-sdk-core';
import { createSitesServiceClient } from '@microsoft/msgraph-sdk-sites';
import { authorSeen } from '../scenario/author-seen.ts';
import { Refusal, Untried } from '../scenario/observation.ts';
import type {
  BatchAnswer,
  DeltaPage,
  Fields,
  ItemPage,
  ItemSeen,
  ListAddress,
  ListSeen,
  ScenarioClient,
} from '../scenario/scenario-client.ts';
import type { Transport } from '../scenario/wire.ts';

const asked = async <T>(call: Promise<T | undefined>): Promise<T> => {
  try {
    return (await call) as T;
  } catch (failure) {
    const { responseStatusCode, errorEscaped } = failure as Partial<ODataError>;
    if (typeof responseStatusCode !== 'number') throw failure;
    const inner = errorEscaped?.innerError?.additionalData?.code;
    throw new Refusal(
      responseStatusCode,
      errorEscaped?.code ?? '',
      errorEscaped?.message ?? '',
      typeof inner === 'string' ? inner : undefined,
    );
  }
};

const listSeen = ({ id, displayName, list }: List): ListSeen => ({
  id: id ?? '',
  displayName: displayName ?? '',
  template: list?.template ?? '',
});

const itemSeen = ({ id, eTag, fields }: ListItem): ItemSeen => ({
  id: id ?? '',
  eTag: eTag ?? '',
  ...(fields?.additionalData === undefined || fields.additionalData === null ? {} : { fields: fields.additionalData }),
});

/** The facets of a column as JSON has them: what this SDK leaves undefined is not there. */
const columnSeen = (column: ColumnDefinition) => ({ ...column, name: column.name ?? '' });

const errors: ErrorMappings = { XXX: createODataErrorFromDiscriminatorValue };

/** The scenario in the words of the SDK that is generated from Microsoft's own description of Graph (Kiota). */
export const kiotaClient = (graphUrl: string, token: string, transport: Transport): ScenarioClient => {
  const provider = new BaseBearerTokenAuthenticationProvider({
    getAuthorizationToken: async () => token,
    getAllowedHostsValidator: () => ({ isUrlHostValid: () => true }) as never,
  });
  const http = new HttpClient(transport, new RetryHandler(), new ParametersNameDecodingHandler(), new UrlReplaceHandler());
  const adapter = new GraphRequestAdapter(provider, undefined, undefined, http);
  adapter.baseUrl = `${graphUrl}/v1.0`;
  const graph = createSitesServiceClient(adapter);
  const list = ({ siteId, listId }: ListAddress) => graph.sites.bySiteId(siteId).lists.byListId(listId);
  const item = (address: ListAddress, id: string) => list(address).items.byListItemId(id);
  const holding = (ifMatch: string | undefined) => (ifMatch === undefined ? {} : { headers: { 'If-Match': [ifMatch] } });

  const itemPage = (address: ListAddress, page: { value?: ListItem[] | null; odataNextLink?: string | null }): ItemPage => {
    const { odataNextLink: next } = page;
    const follow = async (link: string) => itemPage(address, await asked(list(address).items.withUrl(link).get()));
    return { items: (page.value ?? []).map(itemSeen), ...(next ? { next: () => follow(next) } : {}) };
  };
  const deltaPage = (
    address: ListAddress,
    page: { value?: ListItem[] | null; odataNextLink?: string | null; odataDeltaLink?: string | null },
  ): DeltaPage => {
    const { odataNextLink: next, odataDeltaLink: later } = page;
    const follow = (link: string) => async () => deltaPage(address, await asked(list(address).items.delta.withUrl(link).get()));
    return {
      changes: (page.value ?? []).map((change) => {
        const { id, fields } = itemSeen(change);
        return { id, deleted: change.deleted !== undefined && change.deleted !== null, ...(fields === undefined ? {} : { fields }) };
      }),
      ...(next ? { next: follow(next) } : {}),
      ...(later ? { later: follow(later) } : {}),
    };
  };

  return {
    name: 'kiota',
    site: async (hostname, path) => {
      const { id, displayName } = await asked(graph.sites.bySiteId(`${hostname}:${path}`).get());
      return { id: id ?? '', displayName: displayName ?? '' };
    },
    lists: async (siteId, filter) =>
      ((await asked(graph.sites.bySiteId(siteId).lists.get({ queryParameters: { filter } }))).value ?? []).map(listSeen),
    createList: async (siteId, definition) => listSeen(await asked(graph.sites.bySiteId(siteId).lists.post(definition as List))),
    deleteList: (address) => asked(list(address).delete()),
    addColumn: async (address, column) => columnSeen(await asked(list(address).columns.post(column as ColumnDefinition))),
    columns: async (address) => ((await asked(list(address).columns.get())).value ?? []).map(columnSeen),
    addItem: async (address, fields) => itemSeen(await asked(list(address).items.post({ fields: { additionalData: { ...fields } } }))),
    item: async (address, id, fields) =>
      itemSeen(await asked(item(address, id).get({ queryParameters: { expand: [`fields($select=${fields.join(',')})`] } }))),
    patchFields: async (address, id, fields, ifMatch): Promise<Fields> =>
      (await asked(item(address, id).fields.patch({ additionalData: { ...fields } }, holding(ifMatch) as never))).additionalData ?? {},
    patchItem: async (address, id, fields) => itemSeen(await asked(item(address, id).patch({ fields: { additionalData: { ...fields } } }))),
    deleteItem: (address, id, ifMatch) => asked(item(address, id).delete(holding(ifMatch) as never)),
    items: async (address, { fields, filter, orderby, top, skip, count }) => {
      const queryParameters = {
        expand: [`fields($select=${fields.join(',')})`],
        ...(filter === undefined ? {} : { filter }),
        ...(orderby === undefined ? {} : { orderby: [orderby] }),
        ...(top === undefined ? {} : { top }),
        ...(skip === undefined ? {} : { skip }),
        ...(count === undefined ? {} : { count }),
      };
      return itemPage(address, await asked(list(address).items.get({ queryParameters })));
    },
    delta: async (address, { token: given, top, fields }) => {
      const { items } = list(address);
      if (given !== undefined) return deltaPage(address, await asked(items.deltaWithToken(given).get()));
      const expand = fields === undefined ? {} : { expand: [`fields($select=${fields.join(',')})`] };
      return deltaPage(address, await asked(items.delta.get({ queryParameters: { ...(top === undefined ? {} : { top }), ...expand } })));
    },
    versions: async (address, id) => ((await asked(item(address, id).versions.get())).value ?? []).map((version) => version.id ?? ''),
    authors: async (address, id) => {
      const { lastModifiedBy } = await asked(item(address, id).get());
      const versions = (await asked(item(address, id).versions.get())).value ?? [];
      return { item: authorSeen(lastModifiedBy), versions: versions.map((each) => authorSeen(each.lastModifiedBy)) };
    },
    restoreVersion: (address, id, version) => asked(item(address, id).versions.byListItemVersionId(version).restoreVersion.post()),
    batch: async (address, parts) => {
      const content = new BatchRequestContent(adapter, errors);
      const steps = parts.map(({ itemId }) => {
        const information: RequestInformation = item(address, itemId).toGetRequestInformation();
        return content.addBatchRequest(information);
      });
      for (const [at, { afterFormer }] of parts.entries()) {
        const step = steps[at];
        const former = steps[at - 1];
        if (afterFormer && step && former) step.dependsOn = [former.id];
      }
      const answered = await asked(content.postAsync());
      return steps.map(
        ({ id }): BatchAnswer => ({
          status: answered.getResponseById(id)?.status ?? 0,
          code: () => {
            throw new Untried('it reads the bodies of a batch as bytes, and loses those that are JSON');
          },
        }),
      );
    },
  };
};
