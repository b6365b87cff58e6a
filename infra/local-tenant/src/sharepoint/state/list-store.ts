import { randomUUID } from 'node:crypto';
import type { Column } from '../columns/column.ts';
import { ColumnIndex } from './column-index.ts';
import type { ItemState, ItemVersion, ListState, RecycledItem, StoredValues } from './list-state.ts';
import type { VersionHistory } from './version-history.ts';

/** Who wrote and when: an id of the site's user list and a moment. */
export interface Stamp {
  readonly by: number;
  readonly at: string;
}

/** Days for which the recycle bin keeps what was deleted. */
export const RECYCLE_BIN_DAYS = 93;

/** The number of the oldest version that is kept beside a newest one. */
const oldestKept = ({ settings }: ListState, newest: number): number => {
  const limit = settings.MajorVersionLimit;
  return typeof limit === 'number' && limit > 0 ? newest - limit + 1 : 1;
};

/** What a list is given to keep itself with. */
export interface ListKeeping {
  readonly save: () => void;
  readonly history: VersionHistory;
  /** Told of every change to an item, deletions included. */
  readonly itemChanged: () => void;
}

/** One list: its columns and its items, with an index for each column that was asked for. Every change is saved. */
export class ListStore {
  readonly state: ListState;
  private readonly keeping: ListKeeping;
  private readonly indexes = new Map<string, ColumnIndex>();

  constructor(state: ListState, keeping: ListKeeping) {
    this.state = state;
    this.keeping = keeping;
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

  /** Earlier versions of an item, oldest first. */
  past(item: ItemState): readonly ItemVersion[] {
    return this.keeping.history.of(item.id);
  }

  /** Deletes one earlier version for good: it goes to no recycle bin. */
  dropVersion(item: ItemState, version: number): void {
    this.keeping.history.drop(item.id, version);
    this.keeping.save();
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
    this.keeping.save();
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
    };
    this.state.nextItemId += 1;
    this.put(undefined, item);
    return item;
  }

  /** Writes a new version of an item with these values, whole. Without versioning the version stays and no past is kept. */
  update(item: ItemState, values: StoredValues, stamp: Stamp): ItemState {
    const versioned = this.state.settings.EnableVersioning === true;
    const version = versioned ? item.version + 1 : item.version;
    this.keeping.history.add(item.id, item, versioned ? oldestKept(this.state, version) : version + 1);
    const updated: ItemState = {
      ...item,
      revision: item.revision + 1,
      version,
      sequence: this.nextSequence(),
      modifiedAt: stamp.at,
      editor: stamp.by,
      values,
    };
    this.put(item, updated);
    return updated;
  }

  /** Deletes an item into the recycle bin. */
  remove(item: ItemState, stamp: Stamp): void {
    delete this.state.items[String(item.id)];
    this.state.deleted[String(item.id)] = this.nextSequence();
    this.state.recycled = [...this.state.recycled, { id: randomUUID(), item, deletedAt: stamp.at, deletedBy: stamp.by }];
    for (const index of this.indexes.values()) index.remove(item);
    this.keeping.save();
    this.keeping.itemChanged();
  }

  /** Moves an item on from the site's recycle bin to that of the site collection. The 93 days go on. */
  moveOn({ id }: RecycledItem): void {
    this.state.recycled = this.state.recycled.map((each) => (each.id === id ? { ...each, secondStage: true } : each));
    this.keeping.save();
  }

  /** What the recycle bins, both stages, still hold of this list at a moment. */
  recycled(at: string): readonly RecycledItem[] {
    const oldest = Date.parse(at) - RECYCLE_BIN_DAYS * 86_400_000;
    const gone = this.state.recycled.filter(({ deletedAt }) => Date.parse(deletedAt) < oldest);
    for (const one of gone) this.purge(one);
    return this.state.recycled;
  }

  /** Puts an item back as it was, under its old id and with its versions. */
  putBack({ id, item }: RecycledItem): void {
    this.state.recycled = this.state.recycled.filter((each) => each.id !== id);
    delete this.state.deleted[String(item.id)];
    this.put(undefined, { ...item, sequence: this.nextSequence() });
  }

  /** Deletes an item from the recycle bin: nothing is left of it. */
  purge({ id, item }: RecycledItem): void {
    this.state.recycled = this.state.recycled.filter((each) => each.id !== id);
    this.keeping.history.forget(item.id);
    this.keeping.save();
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
    this.keeping.save();
    this.keeping.itemChanged();
  }
}
