import type { StoredRecord } from '@ap/shared/domain/imports/job';
import type { ImportKind, ImportRecord, RecordOf } from '@ap/shared/domain/imports/record';
import { baselines, fromBaseline, toBaseline } from '@ap/shared/lists/baselines';
import { buyers, fromBuyer, toBuyer } from '@ap/shared/lists/buyers';
import { encodeFields } from '@ap/shared/lists/codec';
import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import { lots, toLot } from '@ap/shared/lists/lots';
import { fromProviderSite, providerSites, toProviderSite } from '@ap/shared/lists/provider-sites';
import { fromProvider, providers, toProvider } from '@ap/shared/lists/providers';
import { fromQaCheck, qaChecks, toQaCheck } from '@ap/shared/lists/qa-checks';
import { fromRate, rateCards, toRate } from '@ap/shared/lists/rate-cards';
import { fromService, services, toService } from '@ap/shared/lists/services';
import type { Client } from '@microsoft/microsoft-graph-client';
import type { ImportRegister } from '../../ports/imports.ts';
import { batchOutcomes, readBatchFailure } from './batch-outcomes.ts';
import { listStore } from './list-store.ts';
import { openGate, type SchemaGate } from './schema-gate.ts';

/** How records of one kind lie in their list. */
interface Kept {
  readonly list: ListDefinition;
  readonly toRecord: (fields: never) => ImportRecord;
  readonly toFields: (record: never) => object;
}

const kept = <K extends ImportKind, L extends ListDefinition>(
  _kind: K,
  list: L,
  toRecord: (fields: Fields<L>) => RecordOf[K],
  toFields: (record: RecordOf[K]) => object,
): Kept => ({ list, toRecord, toFields });

const lists: Readonly<Record<ImportKind, Kept>> = {
  providers: kept('providers', providers, toProvider, fromProvider),
  sites: kept('sites', providerSites, toProviderSite, fromProviderSite),
  services: kept('services', services, toService, fromService),
  rates: kept('rates', rateCards, toRate, fromRate),
  'qa-checks': kept('qa-checks', qaChecks, toQaCheck, fromQaCheck),
  buyers: kept('buyers', buyers, toBuyer, (buyer) => fromBuyer(buyer)),
  baselines: kept('baselines', baselines, toBaseline, fromBaseline),
};

/** The lists that files fill, through Graph. */
export const importRegister = (client: Client, sitePath: () => Promise<string>, gate: SchemaGate = openGate): ImportRegister => {
  const storeOf = (kind: ImportKind) => listStore(client, sitePath, lists[kind].list);
  const stored = (kind: ImportKind, { id, eTag, fields }: { id: number; eTag: string; fields: unknown }): StoredRecord => ({
    itemId: id,
    eTag,
    record: lists[kind].toRecord(fields as never),
  });

  return {
    lots: async () => {
      const { changes } = await listStore(client, sitePath, lots).changes(undefined);
      return changes.flatMap((change) => (change.kind === 'row' ? [toLot(change.row.fields)] : []));
    },
    read: async (kind) => {
      const { changes } = await storeOf(kind).changes(undefined);
      const rows = changes.flatMap((change) => (change.kind === 'row' ? [stored(kind, change.row)] : []));
      return {
        stored: new Map(rows.map((row) => [row.record.ref, row])),
        unreadable: changes.filter((change) => change.kind === 'unreadable').length,
      };
    },
    find: async (kind, ref) => {
      const [row] = await storeOf(kind).find('Title' as never, ref);
      return row && stored(kind, row);
    },
    write: async (writes) => {
      for (const kind of new Set(writes.map((write) => write.kind))) await gate(lists[kind].list.title);
      const site = await sitePath();
      const requests = writes.map(({ kind, record, present }, index) => {
        const { list, toFields } = lists[kind];
        const items = `${site}/lists/${list.title}/items`;
        const next = toFields(record as never) as Readonly<Record<string, unknown>>;
        const headers = { 'Content-Type': 'application/json' };
        if (!present)
          return { id: String(index), method: 'POST', url: items, headers, body: { fields: encodeFields(list, next, 'create') } };
        const body = encodeFields(list, changed(toFields(present.record as never) as Readonly<Record<string, unknown>>, next), 'update');
        return {
          id: String(index),
          method: 'PATCH',
          url: `${items}/${present.itemId}/fields`,
          headers: { ...headers, 'If-Match': present.eTag },
          body,
        };
      });
      try {
        return batchOutcomes(writes.length, (await client.api('/$batch').post({ requests })) as never);
      } catch (error) {
        return readBatchFailure(error, writes.length);
      }
    },
  };
};

/** Columns whose values differ: whatever else the row has stays as it is. */
const changed = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
