import { type Column, isMulti, pointsElsewhere } from '../columns/column.ts';
import { invalidRequest } from '../graph-fault.ts';
import type { JsonObject } from '../json-body.ts';
import type { StoredValue } from '../state/list-state.ts';
import { type RowExists, readValue } from './read-value.ts';

export interface FieldsReader {
  readonly columns: readonly Column[];
  readonly exists: RowExists;
}

const LOOKUP_ID = 'LookupId';
const ANNOTATION = '@odata.type';
const unknownField = (name: string) => invalidRequest(`Field '${name}' is not recognized`);

/** The column that a property of a field map writes. Lookups and persons are written as `XLookupId`. */
function columnWritten(columns: readonly Column[], property: string): Column {
  if (property.startsWith('_')) throw unknownField(property);
  const named = columns.find(({ name }) => name === property);
  const looked = property.endsWith(LOOKUP_ID)
    ? columns.find(({ name, kind }) => pointsElsewhere(kind) && `${name}${LOOKUP_ID}` === property)
    : undefined;
  const column = looked ?? named;
  if (property === 'id' || property === 'ID') throw invalidRequest(`Field '${property}' is read-only`);
  if (column === undefined) throw unknownField(property);
  if (column.readOnly || column.kind === 'computed') throw invalidRequest(`Field '${column.name}' is read-only`);
  if (looked === undefined && pointsElsewhere(column.kind)) {
    throw invalidRequest('Invalid request', `Write '${column.name}LookupId' with the id of a row.`);
  }
  return column;
}

/** A collection is refused without its annotation, with the service's own bare message. */
function refuseWrongAnnotation(column: Column, property: string, body: JsonObject): void {
  if (!isMulti(column.kind)) return;
  const given = String(body[`${property}${ANNOTATION}`] ?? '').replace(/^#/, '');
  const wanted = column.kind === 'multiChoice' ? ['Collection(Edm.String)'] : ['Collection(Edm.Int32)', 'Collection(Edm.String)'];
  if (!wanted.includes(given))
    throw invalidRequest('Invalid request', `Send "${property}${ANNOTATION}": "${wanted[0]}" with a collection.`);
}

function refuseStrayAnnotation(key: string, body: JsonObject): void {
  const property = key.slice(0, key.indexOf('@'));
  if (property !== '' && !(property in body)) throw invalidRequest('Invalid request', `'${key}' annotates a property that was not sent.`);
}

/**
 * Reads a field map (`POST …/items` `fields`, or the body of `PATCH …/fields`): column name to stored value, null = make empty.
 * Refuses with 400: unknown and read-only fields, a null on create, a collection without `@odata.type`, a wrong value.
 */
export function readFields(body: JsonObject, purpose: 'create' | 'update', reader: FieldsReader): ReadonlyMap<string, StoredValue | null> {
  const written = new Map<string, StoredValue | null>();
  for (const [property, value] of Object.entries(body)) {
    if (property.includes('@')) {
      refuseStrayAnnotation(property, body);
      continue;
    }
    const column = columnWritten(reader.columns, property);
    if (value === null) {
      if (purpose === 'create') throw invalidRequest('Invalid request', `Leave '${property}' out instead of sending null on create.`);
      written.set(column.name, null);
      continue;
    }
    refuseWrongAnnotation(column, property, body);
    written.set(column.name, readValue(column, value, reader.exists));
  }
  return written;
}
