import { sameId } from '../../organisation-lookup.ts';
import { LEVEL } from '../access.ts';
import type { Column } from '../columns/column.ts';
import type { JsonObject } from '../json-body.ts';
import type { ListStore } from '../state/list-store.ts';
import { type RestHandler, readRestProperties, refuseBelow, restBody, restCollection, restEntity } from './rest-call.ts';
import { restNotFound } from './rest-fault.ts';

const TYPES = {
  CustomFormatter: 'string',
  Title: 'string',
  Description: 'string',
  ValidationFormula: 'string',
  ValidationMessage: 'string',
} as const;

const fieldJson = (column: Column): JsonObject => ({
  Id: column.id,
  InternalName: column.name,
  Title: column.displayName,
  Description: column.description,
  CustomFormatter: column.customFormatter ?? null,
  ValidationFormula: column.validationFormula ?? null,
  ValidationMessage: column.validationMessage ?? null,
  Indexed: column.indexed,
  EnforceUniqueValues: column.enforceUniqueValues,
  Required: column.required,
  Hidden: column.hidden,
  ReadOnlyField: column.readOnly,
});

function changed(column: Column, body: JsonObject): Column {
  const { CustomFormatter, Title, Description, ValidationFormula, ValidationMessage } = body;
  const set = (key: keyof Column, value: unknown): Partial<Column> => (typeof value === 'string' ? { [key]: value } : {});
  return {
    ...column,
    ...set('customFormatter', CustomFormatter),
    ...set('displayName', Title),
    ...set('description', Description),
    ...set('validationFormula', ValidationFormula),
    ...set('validationMessage', ValidationMessage),
  };
}

/**
 * `fields` and one field by internal name or title: what Graph cannot set on a column. A validation formula is kept and read
 * back; it is not evaluated here, as the real service does on every write.
 */
export const handleFields =
  (list: ListStore): RestHandler =>
  (call) => {
    const [first, second, ...others] = call.steps;
    if (first?.name !== 'fields' || first.args !== undefined || others.length > 0) return undefined;
    if (second === undefined) return call.verb === 'GET' ? restCollection(call, list.state.columns.map(fieldJson)) : undefined;
    if (second.name !== 'getbyinternalnameortitle' && second.name !== 'getbytitle') return undefined;
    const [wanted = ''] = second.args ?? [];
    const named = second.name === 'getbytitle' ? undefined : list.column(wanted);
    const column = named ?? list.state.columns.find(({ displayName }) => sameId(displayName, wanted));
    if (column === undefined) throw restNotFound(`Column '${wanted}' does not exist. It may have been deleted by another user.`);
    if (call.verb === 'GET') return restEntity(call, fieldJson(column));
    if (call.verb !== 'MERGE') return undefined;
    refuseBelow(call, LEVEL.manage, list);
    list.replaceColumn(changed(column, readRestProperties(restBody(call.request), TYPES, 'SP.Field')), call.at);
    return { status: 204 };
  };
