import { keyColumn } from '@ap/shared/domain/hand-edits/edit-law';
import type { Author, RowVersion } from '@ap/shared/domain/hand-edits/review-row';
import { encodeFields, equals } from '@ap/shared/lists/codec';
import { editLawOf, guardedColumns } from '@ap/shared/lists/hand-edits/edit-laws';
import { noteColumn, readContent, readRow, writeContent } from '@ap/shared/lists/hand-edits/row-content';
import type { ListDefinition } from '@ap/shared/lists/list';
import type { Client } from '@microsoft/microsoft-graph-client';
import { ServiceBusy } from '../../http/service-busy.ts';
import type { GuardedList, GuardWrite, PresentRow, RowChange } from '../../ports/hand-edits.ts';
import { faultOf, readFailure } from '../graph/graph-fault.ts';
import { readPages } from '../graph/read-pages.ts';
import { type FeedItem, type ListFeed, listFeed } from './list-feed.ts';
import { versionColumn, versionNumber } from './own-writes.ts';
import { openGate, type SchemaGate } from './schema-gate.ts';

type Raw = Readonly<Record<string, unknown>>;

interface Identities {
  readonly application?: { readonly id?: string };
  readonly user?: { readonly id?: string; readonly displayName?: string; readonly email?: string };
}

interface RawVersion {
  readonly id: string;
  readonly lastModifiedDateTime: string;
  readonly lastModifiedBy?: Identities;
  readonly fields?: Raw;
}

type RawItem = FeedItem & { readonly lastModifiedBy?: Identities };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface GuardSupplies {
  readonly client: Client;
  readonly sitePath: () => Promise<string>;
  readonly tenantId: string;
  /** The product's own registration: what it wrote by itself is no edit. */
  readonly ownAppId: string;
  /** Brings the product's copy of a list up to date. */
  readonly refresh: (list: string) => Promise<void>;
  /** Told when a list has been read. */
  readonly wasRead?: ((list: string) => void) | undefined;
  /** The feed that sweep and copies follow too. */
  readonly feed?: ListFeed | undefined;
  /** Asked before each write. */
  readonly gate?: SchemaGate | undefined;
}

