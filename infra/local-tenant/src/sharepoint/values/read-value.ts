import type { Column } from '../columns/column.ts';
import { type GraphFault, invalidRequest } from '../graph-fault.ts';
import type { StoredValue } from '../state/list-state.ts';
import { readMoment } from './read-moment.ts';

/** Tells whether a row id exists where a lookup or person column points. */
export type RowExists = (column: Column, id: number) => boolean;

const malformed = (hint: string): GraphFault => invalidRequest('Invalid request', hint);
const INVALID_TEXT = 'Invalid text value. A text field contains invalid data. Please check the value and try again.';

function readText(column: Column, value: unknown): string {
  if (typeof value !== 'string') throw malformed(`'${column.name}' takes a text.`);
  if (value.length > (column.settings.maxLength ?? 255)) throw invalidRequest(INVALID_TEXT, `'${column.name}' is too long.`);
  if (column.kind === 'text' && /[\r\n]/.test(value)) throw invalidRequest(INVALID_TEXT, `'${column.name}' is a single line.`);
  return value;
}

function readChoice(column: Column, value: unknown): string {
  if (typeof value !== 'string') throw malformed(`'${column.name}' takes a text.`);
  if (value !== '' && column.settings.allowTextEntry !== true && column.settings.choices?.includes(value) !== true) {
    throw invalidRequest('Invalid choice value.', `'${value}' is not a choice of '${column.name}'.`);
  }
  return value;
}

function readNumber(column: Column, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw malformed(`'${column.name}' takes a number.`);
  const { minimum, maximum, decimals } = column.settings;
  if ((minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum)) {
    throw invalidRequest(
      'The value of this field is not within the allowed range.',
      `'${column.name}' must be from ${minimum} to ${maximum}.`,
    );
  }
  if (decimals !== undefined && Number(value.toFixed(decimals)) !== value) {
    throw invalidRequest('Invalid number value.', `'${column.name}' shows ${decimals} decimal places: a finer value is never seen whole.`);
  }
  return value;
}

function readRowId(column: Column, value: unknown, exists: RowExists): number {
  const id = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof id !== 'number' || !Number.isInteger(id) || id < 1) throw malformed(`'${column.name}LookupId' takes the id of a row.`);
  if (!exists(column, id)) throw invalidRequest('Invalid lookup value.', `'${column.name}LookupId' ${id} does not exist.`);
  return id;
}

function readMany<T>(column: Column, value: unknown, readOne: (each: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw malformed(`'${column.name}' takes a list.`);
  return value.map(readOne);
}

/**
 * The stored form of a value that a caller wrote into a column; null when it means "empty" (`''`, `[]`).
 * Refuses with 400 `invalidRequest` what the column cannot hold. Never called with null.
 */
export function readValue(column: Column, value: unknown, exists: RowExists): StoredValue | null {
  switch (column.kind) {
    case 'text':
    case 'note':
      return readText(column, value) || null;
    case 'choice':
      return readChoice(column, value) || null;
    case 'number':
    case 'currency':
      return readNumber(column, value);
    case 'boolean':
      if (typeof value !== 'boolean') throw malformed(`'${column.name}' takes true or false.`);
      return value;
    case 'dateTime': {
      const moment = typeof value === 'string' ? readMoment(value, column.settings.dateOnly === true) : undefined;
      if (moment === undefined) throw malformed(`'${column.name}' takes an ISO 8601 moment.`);
      return moment;
    }
    case 'multiChoice': {
      const chosen = readMany(column, value, (each) => readChoice(column, each));
      return chosen.length === 0 ? null : chosen;
    }
    case 'lookup':
    case 'person':
      return readRowId(column, value, exists);
    case 'multiLookup':
    case 'multiPerson': {
      const ids = readMany(column, value, (each) => readRowId(column, each, exists));
      return ids.length === 0 ? null : ids;
    }
    case 'hyperlink':
      throw malformed('A hyperlink column cannot be written through Graph.');
    case 'computed':
      throw invalidRequest(`Field '${column.name}' is read-only`);
  }
}
