import type { Column } from '../columns/column.ts';

/** A stored value; an empty column is absent. Moments are `YYYY-MM-DDTHH:MM:SSZ`, lookups are row ids. */
export type StoredValue = string | number | boolean | readonly string[] | readonly number[];
export type StoredValues = Readonly<Record<string, StoredValue>>;

/** One version of an item. `editor` is an id of the site's own user list. */
export interface ItemVersion {
  readonly version: number;
  readonly modifiedAt: string;
  readonly editor: number;
  readonly values: StoredValues;
}

export interface ItemState extends ItemVersion {
  readonly id: number;
  readonly guid: string;
  /** The number in the eTag: one more after each update. */
  readonly revision: number;
  /** Place in the list's stream of changes, for delta. */
  readonly sequence: number;
  readonly createdAt: string;
  readonly author: number;
}

/** A deleted item in a recycle bin of the site. Its versions stay with it. */
export interface RecycledItem {
  /** Of the row in the bin. */
  readonly id: string;
  readonly item: ItemState;
  readonly deletedAt: string;
  /** An id of the site's user list. */
  readonly deletedBy: number;
  /** It lies in the bin of the site collection, out of the site's own. */
  readonly secondStage?: true;
}

export interface RoleAssignment {
  readonly principalId: number;
  readonly roleDefinitionId: number;
}

export interface ViewState {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly string[];
  /** What SharePoint REST set: ViewQuery, RowLimit, CustomFormatter and the like. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** One list as it is kept: a plain JSON document, replaced field by field and never shared. */
export interface ListState {
  readonly id: string;
  readonly name: string;
  readonly template: string;
  readonly createdAt: string;
  readonly createdBy: number;
  displayName: string;
  description: string;
  modifiedAt: string;
  /** What SharePoint REST set, e.g. EnableVersioning and MajorVersionLimit. */
  settings: Readonly<Record<string, unknown>>;
  columns: readonly Column[];
  views: readonly ViewState[];
  /** Absent = inherited from the site. */
  roleAssignments?: readonly RoleAssignment[];
  nextItemId: number;
  sequence: number;
  /** By id; numeric keys, so they are in ascending order. */
  readonly items: Record<string, ItemState>;
  /** Deleted items: id to the place of the deletion in the stream of changes. */
  readonly deleted: Record<string, number>;
  recycled: readonly RecycledItem[];
}
