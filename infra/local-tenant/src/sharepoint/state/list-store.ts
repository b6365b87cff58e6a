import { randomUUID } from 'node:crypto';
import type { Column } from '../columns/column.ts';
import { ColumnIndex } from './column-index.ts';
import type { ItemState, ItemVersion, ListState, StoredValues } from './list-state.ts';

/** Who wrote and when: an id of the site's user list and a moment. */
export interface Stamp {
  readonly by: number;
  readonly at: string;
}

const pastVersionsKept = (state: ListState): number => {
  if (state.settings.EnableVersioning !== true) return 0;
  const limit = state.settings.MajorVersionLimit;
  return typeof limit === 'number' && limit > 0 ? limit - 1 : Number.MAX_SAFE_INTEGER;
};

/** One list: its columns and its items, with an index for each column that was asked for. Every change is saved. */
export class ListStore {
  readonly state: ListState;
  private readonly save: () => void;
  private readonly indexes = new Map<string, ColumnIndex>();

  constructor(state: ListState, save: () => void) {
    this.state = state;
    this.save = save;
  }

  column(name: string): Column | undefined {
    return this.state.columns.find((column) => column.name === name);
  }

  item(id: number): ItemState | undefined {
    return this.state.items[String(id)];
  }

  /** All items, ascending by id. */
  items(): readonly ItemState[] {
    return Object.values(this.state.items);
  }

  index(column: Column): ColumnIndex {
    const known = this.indexes.get(column.name);
    if (known !== undefined) return known;
    const built = new ColumnIndex(column, this.items());
    this.indexes.set(column.name, built);
    return built;
  }

  /** Changes the list itself (title, settings, columns, views, roles). */
  change(changes: Partial<ListState>, at: string): void {
    Object.assign(this.state, changes, { modifiedAt: at });
    this.save();
  }

  replaceColumn(column: Column, at: string): void {
    this.indexes.delete(column.name);
    this.change({ columns: this.state.columns.map((known) => (known.id === column.id ? column : known)) }, at);
  }

  add(values: StoredValues, stamp: Stamp): ItemState {
    const item: ItemState = {
      id: this.state.nextItemId,
      guid: randomUUID(),
      revision: 1,
      version: 1,
      sequence: this.nextSequence(),
      createdAt: stamp.at,
      modifiedAt: stamp.at,
      author: stamp.by,
      editor: stamp.by,
      values,
      past: [],
    };
    this.state.nextItemId += 1;
    this.put(undefined, item);
    return item;
  }

  /** Writes a new version of an item with these values, whole. Without versioning the version stays and no past is kept. */
  update(item: ItemState, values: StoredValues, stamp: Stamp): ItemState {
    const versioned = this.state.settings.EnableVersioning === true;
    const { version, modifiedAt, editor, values: before } = item;
    const replaced: ItemVersion = { version, modifiedAt, editor, values: before };
    const kept = pastVersionsKept(this.state);
    const updated: ItemState = {
      ...item,
      revision: item.revision + 1,
      version: versioned ? version + 1 : version,
      sequence: this.nextSequence(),
      modifiedAt: stamp.at,
      editor: stamp.by,
      values,
      past: kept === 0 ? [] : [...item.past, replaced].slice(-kept),
    };
    this.put(item, updated);
    return updated;
  }

  remove(item: ItemState): void {
    delete this.state.items[String(item.id)];
    this.state.deleted[String(item.id)] = this.nextSequence();
    for (const index of this.indexes.values()) index.remove(item);
    this.save();
  }

  private nextSequence(): number {
    this.state.sequence += 1;
    return this.state.sequence;
  }

  private put(before: ItemState | undefined, after: ItemState): void {
    for (const index of this.indexes.values()) {
      if (before !== undefined) index.remove(before);
      index.add(after);
    }
    this.state.items[String(after.id)] = after;
    this.save();
  }
}
