import type { Columns, ListDefinition, ListView } from '@ap/shared/lists/list';
import type { PresentView } from './present-list.ts';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const valueTypes: Readonly<Record<string, string>> = { choice: 'Choice', money: 'Currency', number: 'Number' };

/** A view's order and filter in CAML, SharePoint's query language. */
const queryOf = (list: ListDefinition, view: ListView): string => {
  const order = `<OrderBy><FieldRef Name="${view.orderBy}"${view.descending ? ' Ascending="FALSE"' : ''} /></OrderBy>`;
  if (!view.filter) return order;
  const { column } = view.filter;
  const field = `<FieldRef Name="${column}" />`;
  const type = valueTypes[(list.columns as Columns)[column]?.kind ?? ''] ?? 'Text';
  if ('dueWithinDays' in view.filter)
    return `<Where><Leq>${field}<Value Type="DateTime"><Today OffsetDays="${view.filter.dueWithinDays}" /></Value></Leq></Where>${order}`;
  const value = (text: string): string => `<Value Type="${type}">${escapeXml(text)}</Value>`;
  // Not IsNotNull, which scans a long list although the column is indexed.
  const filter =
    'oneOf' in view.filter
      ? `<In>${field}<Values>${view.filter.oneOf.map(value).join('')}</Values></In>`
      : `<Eq>${field}${value(view.filter.equals)}</Eq>`;
  return `<Where>${filter}</Where>${order}`;
};

/** The views of a list as SharePoint keeps them. The first is the default; `Title` is shown as the link that opens the item. */
export const viewsOf = (list: ListDefinition): readonly PresentView[] =>
  list.views.map((view, index) => ({
    title: view.title,
    columns: view.columns.map((name) => (name === 'Title' ? 'LinkTitle' : name)),
    query: queryOf(list, view),
    isDefault: index === 0,
  }));

/** SharePoint writes CAML back with its own spaces and quotes. */
const tidy = (caml: string): string =>
  caml
    .replaceAll("'", '"')
    .replace(/\s*(\/?>)/g, '$1')
    .replace(/>\s+</g, '><');

export const sameView = (present: PresentView, wanted: PresentView): boolean =>
  tidy(present.query) === tidy(wanted.query) &&
  present.columns.join() === wanted.columns.join() &&
  // A default is taken away only by making another view the default.
  (present.isDefault || !wanted.isDefault);
