import type { TenantReply } from '../../exchange.ts';
import { LEVEL } from '../access.ts';
import { pointsElsewhere } from '../columns/column.ts';
import { badRequest, itemNotFound } from '../graph-fault.ts';
import { contextOf, type GraphRoute, type ListCall, listLink, listRoute, stampOf } from '../graph-route.ts';
import { isJsonObject, type JsonObject, readJsonObject, refuseUnknownProperties } from '../json-body.ts';
import { linkTo } from '../query/opaque-token.ts';
import { readOrder } from '../query/order.ts';
import { takePage } from '../query/page.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { filteredRows, refuseIgnoredOrder } from '../query/plan-rows.ts';
import { notSupportedHere, pageSize, readQueryOptions, refuseNonIndexedPreference } from '../query/query-options.ts';
import { droppedLookups, type FieldsExpansion, readFieldsExpansion, selectProperties, withoutLookups } from '../query/select.ts';
import type { ItemState } from '../state/list-state.ts';
import { createItem, updateItem } from '../values/write-item.ts';
import { refuseStaleWrite } from './if-match.ts';
import { ITEM_TYPE, itemFields, itemJson } from './item-json.ts';

const EXPANDED: FieldsExpansion = { expanded: true };

/** The item that the address names; 404 `itemNotFound` when it does not exist or no longer does. */
export function itemOf(call: ListCall): ItemState {
  const id = call.params.item ?? '';
  if (id === '$count') throw notSupportedHere('$count');
  const item = /^\d+$/.test(id) ? call.list.item(Number(id)) : undefined;
  if (item === undefined) throw itemNotFound('The specified item was not found');
  return item;
}

/** Names of the columns whose values are rows elsewhere, those of the service included. */
export const lookupNames = (call: ListCall): readonly string[] =>
  call.list.state.columns.filter(({ kind }) => pointsElsewhere(kind)).map(({ name }) => name);

/** The rows of a `$filter`; none without a reason when that oddity was asked for. */
function rowsOf(call: ListCall, filter: string | undefined): readonly ItemState[] {
  if (filter === undefined) return call.list.items();
  const rows = filteredRows(call.list, parseFilter(filter), call);
  return call.oddities.strikes('findsNothing') ? [] : rows;
}

function getItems(call: ListCall): TenantReply {
  refuseNonIndexedPreference(call.request.headers.prefer);
  const options = readQueryOptions(call.query, ['select', 'expand', 'filter', 'orderby', 'top', 'skiptoken']);
  const expansion = readFieldsExpansion(options, call.strictness);
  const dropped = droppedLookups(lookupNames(call), expansion, call.strictness);
  const order = readOrder(options.get('orderby'), call.list.state.columns, call.strictness);
  if (options.has('orderby') && order.length === 0) refuseIgnoredOrder(call.list);
  const page = takePage(rowsOf(call, options.get('filter')), order, pageSize(options), options);
  const value = page.rows.map((item) =>
    selectProperties(withoutLookups(itemJson(call, item, expansion), dropped), options, ITEM_TYPE, ['fields']),
  );
  const kept = [...options].filter(([name]) => name !== 'skiptoken').map(([name, text]) => [`$${name}`, text] as const);
  const next =
    page.skipToken === undefined ? {} : { '@odata.nextLink': linkTo(`${listLink(call)}/items`, [...kept, ['$skiptoken', page.skipToken]]) };
  return { status: 200, body: { '@odata.context': contextOf(call, `lists('${call.list.state.id}')/items`), ...next, value } };
}

const itemContext = (call: ListCall): string => contextOf(call, `lists('${call.list.state.id}')/items/$entity`);

function getItem(call: ListCall): TenantReply {
  const item = itemOf(call);
  const options = readQueryOptions(call.query, ['select', 'expand']);
  const entity = itemJson(call, item, readFieldsExpansion(options, call.strictness));
  return { status: 200, body: { '@odata.context': itemContext(call), ...selectProperties(entity, options, ITEM_TYPE, ['fields']) } };
}

function getFields(call: ListCall): TenantReply {
  const select = readQueryOptions(call.query, ['select']).get('select');
  const fields = itemFields(
    call,
    itemOf(call),
    select?.split(',').map((name) => name.trim()),
  );
  return { status: 200, body: { '@odata.context': fieldsContext(call), ...fields } };
}

const fieldsContext = (call: ListCall): string =>
  contextOf(call, `lists('${call.list.state.id}')/items('${call.params.item ?? ''}')/fields/$entity`);

function fieldsIn(body: JsonObject): JsonObject {
  refuseUnknownProperties(body, new Set(['fields', 'contentType']), ITEM_TYPE.name);
  const fields = body.fields ?? {};
  if (!isJsonObject(fields)) throw badRequest("Cannot convert the value of 'fields' to microsoft.graph.fieldValueSet.");
  return fields;
}

function postItem(call: ListCall): TenantReply {
  const item = createItem(call.site, call.list, fieldsIn(readJsonObject(call.request)), stampOf(call));
  return { status: 201, body: { '@odata.context': itemContext(call), ...itemJson(call, item, EXPANDED) } };
}

function write(call: ListCall, fields: JsonObject): ItemState {
  const item = itemOf(call);
  refuseStaleWrite(call, item);
  return updateItem(call.site, call.list, item, fields, stampOf(call));
}

function patchItem(call: ListCall): TenantReply {
  const item = write(call, fieldsIn(readJsonObject(call.request)));
  return { status: 200, body: { '@odata.context': itemContext(call), ...itemJson(call, item, EXPANDED) } };
}

function patchFields(call: ListCall): TenantReply {
  const item = write(call, readJsonObject(call.request));
  return { status: 200, body: { '@odata.context': fieldsContext(call), ...itemFields(call, item) } };
}

function deleteItem(call: ListCall): TenantReply {
  const item = itemOf(call);
  refuseStaleWrite(call, item);
  call.list.remove(item, stampOf(call));
  return { status: 204 };
}

export const itemRoutes: readonly GraphRoute[] = [
  listRoute({ method: 'GET', pattern: 'lists/{list}/items', level: LEVEL.read, units: 2, handle: getItems }),
  listRoute({ method: 'POST', pattern: 'lists/{list}/items', level: LEVEL.write, units: 2, handle: postItem }),
  listRoute({ method: 'GET', pattern: 'lists/{list}/items/{item}', level: LEVEL.read, units: 1, handle: getItem }),
  listRoute({ method: 'PATCH', pattern: 'lists/{list}/items/{item}', level: LEVEL.write, units: 2, handle: patchItem }),
  listRoute({ method: 'DELETE', pattern: 'lists/{list}/items/{item}', level: LEVEL.write, units: 2, handle: deleteItem }),
  listRoute({ method: 'GET', pattern: 'lists/{list}/items/{item}/fields', level: LEVEL.read, units: 1, handle: getFields }),
  listRoute({ method: 'PATCH', pattern: 'lists/{list}/items/{item}/fields', level: LEVEL.write, units: 2, handle: patchFields }),
];
