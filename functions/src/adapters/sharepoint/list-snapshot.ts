import { createHash } from 'node:crypto';
import { decodeFields, encodeFields } from '@ap/shared/lists/codec';
import type { Columns, Fields, ListDefinition } from '@ap/shared/lists/list';
import type { Row } from './list-store.ts';

/** A list as last known, with the delta link that tells what changed since. */
export interface ListSnapshot<L extends ListDefinition> {
  readonly link: string;
  readonly rows: readonly Row<L>[];
}

/** What a snapshot is of and by: the site, and the code that read the rows. */
export interface SnapshotOf {
  readonly place: string;
  readonly release: string;
}

interface Content {
  readonly link: string;
  readonly rows: readonly { readonly id: number; readonly eTag: string; readonly fields: Record<string, unknown> }[];
}

/** Over what the rows mean (place and columns of the list), who wrote them, and the rows themselves: another site, another schema or a changed byte does not fit. */
const sealOf = (list: ListDefinition, place: string, release: string, body: string): string => {
  const columns = Object.entries(list.columns as Columns).map(([name, { kind, options, facet }]) => [name, kind, options, facet]);
  return createHash('sha256')
    .update(JSON.stringify([place, list.title, columns, release]))
    .update(body)
    .digest('hex');
};

/** A snapshot as text: its seal, the release that wrote it, its content. `place` names the site. */
export const writeSnapshot = <L extends ListDefinition>(
  list: L,
  { place, release }: SnapshotOf,
  { link, rows }: ListSnapshot<L>,
): string => {
  const body = JSON.stringify({ link, rows });
  return `${sealOf(list, place, release, body)}\n${release}\n${body}`;
};

/**
 * Reads one back; `undefined` when it does not fit in any way: then the list is read instead. Rows that this very code has read before are taken as they are, for judging each of their columns anew takes longer
 * than all else of a start; those of another release pass the codec of the list.
 */
export const readSnapshot = <L extends ListDefinition>(
  list: L,
  { place, release }: SnapshotOf,
  text: string,
): ListSnapshot<L> | undefined => {
  const [seal = '', by = ''] = text.split('\n', 2);
  const body = text.slice(seal.length + by.length + 2);
  if (seal !== sealOf(list, place, by, body)) return undefined;
  const { link, rows } = JSON.parse(body) as Content;
  if (by === release) return { link, rows: rows as unknown as readonly Row<L>[] };
  const decoded: Row<L>[] = [];
  for (const { id, eTag, fields } of rows) {
    const row = readAnew(list, fields);
    if (!row?.ok) return undefined;
    decoded.push({ id, eTag, fields: row.fields });
  }
  return { link, rows: decoded };
};

const readAnew = <L extends ListDefinition>(list: L, fields: Record<string, unknown>) => {
  try {
    return decodeFields(list, encodeFields(list, fields as Partial<Fields<L>>, 'create'));
  } catch {
    // What another release held as a value of the column is none of this one's.
    return undefined;
  }
};
