import type { Column } from '../columns/column.ts';
import { invalidRequest } from '../graph-fault.ts';
import type { StoredValue } from '../state/list-state.ts';
import { readValue } from './read-value.ts';

/** A column's default, written as text in its definition (yes/no as `1` or `0`), in stored form; undefined when it has none. */
export function defaultValue(column: Column): StoredValue | undefined {
  const text = column.defaultValue;
  if (text === undefined || text === '') return undefined;
  const written =
    column.kind === 'number' || column.kind === 'currency' ? Number(text) : column.kind === 'boolean' ? /^(1|true)$/i.test(text) : text;
  const several = column.kind === 'multiChoice' ? [written] : written;
  return (
    readValue(column, several, () => {
      throw invalidRequest(`Field '${column.name}' cannot have a default value.`);
    }) ?? undefined
  );
}
