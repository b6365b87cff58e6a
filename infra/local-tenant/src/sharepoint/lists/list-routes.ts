import type { TenantReply } from '../../exchange.ts';
import { accessOf, LEVEL } from '../access.ts';
import type { Column } from '../columns/column.ts';
import { columnJson } from '../columns/column-json.ts';
import { readNewColumn } from '../columns/read-column.ts';
import { GraphFault, invalidRequest, notServed } from '../graph-fault.ts';
import { contextOf, type GraphRoute, type ListCall, listRoute, type SiteCall, siteRoute, stampOf } from '../graph-route.ts';
import { isJsonObject, type JsonObject, readJsonObject, refuseUnknownProperties } from '../json-body.ts';
import { readQueryOptions } from '../query/query-options.ts';
import { selectProperties } from '../query/select.ts';
import type { ListStore } from '../state/list-store.ts';
import { LIST_TYPE, listJson } from './list-json.ts';
import { refuseColumnName, refuseUnfitColumn } from './new-column.ts';

const SERVER_NAMES = "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'";
const nameTaken = (): GraphFault => new GraphFault(409, 'nameAlreadyExists', 'The specified name already exists.');

/** `$filter` of lists knows `displayName eq '…'` only. */
function listFilter(filter: string | undefined): (list: ListStore) => boolean {
  if (filter === undefined) return () => true;
  const title = /^\s*displayName\s+eq\s+'((?:[^']|'')*)'\s*$/.exec(filter)?.[1];
  if (title === undefined) throw invalidRequest('The provided filter statement is not supported');
  const wanted = title.replaceAll("''", "'").toLowerCase();
  return (list) => list.state.displayName.toLowerCase() === wanted;
}

function getLists(call: SiteCall): TenantReply {
  const options = readQueryOptions(call.query, ['select', 'filter']);
  const value = call.site
    .lists()
    .filter((list) => accessOf(call.caller, call.site, list) >= LEVEL.read)
    .filter(listFilter(options.get('filter')))
    .map((list) => selectProperties(listJson(call, list), options, LIST_TYPE));
  return { status: 200, body: { '@odata.context': contextOf(call, 'lists'), value } };
}

function readTitle(body: JsonObject): string {
  if (typeof body.displayName !== 'string' || body.displayName.trim() === '') throw invalidRequest("A list needs a 'displayName'.");
  return body.displayName;
}

function readColumns(call: SiteCall, body: JsonObject): readonly Column[] {
  if (body.columns === undefined) return [];
  if (!Array.isArray(body.columns)) throw invalidRequest("The value of 'columns' must be a list.");
  const columns: Column[] = [];
  for (const definition of body.columns) {
    if (!isJsonObject(definition)) throw invalidRequest("The value of 'columns' must be a list of columns.");
    const column = readNewColumn(definition);
    refuseColumnName(column, columns);
    refuseUnfitColumn(call.site, column, columns);
    columns.push(column);
  }
  return columns;
}

/** What a list of events has from the start, of its own columns those that every one of its items needs. */
const EVENT_COLUMNS: readonly JsonObject[] = [
  { name: 'EventDate', displayName: 'Start Time', required: true, dateTime: { format: 'dateTime' } },
  { name: 'EndDate', displayName: 'End Time', required: true, dateTime: { format: 'dateTime' } },
];
/** The kinds of lists that are made here, each with its first columns. */
const TEMPLATES: ReadonlyMap<unknown, readonly JsonObject[]> = new Map([
  ['genericList', []],
  ['events', EVENT_COLUMNS],
]);

function createList(call: SiteCall): TenantReply {
  const body = readJsonObject(call.request);
  if (body.name !== undefined) throw invalidRequest(SERVER_NAMES);
  refuseUnknownProperties(body, new Set(['displayName', 'description', 'columns', 'list']), LIST_TYPE.name);
  const displayName = readTitle(body);
  if (call.site.list(displayName) !== undefined) throw nameTaken();
  const template = isJsonObject(body.list) ? (body.list.template ?? 'genericList') : 'genericList';
  const own = TEMPLATES.get(template);
  if (own === undefined) throw notServed(`a list of template ${String(template)}`);
  const description = typeof body.description === 'string' ? body.description : '';
  const asked = readColumns(call, body);
  const kept = call.oddities.strikes('losesColumn') ? asked.slice(0, -1) : asked;
  const columns = [...own.map(readNewColumn), ...kept];
  const list = call.site.addList({ displayName, description, template: String(template), columns }, stampOf(call));
  return { status: 201, body: { '@odata.context': contextOf(call, 'lists/$entity'), ...listJson(call, list) } };
}

function getList(call: ListCall): TenantReply {
  const options = readQueryOptions(call.query, ['select', 'expand']);
  const expand = options.get('expand');
  if (expand !== undefined && expand !== 'columns') throw notServed(`$expand=${expand}`);
  const shown = call.list.state.columns.filter(({ hidden }) => !hidden).map(columnJson);
  const entity = { ...listJson(call, call.list), ...(expand === undefined ? {} : { columns: shown }) };
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, 'lists/$entity'),
      ...selectProperties(entity, options, LIST_TYPE, expand === undefined ? [] : ['columns']),
    },
  };
}

function changeList(call: ListCall): TenantReply {
  const body = readJsonObject(call.request);
  refuseUnknownProperties(body, new Set(['displayName', 'description']), LIST_TYPE.name);
  const displayName = body.displayName === undefined ? call.list.state.displayName : readTitle(body);
  const other = call.site.list(displayName);
  if (other !== undefined && other !== call.list) throw nameTaken();
  const description = typeof body.description === 'string' ? body.description : call.list.state.description;
  call.list.change({ displayName, description }, call.at);
  return { status: 200, body: { '@odata.context': contextOf(call, 'lists/$entity'), ...listJson(call, call.list) } };
}

function deleteList(call: ListCall): TenantReply {
  call.site.removeList(call.list);
  return { status: 204 };
}

export const listRoutes: readonly GraphRoute[] = [
  siteRoute({ method: 'GET', pattern: 'lists', level: LEVEL.read, units: 2, handle: getLists }),
  siteRoute({ method: 'POST', pattern: 'lists', level: LEVEL.manage, units: 2, handle: createList }),
  listRoute({ method: 'GET', pattern: 'lists/{list}', level: LEVEL.read, units: 1, handle: getList }),
  listRoute({ method: 'PATCH', pattern: 'lists/{list}', level: LEVEL.manage, units: 2, handle: changeList }),
  listRoute({ method: 'DELETE', pattern: 'lists/{list}', level: LEVEL.manage, units: 2, handle: deleteList }),
];
