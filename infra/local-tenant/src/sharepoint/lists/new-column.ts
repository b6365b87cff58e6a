import type { Column } from '../columns/column.ts';
import { refuseImpossibleColumn } from '../columns/column-rules.ts';
import { systemColumns } from '../columns/system-columns.ts';
import { GraphFault, invalidRequest } from '../graph-fault.ts';
import type { SiteStore } from '../state/site-store.ts';
import { defaultValue } from '../values/default-value.ts';

const RESERVED: ReadonlySet<string> = new Set([...systemColumns().map(({ name }) => name.toLowerCase()), 'id']);

/** Refuses a column whose internal name is taken (409 `nameAlreadyExists`), in any case. */
export function refuseColumnName(column: Column, others: readonly Column[]): void {
  const name = column.name.toLowerCase();
  if (RESERVED.has(name) || others.some((other) => other.name.toLowerCase() === name)) {
    throw new GraphFault(409, 'nameAlreadyExists', 'The specified name already exists.', { hint: `'${column.name}'` });
  }
}

/** Refuses a column that cannot stand beside `others`, points nowhere, or has a default that it could not hold. */
export function refuseUnfitColumn(site: SiteStore, column: Column, others: readonly Column[]): void {
  refuseImpossibleColumn(column, others);
  if (column.facet === 'lookup') {
    const target = site.list(column.settings.listId ?? '');
    if (target?.column(column.settings.showColumn ?? 'Title') === undefined) {
      throw invalidRequest('Invalid request', `'${column.name}' points to a list or column that does not exist.`);
    }
  }
  defaultValue(column);
}
