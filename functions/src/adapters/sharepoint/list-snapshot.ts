import { createHash } from 'node:crypto';
import { decodeFields, encodeFields } from '@ap/shared/lists/codec';
import type { Columns, ListDefinition } from '@ap/shared/lists/list';
import { z } from 'zod';
import type { Row } from './list-store.ts';

/** A list as last known, with the delta link that tells what changed since. */
export interface ListSnapshot<L extends ListDefinition> {
  readonly link: string;
  readonly rows: readonly Row<L>[];
}

const content = z.strictObject({
  link: z.string().min(1),
  rows: z.array(z.strictObject({ id: z.int(), eTag: z.string(), fields: z.record(z.string(), z.unknown()) })),
});

/** Over what the rows mean (place and columns of the list) and over the rows themselves: another site, another schema or a changed byte does not fit. */
const sealOf = (list: ListDefinition, place: string, body: string): string => {
  const columns = Object.entries(list.columns as Columns).map(([name, { kind, options, facet }]) => [name, kind, options, facet]);
  return createHash('sha256')
    .update(JSON.stringify([place, list.title, columns, body]))
    .digest('hex');
};

/** A snapshot as text: its seal, then its content. `place` names the site. */
export const writeSnapshot = <L extends ListDefinition>(list: L, place: string, { link, rows }: ListSnapshot<L>): string => {
  const body = JSON.stringify({
    link,
    rows: rows.map(({ id, eTag, fields }) => ({ id, eTag, fields: encodeFields(list, fields, 'create') })),
  });
  return `${sealOf(list, place, body)}\n${body}`;
};

/** Reads one back, by the codec of the list; `undefined` when it does not fit in any way: then the list is read instead. */
export const readSnapshot = <L extends ListDefinition>(list: L, place: string, text: string): ListSnapshot<L> | undefined => {
  const [seal, body = ''] = text.split('\n', 2);
  if (seal !== sealOf(list, place, body)) return undefined;
  const parsed = content.safeParse(JSON.parse(body));
  if (!parsed.success) return undefined;
  const rows: Row<L>[] = [];
  for (const { id, eTag, fields } of parsed.data.rows) {
    const decoded = decodeFields(list, fields);
    if (!decoded.ok) return undefined;
    rows.push({ id, eTag, fields: decoded.fields });
  }
  return { link: parsed.data.link, rows };
};
