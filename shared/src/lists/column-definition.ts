import type { Columns, ListDefinition } from './list.ts';

/** A Graph `columnDefinition` as provisioning sends it. */
export interface ColumnDefinition {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly required: boolean;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly [facet: string]: unknown;
}

/** The columns of a list as Graph makes them. `Title` exists in every list: it is changed, not made. */
export const columnDefinitions = (list: ListDefinition): readonly ColumnDefinition[] =>
  Object.entries(list.columns as Columns).map(([name, column]) => ({
    name,
    displayName: column.options.label,
    description: column.options.hint ?? '',
    required: column.options.required ?? false,
    indexed: column.options.indexed ?? false,
    enforceUniqueValues: column.options.unique ?? false,
    ...column.facet,
  }));
