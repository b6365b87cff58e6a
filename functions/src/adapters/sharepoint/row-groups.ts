import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import type { RowWatcher } from './list-mirror.ts';
import type { Row } from './list-store.ts';

/** The rows of a list by the value of one column, kept up as they come, change and go. */
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
    if (group) group.push(after);
    else this.#groups.set(key, [after]);
  };

  of(key: string): readonly Row<L>[] {
    return this.#groups.get(key) ?? [];
  }

  /** The row of a key that is one row's; while two bear it, the later one's, in whatever order they came. */
  one(key: string): Row<L> | undefined {
    const group = this.of(key);
    return group.length < 2 ? group[0] : group.reduce((latest, row) => (row.id > latest.id ? row : latest));
  }

  keys(): readonly string[] {
    return [...this.#groups.keys()];
  }

  #remove(row: Row<L>): void {
    const key = this.#keyOf(row.fields);
    const group = key === undefined ? undefined : this.#groups.get(key);
    if (!group || key === undefined) return;
    const at = group.findIndex(({ id }) => id === row.id);
    if (at >= 0) group.splice(at, 1);
    if (group.length === 0) this.#groups.delete(key);
  }
}
