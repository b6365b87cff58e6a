/** A column as Graph describes it; exactly one facet says what it holds. */
export interface GraphColumn {
  readonly name: string;
  readonly displayName: string;
  readonly description?: string;
  readonly hidden?: boolean;
  readonly readOnly?: boolean;
  readonly required?: boolean;
  readonly text?: { readonly allowMultipleLines?: boolean };
  readonly choice?: { readonly choices: readonly string[]; readonly displayAs?: string };
  readonly number?: object;
  readonly currency?: { readonly locale?: string };
  readonly boolean?: object;
  readonly dateTime?: { readonly format?: string };
}

export type ColumnKind = 'line' | 'lines' | 'choice' | 'choices' | 'number' | 'currency' | 'yesNo' | 'day' | 'instant' | 'other';

/** What a person can type into the column. `other` (people, look-ups, computed) is shown and not edited here. */
export const kindOf = (column: GraphColumn): ColumnKind => {
  if (column.text) return column.text.allowMultipleLines ? 'lines' : 'line';
  if (column.choice) return column.choice.displayAs === 'checkBoxes' ? 'choices' : 'choice';
  if (column.currency) return 'currency';
  if (column.number) return 'number';
  if (column.boolean) return 'yesNo';
  if (column.dateTime) return column.dateTime.format === 'dateOnly' ? 'day' : 'instant';
  return 'other';
};

const systemColumns = new Set(['ContentType', 'Attachments', 'LinkTitle', 'LinkTitleNoMenu', 'Edit', 'DocIcon']);

/** The columns that a person sees: what the list was made for, and who changed a row when. */
export const shownColumns = (columns: readonly GraphColumn[]): readonly GraphColumn[] =>
  columns.filter(({ name, hidden, readOnly }) => !hidden && !systemColumns.has(name) && !name.startsWith('_') && !readOnly);

/** The columns of a view in its order. SharePoint names the title that opens an item `LinkTitle`. */
export const columnsOfView = (columns: readonly GraphColumn[], names: readonly string[]): readonly GraphColumn[] =>
  names.flatMap((name) => columns.find((column) => column.name === (name.startsWith('LinkTitle') ? 'Title' : name)) ?? []);

const london = { timeZone: 'Europe/London' } as const;

/** A stored value as a person reads it in the list; an empty one is an empty text. Times are London's, as the site's are. */
export const shownValue = (column: GraphColumn, value: unknown): string => {
  if (value === undefined || value === null) return '';
  const kind = kindOf(column);
  if (kind === 'currency' && typeof value === 'number') return value.toLocaleString('en-GB', { style: 'currency', currency: 'GBP' });
  if (kind === 'yesNo') return value ? 'Yes' : 'No';
  if (kind === 'day')
    return new Date(String(value)).toLocaleDateString('en-GB', { ...london, day: 'numeric', month: 'short', year: 'numeric' });
  if (kind === 'instant') return new Date(String(value)).toLocaleString('en-GB', { ...london, dateStyle: 'medium', timeStyle: 'short' });
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** A stored value as column formatting compares it: a day or moment as a Date. */
export const rawValue = (column: GraphColumn, value: unknown): string | number | boolean | Date | undefined => {
  if (value === undefined || value === null) return undefined;
  if (column.dateTime) return new Date(String(value));
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
};
