import type { Columns, Fields, IndexedNames, ListDefinition } from './list.ts';

/** A row that could not be read, with each column that is wrong: it is set aside and reported, never guessed at. */
export interface RowIssue {
  readonly column: string;
  readonly message: string;
}

export type Decoded<L extends ListDefinition> =
  | { readonly ok: true; readonly fields: Fields<L> }
  | { readonly ok: false; readonly issues: readonly RowIssue[] };

/** Reads Graph's raw field values. Absent, null and '' all mean empty; Graph's own extra fields are ignored. */
export const decodeFields = <L extends ListDefinition>(list: L, raw: Readonly<Record<string, unknown>>): Decoded<L> => {
  const fields: Record<string, unknown> = {};
  const issues: RowIssue[] = [];
  for (const [name, column] of Object.entries(list.columns as Columns)) {
    const value = raw[name];
    if (value === undefined || value === null || value === '') {
      if (column.options.required) issues.push({ column: name, message: 'is empty' });
      continue;
    }
    const parsed = column.parse.safeParse(value);
    if (parsed.success) fields[name] = parsed.data;
    else issues.push({ column: name, message: parsed.error.issues.map((issue) => issue.message).join('; ') });
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, fields: fields as Fields<L> };
};

/**
 * Writes business values as Graph wants them. On create an empty value is left out (null is refused); on update it is null, which clears.
 * A multi-choice carries its `@odata.type`, without which the service answers 'Invalid request'.
 */
export const encodeFields = <L extends ListDefinition>(
  list: L,
  fields: Partial<Fields<L>>,
  mode: 'create' | 'update',
): Record<string, unknown> => {
  const raw: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields as Record<string, unknown>)) {
    const column = (list.columns as Columns)[name];
    if (!column) throw new Error(`${list.title} has no column ${name}`);
    if (value === undefined) {
      if (mode === 'update') raw[name] = null;
      continue;
    }
    if (column.annotation) raw[`${name}@odata.type`] = column.annotation;
    raw[name] = column.encode(value);
  }
  return raw;
};

/** An equality filter on one indexed column; other columns do not type-check. Quotes are doubled (OData), and the value is percent-encoded: the client of Graph joins a query as it is. */
export const equals = <L extends ListDefinition>(list: L, column: IndexedNames<L>, value: string): string => {
  if (!(list.columns as Columns)[column]?.options.indexed) throw new Error(`${list.title}.${column} is not indexed`);
  return `fields/${column} eq '${encodeURIComponent(value.replaceAll("'", "''"))}'`;
};

/** Names of all columns, for `$expand=fields($select=...)`. */
export const columnNames = (list: ListDefinition): readonly string[] => Object.keys(list.columns);
