import type { Parsable, ParsableFactory } from '@microsoft/kiota-abstractions';
import { JsonParseNode } from '@microsoft/kiota-serialization-json';
import {
  createColumnDefinitionCollectionResponseFromDiscriminatorValue,
  createColumnDefinitionFromDiscriminatorValue,
  createDirectoryObjectCollectionResponseFromDiscriminatorValue,
  createFieldValueSetFromDiscriminatorValue,
  createListCollectionResponseFromDiscriminatorValue,
  createListFromDiscriminatorValue,
  createListItemCollectionResponseFromDiscriminatorValue,
  createListItemFromDiscriminatorValue,
  createListItemVersionCollectionResponseFromDiscriminatorValue,
  createListItemVersionFromDiscriminatorValue,
  createOrganizationCollectionResponseFromDiscriminatorValue,
  createPermissionCollectionResponseFromDiscriminatorValue,
  createPermissionFromDiscriminatorValue,
  createSiteFromDiscriminatorValue,
  createSubscriptionCollectionResponseFromDiscriminatorValue,
  createSubscriptionFromDiscriminatorValue,
  createUserFromDiscriminatorValue,
} from '@microsoft/msgraph-sdk/models/index.js';
import { createODataErrorFromDiscriminatorValue } from '@microsoft/msgraph-sdk/models/oDataErrors/index.js';
import { createDeltaGetResponseFromDiscriminatorValue } from '@microsoft/msgraph-sdk-sites/sites/item/lists/item/items/delta/index.js';
import type { Exchange } from '../scenario/wire.ts';

type Model = ParsableFactory<Parsable>;

/** The generated model of each address's answers, by its path. The first that fits is taken. */
const models: readonly (readonly [RegExp, Model])[] = [
  [/\/items\/delta(\(.*\))?$/, createDeltaGetResponseFromDiscriminatorValue],
  [/\/versions\/[^/]+$/, createListItemVersionFromDiscriminatorValue],
  [/\/versions$/, createListItemVersionCollectionResponseFromDiscriminatorValue],
  [/\/items\/[^/]+\/fields$/, createFieldValueSetFromDiscriminatorValue],
  [/\/items\/[^/]+$/, createListItemFromDiscriminatorValue],
  [/\/columns\/[^/]+$/, createColumnDefinitionFromDiscriminatorValue],
  [/\/lists\/[^/]+$/, createListFromDiscriminatorValue],
  [/\/permissions\/[^/]+$/, createPermissionFromDiscriminatorValue],
  [/\/permissions$/, createPermissionCollectionResponseFromDiscriminatorValue],
  [/\/sites\/[^/]+(:.*)?$/, createSiteFromDiscriminatorValue],
  [/\/subscriptions\/[^/]+$/, createSubscriptionFromDiscriminatorValue],
  [/\/members$/, createDirectoryObjectCollectionResponseFromDiscriminatorValue],
  [/\/users\/[^/]+$/, createUserFromDiscriminatorValue],
  [/\/organization$/, createOrganizationCollectionResponseFromDiscriminatorValue],
];

/** Addresses that answer a collection to GET, and what was made to POST. */
const collections: readonly (readonly [RegExp, Model, Model])[] = [
  [/\/items$/, createListItemCollectionResponseFromDiscriminatorValue, createListItemFromDiscriminatorValue],
  [/\/columns$/, createColumnDefinitionCollectionResponseFromDiscriminatorValue, createColumnDefinitionFromDiscriminatorValue],
  [/\/lists$/, createListCollectionResponseFromDiscriminatorValue, createListFromDiscriminatorValue],
  [/\/subscriptions$/, createSubscriptionCollectionResponseFromDiscriminatorValue, createSubscriptionFromDiscriminatorValue],
];

type Raw = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the generated models lack although the real service sends it, and the local tenant's own hint to a developer. */
const extras: readonly RegExp[] = [
  /(^|[.])@odata[.]/,
  /@odata[.][a-zA-Z]+$/,
  /(^|[.])fields[.][^.]+$/,
  /(createdBy|lastModifiedBy)[.]user[.]email$/,
  /innerError[.]code$/,
  /innerError[.]localTenantHint$/,
];

const plain = (name: string): string => name.replace(/[^a-zA-Z0-9]/g, '').toLowerCase();

/** The model's property for a property of JSON: `request-id` is `requestId`, and `error` is `errorEscaped`. */
const held = (model: Raw, name: string): unknown => {
  const wanted = plain(name);
  const found = Object.keys(model).find((key) => plain(key) === wanted || plain(key) === `${wanted}escaped`);
  return found === undefined ? undefined : model[found];
};

const isLost = (value: unknown): boolean =>
  value === undefined || value === null || Number.isNaN(value) || (value instanceof Date && Number.isNaN(value.getTime()));

const faultsIn = (raw: unknown, model: unknown, path: string): readonly string[] => {
  if (Array.isArray(raw)) return raw.flatMap((each, at) => faultsIn(each, Array.isArray(model) ? model[at] : undefined, path));
  if (!isObject(raw) || !isObject(model)) return [];
  const additional = isObject(model.additionalData) ? model.additionalData : {};
  return Object.entries(raw).flatMap(([name, value]) => {
    const here = path === '' ? name : `${path}.${name}`;
    if (name in additional) return extras.some((extra) => extra.test(here)) ? [] : [`${here} is unknown`];
    if (value === null) return [];
    const found = held(model, name);
    return isLost(found) ? [`${here} is not what its type holds`] : faultsIn(value, found, here);
  });
};

const modelOf = ({ method, url, status }: Exchange): { readonly path: string; readonly model: Model | undefined } => {
  const path = decodeURIComponent(new URL(url).pathname).replace(/^\/v1[.]0/, '');
  if (status >= 400) return { path, model: createODataErrorFromDiscriminatorValue };
  const collection = collections.find(([pattern]) => pattern.test(path));
  if (collection) return { path, model: method === 'POST' ? collection[2] : collection[1] };
  return { path, model: models.find(([pattern]) => pattern.test(path))?.[1] };
};

/** The answers in an answer to a batch, each as if it had been asked for alone. Their addresses are in the request, so parts are told by their kind. */
const parts = (exchange: Exchange): readonly Exchange[] => {
  const { responses } = exchange.body as { responses: readonly { status: number; body?: unknown }[] };
  const url = exchange.url.replace(/\/(v1[.]0\/)?[$]batch.*$/, '/v1.0/sites/a/lists/b/items/1');
  return responses.map(({ status, body }) => ({ method: 'GET', url, status, body }));
};

/**
 * What the models that are generated from Microsoft's description of Graph do not find a place for in an answer: properties that they do not know, and
 * values of another type. `fields` are open. An answer without a body has no faults; an address without a model is a fault.
 */
export const modelFaults = (exchange: Exchange): readonly string[] => {
  if (/[$]batch([?]|$)/.test(exchange.url) && exchange.status === 200) return parts(exchange).flatMap(modelFaults);
  if (exchange.body === '' || exchange.status === 204) return [];
  const { path, model } = modelOf(exchange);
  if (model === undefined) return [`${exchange.method} ${path} has no model`];
  const root = path.endsWith('/fields') && exchange.status < 400 ? 'fields' : '';
  const parsed: unknown = new JsonParseNode(exchange.body).getObjectValue(model);
  return faultsIn(exchange.body, parsed, root).map((fault) => `${exchange.method} ${path}: ${fault}`);
};