/** One list of the register as its guard reads and writes it. */
export const guardedList = (
  list: ListDefinition,
  { client, sitePath, tenantId, ownAppId, refresh, wasRead, feed = listFeed(client, sitePath, list), gate = openGate }: GuardSupplies,
): GuardedList => {
  const columns = guardedColumns(list);
  const selected = `fields($select=${[...columns, ...(list.handEdited ? [noteColumn] : []), versionColumn].join(',')})`;
  const items = async (rest = ''): Promise<string> => `${await sitePath()}/lists/${list.title}/items${rest}`;

  const authorOf = (by: Identities | undefined): Author => {
    const { application, user } = by ?? {};
    // What a person does through an app bears both: it is the person's.
    if (user?.id && guid.test(user.id)) {
      const { id: objectId, displayName = '', email } = user;
      return { kind: 'person', id: { tenantId, objectId: objectId.toLowerCase() }, name: displayName, email };
    }
    if (application?.id?.toLowerCase() === ownAppId.toLowerCase()) return { kind: 'app' };
    // The delta of a list says of nobody's edit who made it, and the service may name one without an id.
    return application?.id ? { kind: 'program' } : { kind: 'untold' };
  };
  const presentOf = (item: RawItem): PresentRow => {
    const fields = item.fields ?? {};
    const note = fields[noteColumn];
    const eTag = item['@odata.etag'] ?? item.eTag ?? '';
    const version = versionNumber(fields[versionColumn]);
    const by = authorOf(item.lastModifiedBy);
    return {
      itemId: Number(item.id),
      eTag,
      current: {
        version,
        at: item.lastModifiedDateTime ?? '',
        by: by.kind === 'untold' && feed.own.madeAllAfter(version - 1, { eTag, version }) ? { kind: 'app' } : by,
        found: readRow(list, fields),
      },
      note: typeof note === 'string' && note !== '' ? note : undefined,
    };
  };

  const reading = async <T>(read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      throw readFailure(error);
    }
  };
  const read = (itemId: number): Promise<PresentRow | undefined> =>
    reading(async () => {
      try {
        return presentOf(
          (await client
            .api(await items(`/${itemId}`))
            .query({ $expand: selected })
            .get()) as RawItem,
        );
      } catch (error) {
        if (faultOf(error).kind === 'not-found') return undefined;
        throw error;
      }
    });
  const noteOf = (note: string | undefined): Raw => (list.handEdited ? { [noteColumn]: note } : {});
  const writing = async (act: () => Promise<number>): Promise<GuardWrite> => {
    await gate(list.title);
    let itemId: number;
    try {
      itemId = await act();
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind === 'conflict' || fault.kind === 'duplicate') return { ok: false, why: fault.kind };
      if (fault.kind === 'not-found') return { ok: false, why: 'conflict' };
      if (fault.kind === 'unknown') throw new ServiceBusy('graph', fault.status, fault.retryAfterSeconds);
      throw error;
    } finally {
      feed.written();
    }
    const row = await read(itemId);
    return row ? { ok: true, row } : { ok: false, why: 'conflict' };
  };

  return {
    law: editLawOf(list),
    changes: async (since) => {
      // Read now, always: an edit is judged within a minute, and what others read through this feed tells no version.
      const { changes, next, complete } = await reading(() => feed.since(since, selected));
      wasRead?.(list.title);
      const read = (changes as readonly RawItem[]).map(
        (item): RowChange => (item.deleted ? { kind: 'deleted', itemId: Number(item.id) } : { kind: 'row', row: presentOf(item) }),
      );
      return { changes: read, next, complete };
    },
    read,
    find: (key) =>
      reading(async () => {
        const found = (await client
          .api(await items())
          .query({ $expand: selected, $filter: equals(list, keyColumn as never, key), $top: 1 })
          .get()) as { readonly value: readonly RawItem[] };
        return found.value[0] && presentOf(found.value[0]);
      }),
    versionsAfter: ({ itemId, eTag, current }, version) =>
      reading(async () => {
        // What this process wrote one after another is all in the last of it, and need not be read once more.
        if (current.by.kind === 'app' && feed.own.madeAllAfter(version, { eTag, version: current.version })) return [current];
        const kept = await readPages<RawVersion>(client, client.api(await items(`/${itemId}/versions`)).query({ $expand: selected }));
        return kept
          .map(
            (each): RowVersion => ({
              version: versionNumber(each.id),
              at: each.lastModifiedDateTime,
              by: authorOf(each.lastModifiedBy),
              found: readRow(list, each.fields ?? {}),
            }),
          )
          .filter((each) => each.version > version)
          .sort((a, b) => a.version - b.version);
      }),
    write: ({ itemId, eTag }, content, note) =>
      writing(async () => {
        const body = encodeFields(list, { ...content, ...noteOf(note) }, 'update');
        await client
          .api(await items(`/${itemId}/fields`))
          .header('If-Match', eTag)
          .patch(body);
        return itemId;
      }),
    add: (content, note) =>
      writing(async () => {
        const fields = encodeFields(list, { ...content, ...noteOf(note) }, 'create');
        return Number(((await client.api(await items()).post({ fields })) as { readonly id: string }).id);
      }),
    remove: async ({ itemId, eTag }) => {
      try {
        await client
          .api(await items(`/${itemId}`))
          .header('If-Match', eTag)
          .delete();
        return true;
      } catch (error) {
        const fault = faultOf(error);
        if (fault.kind === 'not-found') return true;
        if (fault.kind === 'conflict') return false;
        throw readFailure(error);
      } finally {
        feed.written();
      }
    },
    pack: (content) => writeContent(list, content),
    unpack: (packed) => readContent(list, packed),
    refreshed: () => refresh(list.title),
  };
};
