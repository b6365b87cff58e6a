import { createHash } from 'node:crypto';
import type { Columns, ListDefinition } from '@ap/shared/lists/list';

/** A row of a list as it is copied: what its columns hold, as the service stores it. The item id is the service's own: nobody can choose it. */
export interface CopiedRow {
  readonly id: number;
  readonly version: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * The columns of the schema that hold something, in the order of their names. A day is noon UTC, as the product writes it: a person's browser stores the same
 * day as local midnight.
 */
export const ownFields = (list: ListDefinition, raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const columns = list.columns as Columns;
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(columns).sort()) {
    const value = raw[name];
    const column = columns[name];
    if (!column || isEmpty(value)) continue;
    const day = column.kind === 'day' ? column.parse.safeParse(value) : undefined;
    fields[name] = day?.success ? column.encode(day.data) : value;
  }
  return fields;
};

/** The hash of what a row says, without its item id. */
export const rowHash = (list: ListDefinition, raw: Readonly<Record<string, unknown>>): string =>
  sha256(JSON.stringify(ownFields(list, raw)));

/** The hash of what a list says: of its rows' hashes in their own order, so that neither item ids nor the order of reading count. */
export const listHash = (list: ListDefinition, rows: readonly Pick<CopiedRow, 'fields'>[]): string =>
  sha256(
    rows
      .map(({ fields }) => rowHash(list, fields))
      .sort()
      .join('\n'),
  );

/** By what a row is known again under another item id: its key, which is unique in every list without regard to case; what it says where it has none. */
export const rowKey = (list: ListDefinition, { fields }: Pick<CopiedRow, 'fields'>): string => {
  const title = typeof fields.Title === 'string' ? fields.Title.trim().toLowerCase() : '';
  return title === '' ? `#${rowHash(list, fields)}` : title;
};
