import type { Column } from '../columns/column.ts';
import { badRequest } from '../graph-fault.ts';
import { comparable, itemValue } from '../state/item-value.ts';
import type { ItemState } from '../state/list-state.ts';
import { type Strictness, silentlyIgnored } from '../strictness.ts';
import { isItemProperty, referencedColumn } from './field-reference.ts';

export interface OrderTerm {
  readonly column: Column;
  readonly descending: boolean;
}

/** Where a row stands in an order: its keys (null = empty, which comes first) and its id. */
export interface Place {
  readonly keys: readonly (string | number | null)[];
  readonly id: number;
}

/** Reads `$orderby=fields/A desc,fields/B`. Ordering by a property of the item itself is silently ignored by the service. */
export function readOrder(orderBy: string | undefined, columns: readonly Column[], strictness: Strictness): readonly OrderTerm[] {
  if (orderBy === undefined) return [];
  return orderBy.split(',').flatMap((term) => {
    const match = /^\s*(\S+)(?:\s+(asc|desc))?\s*$/i.exec(term);
    if (match === null) throw badRequest(`Syntax error in '$orderby=${orderBy}'.`);
    const [, path = '', direction] = match;
    if (isItemProperty(path)) {
      silentlyIgnored(strictness, `$orderby=${path}`);
      return [];
    }
    const column = referencedColumn(columns, path, strictness);
    return column === undefined ? [] : [{ column, descending: direction?.toLowerCase() === 'desc' }];
  });
}

export function placeOf(item: ItemState, order: readonly OrderTerm[]): Place {
  const keys = order.map(({ column }) => {
    const value = itemValue(item, column);
    return value === undefined ? null : comparable(value);
  });
  return { keys, id: item.id };
}

const compareKeys = (left: string | number | null, right: string | number | null): number => {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  return left < right ? -1 : 1;
};

/** Compares two places under an order; the id decides between equals, so no two rows are equal. */
export function comparePlaces(left: Place, right: Place, order: readonly OrderTerm[]): number {
  for (const [position, { descending }] of order.entries()) {
    const difference = compareKeys(left.keys[position] ?? null, right.keys[position] ?? null);
    if (difference !== 0) return descending ? -difference : difference;
  }
  return left.id - right.id;
}
