import { isPerson } from '../columns/column.ts';
import { invalidRequest } from '../graph-fault.ts';
import type { JsonObject } from '../json-body.ts';
import type { ItemState, StoredValue } from '../state/list-state.ts';
import type { ListStore, Stamp } from '../state/list-store.ts';
import type { SiteStore } from '../state/site-store.ts';
import { defaultValue } from './default-value.ts';
import { type FieldsReader, readFields } from './read-fields.ts';

export const NOT_UNIQUE = 'One or more fields with unique constraints already has the provided value.';

const fieldsReader = (site: SiteStore, list: ListStore): FieldsReader => ({
  columns: list.state.columns,
  exists: (column, id) => {
    if (isPerson(column.kind)) return site.principal(id) !== undefined;
    return site.list(column.settings.listId ?? '')?.item(id) !== undefined;
  },
});

/** The unique column, if any, in which another item of the list already holds the value. */
export function takenValue(list: ListStore, values: Readonly<Record<string, StoredValue>>, self: number | undefined): string | undefined {
  return list.state.columns.find((column) => {
    const value = column.enforceUniqueValues ? values[column.name] : undefined;
    if (value === undefined) return false;
    return list
      .index(column)
      .holding(value)
      .some((id) => id !== self);
  })?.name;
}

/** 400 `invalidRequest` when another item holds one of these values in a unique column. */
export function refuseDuplicates(list: ListStore, values: Readonly<Record<string, StoredValue>>, self: number | undefined): void {
  const taken = takenValue(list, values, self);
  if (taken !== undefined) throw invalidRequest(NOT_UNIQUE, `'${taken}'`);
}

function refuseMissing(list: ListStore, values: Readonly<Record<string, StoredValue>>): void {
  const missing = list.state.columns.find(({ required, name }) => required && values[name] === undefined);
  if (missing !== undefined) throw invalidRequest(`Field '${missing.name}' is required.`);
}

/** Creates an item from a field map: defaults, required columns and unique values are enforced. Nothing is kept when refused. */
export function createItem(site: SiteStore, list: ListStore, fields: JsonObject, stamp: Stamp): ItemState {
  const values: Record<string, StoredValue> = {};
  for (const [name, value] of readFields(fields, 'create', fieldsReader(site, list))) if (value !== null) values[name] = value;
  for (const column of list.state.columns) {
    const initial = values[column.name] === undefined ? defaultValue(column) : undefined;
    if (initial !== undefined) values[column.name] = initial;
  }
  refuseMissing(list, values);
  refuseDuplicates(list, values, undefined);
  return list.add(values, stamp);
}

/** Writes a field map over an item: fields that are not named stay, null makes empty. Every accepted call is a new version. */
export function updateItem(site: SiteStore, list: ListStore, item: ItemState, fields: JsonObject, stamp: Stamp): ItemState {
  const values: Record<string, StoredValue> = { ...item.values };
  const written = readFields(fields, 'update', fieldsReader(site, list));
  for (const [name, value] of written) {
    if (value !== null) {
      values[name] = value;
      continue;
    }
    if (list.column(name)?.required === true) throw invalidRequest(`Field '${name}' is required.`);
    delete values[name];
  }
  refuseDuplicates(list, values, item.id);
  return list.update(item, values, stamp);
}
