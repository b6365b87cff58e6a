import type { Column } from '../columns/column.ts';
import type { ItemState, StoredValue } from './list-state.ts';

const SERVICE_VALUES: Readonly<Record<string, (item: ItemState) => StoredValue>> = {
  Created: (item) => item.createdAt,
  Modified: (item) => item.modifiedAt,
  Author: (item) => item.author,
  Editor: (item) => item.editor,
};

/** What an item holds in a column, whether a caller or the service wrote it; undefined = empty. */
export function itemValue(item: ItemState, column: Column): StoredValue | undefined {
  const ofService = column.system ? SERVICE_VALUES[column.name] : undefined;
  return ofService === undefined ? item.values[column.name] : ofService(item);
}

/** A value in the form in which SharePoint compares it: text without regard to case, yes/no as 1/0. */
export function comparable(value: StoredValue): string | number {
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return JSON.stringify(value);
}
