import { randomUUID } from 'node:crypto';
import type { Column } from '../columns/column.ts';
import { systemColumns } from '../columns/system-columns.ts';
import type { ListState } from './list-state.ts';
import type { Stamp } from './list-store.ts';

export interface NewList {
  readonly displayName: string;
  readonly description?: string;
  readonly template?: string;
  readonly columns?: readonly Column[];
}

/** A new, empty list: system columns first, one view, versions on with 500 kept. */
export function newListState(list: NewList, stamp: Stamp): ListState {
  return {
    id: randomUUID(),
    name: list.displayName.replace(/[^\p{L}\p{N} _-]/gu, ''),
    template: list.template ?? 'genericList',
    createdAt: stamp.at,
    createdBy: stamp.by,
    displayName: list.displayName,
    description: list.description ?? '',
    modifiedAt: stamp.at,
    settings: { EnableVersioning: true, MajorVersionLimit: 500 },
    columns: [...systemColumns(), ...(list.columns ?? [])],
    views: [{ id: randomUUID(), title: 'All Items', fields: ['LinkTitle'], properties: { DefaultView: true, RowLimit: 30, Paged: true } }],
    nextItemId: 1,
    sequence: 0,
    items: {},
    deleted: {},
    recycled: [],
  };
}
