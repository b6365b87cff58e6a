import type { Column } from '../columns/column.ts';
import { comparable, itemValue } from './item-value.ts';
import type { ItemState, StoredValue } from './list-state.ts';

/** The ids of items by their value in one column, so that an equality is answered without reading the list. */
export class ColumnIndex {
  private readonly ids = new Map<string | number, Set<number>>();
  private readonly column: Column;

  constructor(column: Column, items: Iterable<ItemState>) {
    this.column = column;
    for (const item of items) this.add(item);
  }

  add(item: ItemState): void {
    const value = itemValue(item, this.column);
    if (value === undefined) return;
    const key = comparable(value);
    const known = this.ids.get(key);
    if (known === undefined) this.ids.set(key, new Set([item.id]));
    else known.add(item.id);
  }

  remove(item: ItemState): void {
    const value = itemValue(item, this.column);
    if (value === undefined) return;
    const key = comparable(value);
    const known = this.ids.get(key);
    known?.delete(item.id);
    if (known?.size === 0) this.ids.delete(key);
  }

  /** Ids of the items that hold this value, ascending. */
  holding(value: StoredValue): readonly number[] {
    return [...(this.ids.get(comparable(value)) ?? [])].sort((left, right) => left - right);
  }

  /** True when two items hold the same value. */
  hasDuplicates(): boolean {
    for (const ids of this.ids.values()) if (ids.size > 1) return true;
    return false;
  }
}
