import type { FoundRow, RowContent } from '../../domain/hand-edits/row-content.ts';
import { decodeFields, encodeFields } from '../codec.ts';
import type { Columns, ListDefinition } from '../list.ts';

/** The column of the app's own note, which is no part of what a row says. */
export const noteColumn = 'SystemNote';

/** The list without the app's note. */
const withoutNote = (list: ListDefinition): ListDefinition => ({
  ...list,
  columns: Object.fromEntries(Object.entries(list.columns).filter(([name]) => name !== noteColumn)) as Columns,
});

/** Reads each column by itself: what one person wrote wrongly in one column makes no other unreadable. */
export const readRow = (list: ListDefinition, raw: Readonly<Record<string, unknown>>): FoundRow => {
  const content: Record<string, unknown> = {};
  const unreadable: FoundRow['unreadable'][number][] = [];
  for (const [name, column] of Object.entries(withoutNote(list).columns)) {
    const decoded = decodeFields({ ...list, columns: { [name]: column } }, raw);
    if (!decoded.ok) unreadable.push(...decoded.issues);
    else if (Object.keys(decoded.fields).length > 0) content[name] = (decoded.fields as Record<string, unknown>)[name];
  }
  return { content, unreadable };
};

/**
 * A content as it is kept beside the list, in the form in which the list itself stores it. In ASCII: what is put back must come back letter by letter, and
 * Azurite breaks other letters where the parts of a long request meet.
 */
export const writeContent = (list: ListDefinition, content: RowContent): string =>
  JSON.stringify(encodeFields(list, content, 'create')).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Reads a kept content; `undefined` when the schema has moved on since and does not read it any more. */
export const readContent = (list: ListDefinition, kept: string): RowContent | undefined => {
  const { content, unreadable } = readRow(list, JSON.parse(kept) as Record<string, unknown>);
  return unreadable.length === 0 ? content : undefined;
};
