import type { Column, ColumnOptions, ValueOf } from './column.ts';

// biome-ignore lint/suspicious/noExplicitAny: a column is invariant in its value type; the map must hold columns of every kind.
export type Columns = Readonly<Record<string, Column<any, ColumnOptions>>>;

/** A saved view of a list for people who work in SharePoint. */
export interface ListView {
  readonly title: string;
  readonly columns: readonly string[];
  readonly orderBy: string;
  readonly descending?: boolean;
  /**
   * Rows with this value, or one of these (at most 60), or a day that has passed or comes within so many days, in a column: an indexed one, so that the
   * view outlives 5,000 rows.
   */
  readonly filter?: { readonly column: string } & (
    | { readonly equals: string }
    | { readonly oneOf: readonly string[] }
    | { readonly dueWithinDays: number }
  );
}

/** A SharePoint list as data: static type, parser, encoder, provisioning, seed and documentation are derived from it. */
export interface ListDefinition<C extends Columns = Columns> {
  readonly title: string;
  readonly description: string;
  /** Whether commissioners may edit items by hand. Where they may not, only the product writes. */
  readonly handEdited: boolean;
  /**
   * Closed to people who may read the other lists. `to-named`: open to those whom the council names at provisioning. `to-nobody`: sealed; the product
   * alone reads it and shows what may be seen, when it may be seen.
   */
  readonly restricted?: 'to-named' | 'to-nobody';
  readonly columns: C;
  readonly views: readonly ListView[];
}

type RequiredNames<C extends Columns> = { [K in keyof C]: C[K]['options']['required'] extends true ? K : never }[keyof C];

/** The stored shape in business types. An empty column is absent (`undefined`), never null. */
export type Fields<L extends ListDefinition> = { readonly [K in RequiredNames<L['columns']>]: ValueOf<L['columns'][K]> } & {
  readonly [K in Exclude<keyof L['columns'], RequiredNames<L['columns']>>]?: ValueOf<L['columns'][K]> | undefined;
};

/** Columns that a query may filter by: the service refuses every other, even on a tiny list. */
export type IndexedNames<L extends ListDefinition> = {
  [K in keyof L['columns']]: L['columns'][K]['options']['indexed'] extends true ? K : never;
}[keyof L['columns']] &
  string;

const maxIndexed = 20;

/** Declares a list. Refuses at load what the service would refuse at provisioning: too many indexes, unique without index, odd names. */
export const defineList = <const C extends Columns>(list: ListDefinition<C>): ListDefinition<C> => {
  const entries = Object.entries(list.columns);
  const indexed = entries.filter(([, column]) => column.options.indexed);
  if (indexed.length > maxIndexed) throw new Error(`${list.title}: ${indexed.length} indexed columns; SharePoint allows ${maxIndexed}`);
  for (const [name, column] of entries) {
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name))
      throw new Error(`${list.title}.${name}: a column name is PascalCase ASCII, or SharePoint encodes it`);
    if (column.options.unique && !column.options.indexed) throw new Error(`${list.title}.${name}: a unique column must be indexed`);
    if (column.options.indexed && ['longText', 'json', 'yesNo', 'multiChoice'].includes(column.kind))
      throw new Error(`${list.title}.${name}: a ${column.kind} column cannot be indexed`);
  }
  for (const [name, { kind, options, facet }] of entries) {
    const words = (facet.choice as { readonly choices?: readonly string[] } | undefined)?.choices ?? [];
    const stray = Object.keys(options.tones ?? {}).find((word) => kind !== 'choice' || !words.includes(word));
    if (stray !== undefined) throw new Error(`${list.title}.${name}: a tone for "${stray}", which is no word of a choice here`);
    if (options.tone !== undefined && kind !== 'text' && kind !== 'longText')
      throw new Error(`${list.title}.${name}: only a text has one tone`);
    if (options.pastWord !== undefined && kind !== 'day') throw new Error(`${list.title}.${name}: only a day can be past`);
  }
  for (const view of list.views)
    for (const name of [...view.columns, view.orderBy, ...(view.filter ? [view.filter.column] : [])])
      if (!(name in list.columns)) throw new Error(`${list.title}: view "${view.title}" names ${name}, which is not a column`);
  for (const { title, filter } of list.views)
    if (filter && 'dueWithinDays' in filter && list.columns[filter.column]?.kind !== 'day')
      throw new Error(`${list.title}: view "${title}" counts days of ${filter.column}, which is not a day`);
  return list;
};
