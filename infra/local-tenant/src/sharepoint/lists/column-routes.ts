import type { TenantReply } from '../../exchange.ts';
import { LEVEL } from '../access.ts';
import type { Column } from '../columns/column.ts';
import { columnJson } from '../columns/column-json.ts';
import { readChangedColumn, readNewColumn } from '../columns/read-column.ts';
import { invalidRequest, itemNotFound } from '../graph-fault.ts';
import { contextOf, type GraphRoute, type ListCall, listRoute } from '../graph-route.ts';
import { readJsonObject } from '../json-body.ts';
import { readQueryOptions } from '../query/query-options.ts';
import { selectProperties } from '../query/select.ts';
import { refuseColumnName, refuseUnfitColumn } from './new-column.ts';

const COLUMN_TYPE = {
  name: 'microsoft.graph.columnDefinition',
  properties: [
    ...['id', 'name', 'displayName', 'description', 'columnGroup', 'indexed', 'enforceUniqueValues', 'required', 'hidden', 'readOnly'],
    ...['defaultValue', 'text', 'choice', 'number', 'currency', 'dateTime', 'boolean', 'lookup', 'personOrGroup'],
  ],
};

function getColumns(call: ListCall): TenantReply {
  const options = readQueryOptions(call.query, ['select']);
  const withHidden = /(^|,)\s*hidden\s*(,|$)/i.test(options.get('select') ?? '');
  const value = call.list.state.columns
    .filter(({ hidden }) => withHidden || !hidden)
    .map((column) => selectProperties(columnJson(column), options, COLUMN_TYPE));
  return { status: 200, body: { '@odata.context': contextOf(call, `lists('${call.list.state.id}')/columns`), value } };
}

function columnOf(call: ListCall): Column {
  const wanted = call.params.column ?? '';
  const column = call.list.state.columns.find(({ id, name }) => id === wanted || name === wanted);
  if (column === undefined) throw itemNotFound();
  return column;
}

const reply = (call: ListCall, status: number, column: Column): TenantReply => ({
  status,
  body: { '@odata.context': contextOf(call, `lists('${call.list.state.id}')/columns/$entity`), ...columnJson(column) },
});

function getColumn(call: ListCall): TenantReply {
  readQueryOptions(call.query, []);
  return reply(call, 200, columnOf(call));
}

function createColumn(call: ListCall): TenantReply {
  const column = readNewColumn(readJsonObject(call.request));
  const { columns } = call.list.state;
  refuseColumnName(column, columns);
  refuseUnfitColumn(call.site, column, columns);
  call.list.change({ columns: [...columns, column] }, call.at);
  return reply(call, 201, column);
}

function changeColumn(call: ListCall): TenantReply {
  const before = columnOf(call);
  const column = readChangedColumn(before, readJsonObject(call.request));
  const others = call.list.state.columns.filter(({ id }) => id !== column.id);
  refuseUnfitColumn(call.site, column, others);
  if (column.enforceUniqueValues && !before.enforceUniqueValues && call.list.index(column).hasDuplicates()) {
    throw invalidRequest(`Field '${column.name}' cannot enforce unique values: it holds duplicates.`);
  }
  call.list.replaceColumn(column, call.at);
  return reply(call, 200, column);
}

/** Columns of a list. Deleting one is not served: a register's column is kept, not removed. */
export const columnRoutes: readonly GraphRoute[] = [
  listRoute({ method: 'GET', pattern: 'lists/{list}/columns', level: LEVEL.read, units: 2, handle: getColumns }),
  listRoute({ method: 'POST', pattern: 'lists/{list}/columns', level: LEVEL.manage, units: 2, handle: createColumn }),
  listRoute({ method: 'GET', pattern: 'lists/{list}/columns/{column}', level: LEVEL.read, units: 1, handle: getColumn }),
  listRoute({ method: 'PATCH', pattern: 'lists/{list}/columns/{column}', level: LEVEL.manage, units: 2, handle: changeColumn }),
];
