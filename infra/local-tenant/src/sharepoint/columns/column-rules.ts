import { invalidRequest } from '../graph-fault.ts';
import type { Column, ColumnKind } from './column.ts';

const NOT_INDEXABLE = new Set<ColumnKind>(['note', 'multiChoice', 'multiLookup', 'multiPerson', 'hyperlink', 'computed']);
const MAY_BE_UNIQUE = new Set<ColumnKind>(['text', 'choice', 'number', 'currency', 'dateTime', 'lookup', 'person']);
export const MOST_INDEXED_COLUMNS = 20;

/**
 * Refuses a column that the list cannot have: an index on a type that has none, more than 20 indexed columns, or unique
 * values without an index or on a type that cannot be unique. `others` are the list's other columns.
 */
export function refuseImpossibleColumn(column: Column, others: readonly Column[]): void {
  if (column.indexed && NOT_INDEXABLE.has(column.kind)) throw invalidRequest(`Field '${column.name}' cannot be indexed.`);
  if (column.indexed && others.filter((other) => other.indexed).length >= MOST_INDEXED_COLUMNS) {
    throw invalidRequest(`A list can have at most ${MOST_INDEXED_COLUMNS} indexed columns.`);
  }
  if (!column.enforceUniqueValues) return;
  if (column.system || !MAY_BE_UNIQUE.has(column.kind)) throw invalidRequest(`Field '${column.name}' cannot enforce unique values.`);
  if (!column.indexed) throw invalidRequest(`Field '${column.name}' must be indexed to enforce unique values.`);
}
