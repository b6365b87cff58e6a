import { columnNames, decodeFields, encodeFields, equals, type RowIssue } from '@ap/shared/lists/codec';
import type { Fields, IndexedNames, ListDefinition } from '@ap/shared/lists/list';
import type { Client } from '@microsoft/microsoft-graph-client';
import { ProblemError } from '../../http/problem-reply.ts';
import { faultOf, readFailure } from '../graph/graph-fault.ts';
import { readMatching } from '../graph/read-matching.ts';
import { readPages } from '../graph/read-pages.ts';
import { type FeedItem, type ListFeed, listFeed } from './list-feed.ts';
import { type OwnWrite, versionColumn, versionNumber } from './own-writes.ts';
import { openGate, type SchemaGate } from './schema-gate.ts';
import { UnreadableRow } from './unreadable-row.ts';

/** One row as stored. */
export interface Row<L extends ListDefinition> {
  readonly id: number;
  readonly eTag: string;
  readonly fields: Fields<L>;
}

/** One entry of the delta feed: a row, its end, or a row that cannot be read. */
export type Change<L extends ListDefinition> =
  | { readonly kind: 'row'; readonly row: Row<L> }
  | { readonly kind: 'deleted'; readonly id: number }
  | { readonly kind: 'unreadable'; readonly id: number; readonly issues: readonly RowIssue[] };

export type WriteOutcome<L extends ListDefinition> =
  | { readonly ok: true; readonly row: Row<L> }
  | { readonly ok: false; readonly why: 'conflict' | 'duplicate' | 'unknown'; readonly retryAfterSeconds?: number };

/** One list of the register through Graph, by its definition. */
export interface ListStore<L extends ListDefinition> {
  /** The row of an id; `undefined` when it is gone. Throws UnreadableRow, ServiceBusy. */
  readonly get: (id: number) => Promise<Row<L> | undefined>;
  /** Every row with exactly this value in an indexed column; the service would find it in other capitals too. One unreadable row makes the answer unreadable: what cannot be read is refused. */
  readonly find: (column: IndexedNames<L>, value: string) => Promise<readonly Row<L>[]>;
  readonly add: (fields: Fields<L>) => Promise<WriteOutcome<L>>;
  readonly update: (row: Pick<Row<L>, 'id' | 'eTag'>, fields: Partial<Fields<L>>) => Promise<WriteOutcome<L>>;
  /**
   * Everything since a delta link (none: everything), with the next link. A link that is too old is answered by everything. `mayBe`: milliseconds that a reading of
   * somebody else in this process may be old; none reads now. `began`: when it was read.
   */
  readonly changes: (
    since: string | undefined,
    mayBe?: number,
  ) => Promise<{ readonly changes: readonly Change<L>[]; readonly next: string; readonly complete: boolean; readonly began: number }>;
}

const pageSize = 1000;

/** Graph takes a list's name for its id. `gate`: asked before each write. */
export const listStore = <L extends ListDefinition>(
  client: Client,
  sitePath: () => Promise<string>,
  list: L,
  feed: ListFeed = listFeed(client, sitePath, list),
  gate: SchemaGate = openGate,
): ListStore<L> => {
  const items = async (rest = ''): Promise<string> => `${await sitePath()}/lists/${list.title}/items${rest}`;
  const expand = `fields($select=${columnNames(list).join(',')})`;

  const decode = (item: FeedItem): Change<L> => {
    const id = Number(item.id);
    if (item.deleted) return { kind: 'deleted', id };
    const decoded = decodeFields(list, item.fields ?? {});
    if (!decoded.ok) return { kind: 'unreadable', id, issues: decoded.issues };
    return { kind: 'row', row: { id, eTag: item['@odata.etag'] ?? item.eTag ?? '', fields: decoded.fields } };
  };
  const rowOf = (item: FeedItem): Row<L> => {
    const change = decode(item);
    if (change.kind === 'row') return change.row;
    throw new UnreadableRow(list.title, Number(item.id), change.kind === 'unreadable' ? change.issues : []);
  };
  const reading = async <T>(read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      // Columns that are not there yet cannot be read either: that is told as what it is.
      const fault = faultOf(error);
      if (fault.kind === 'refused' && fault.status === 400) await gate(list.title);
      throw readFailure(error);
    }
  };

  /** What no column can hold is refused in words before anything is sent; nothing is cut off. */
  const encode = (fields: Partial<Fields<L>>, mode: 'create' | 'update'): Record<string, unknown> => {
    try {
      return encodeFields(list, fields, mode);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new ProblemError('body-too-large', 'There is no room left in this record. Make a new one, and tell the commissioning team.');
    }
  };
  /** `over`: the ETag of what is written over; none where a row is made. */
  const writing = async (
    over: string | undefined,
    write: () => Promise<{ readonly row: Row<L>; readonly version: unknown }>,
  ): Promise<WriteOutcome<L>> => {
    let arrived: OwnWrite | undefined;
    try {
      const { row, version } = await write();
      arrived = { over, left: row.eTag, version: versionNumber(version) };
      return { ok: true, row };
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind === 'conflict' || fault.kind === 'duplicate') return { ok: false, why: fault.kind };
      // Somebody deleted the row meanwhile: read again, and it is not there.
      if (fault.kind === 'not-found' && over !== undefined) return { ok: false, why: 'conflict' };
      if (fault.kind === 'unknown') return { ok: false, why: 'unknown', retryAfterSeconds: fault.retryAfterSeconds };
      throw error;
    } finally {
      feed.written(arrived);
    }
  };

  const readAll = async (query: Readonly<Record<string, string>>): Promise<readonly FeedItem[]> =>
    readPages<FeedItem>(client, client.api(await items()).query({ $expand: expand, $top: pageSize, ...query }));

  return {
    get: (id) =>
      reading(async () => {
        try {
          return rowOf(
            (await client
              .api(await items(`/${id}`))
              .query({ $expand: expand })
              .get()) as FeedItem,
          );
        } catch (error) {
          if (faultOf(error).kind === 'not-found') return undefined;
          throw error;
        }
      }),

    find: (column, value) =>
      reading(async () => {
        const matching = () => readAll({ $filter: equals(list, column, value) });
        const rows = (await readMatching([column, value], matching, () => readAll({}))).map(rowOf);
        return rows.filter(({ fields }) => (fields as Record<string, unknown>)[column] === value);
      }),

    add: async (fields) => {
      const encoded = encode(fields, 'create');
      await gate(list.title);
      return writing(undefined, async () => {
        const created = (await client.api(await items()).post({ fields: encoded })) as FeedItem;
        const row = { id: Number(created.id), eTag: created['@odata.etag'] ?? created.eTag ?? '', fields };
        return { row, version: created.fields?.[versionColumn] };
      });
    },

    update: async ({ id, eTag }, fields) => {
      const encoded = encode(fields, 'update');
      await gate(list.title);
      return writing(eTag, async () => {
        const raw = (await client
          .api(await items(`/${id}/fields`))
          .header('If-Match', eTag)
          .patch(encoded)) as Record<string, unknown>;
        return {
          row: rowOf({ id: String(id), '@odata.etag': String(raw['@odata.etag'] ?? ''), fields: raw }),
          version: raw[versionColumn],
        };
      });
    },

    changes: (since, mayBe) =>
      reading(async () => {
        const { changes, ...read } = await feed.since(since, expand, mayBe);
        return { ...read, changes: changes.map(decode) };
      }),
  };
};
