import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import type { RowWatcher } from './list-mirror.ts';
import type { Row } from './list-store.ts';

/** The rows of a list by the value of one column, each group by the rows' numbers: kept up as they come, change and go, however many a group has. */
export class RowGroups<L extends ListDefinition> {
  readonly #groups = new Map<string, Row<L>[]>();
  readonly #keyOf: (fields: Fields<L>) => string | undefined;

  constructor(keyOf: (fields: Fields<L>) => string | undefined) {
    this.#keyOf = keyOf;
  }

  readonly take: RowWatcher<L> = (before, after) => {
    if (before) this.#remove(before);
    const key = after && this.#keyOf(after.fields);
    if (!after || key === undefined) return;
    const group = this.#groups.get(key);
    if (group) group.splice(placeOf(group, after.id), 0, after);
    else this.#groups.set(key, [after]);
  };

  of(key: string): readonly Row<L>[] {
    return this.#groups.get(key) ?? [];
  }

  /** The row of a key that is one row's; while two bear it, the later one's, in whatever order they came. */
  one(key: string): Row<L> | undefined {
    return this.of(key).at(-1);
  }

  keys(): readonly string[] {
    return [...this.#groups.keys()];
  }

  #remove(row: Row<L>): void {
    const key = this.#keyOf(row.fields);
    const group = key === undefined ? undefined : this.#groups.get(key);
    if (!group || key === undefined) return;
    const at = placeOf(group, row.id);
    if (group[at]?.id === row.id) group.splice(at, 1);
    if (group.length === 0) this.#groups.delete(key);
  }
}

/** Where the row of a number stands in a group, or would stand. A group may have tens of thousands, and a list that is read again names each of them. */
const placeOf = (group: readonly { readonly id: number }[], id: number): number => {
  let low = 0;
  let high = group.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((group[middle] as { readonly id: number }).id < id) low = middle + 1;
    else high = middle;
  }
  return low;
};
