import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { Ledger } from '@ap/shared/domain/ledgers/ledger';
import type { ProviderStanding } from '@ap/shared/domain/quality/provider-standing';
import { callOffs, toCallOff } from '@ap/shared/lists/call-offs';
import { decodeFields } from '@ap/shared/lists/codec';
import { ledgers, toLedger } from '@ap/shared/lists/ledgers';
import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import { providerStandings, toStanding } from '@ap/shared/lists/quality/provider-standings';
import type { Stand } from './stand.ts';

interface Row {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
interface Version extends Row {
  readonly lastModifiedDateTime: string;
}

/** One version of a row: what it said, and when it was written (milliseconds since 1970; SharePoint tells whole seconds, so it is the last of its second). */
export interface SeenVersion<S> {
  readonly state: S;
  readonly writtenBy: number;
}

/** The rows of the tenant's lists, read as its administrator reads them: past the product, and past what goes wrong for it. */
export const rowsSeen = ({ administrator }: Pick<Stand, 'administrator'>) => {
  const all = async <R>(path: string): Promise<readonly R[]> => {
    const { status, body } = await administrator.call('GET', path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
    return (body as unknown as { value: readonly R[] }).value;
  };
  const where = (column: string, value: string): string =>
    `$filter=${encodeURIComponent(`fields/${column} eq '${value}'`)}&$expand=fields&$top=1000`;
  const read = <L extends ListDefinition>(list: L, { id, fields }: Row): Fields<L> => {
    const decoded = decodeFields(list, fields);
    if (!decoded.ok) throw new Error(`${list.title} ${id} cannot be read: ${JSON.stringify(decoded.issues)}`);
    return decoded.fields;
  };
  const versionsOf = async <S>(title: string, id: string, state: (row: Row) => S): Promise<readonly SeenVersion<S>[]> =>
    (await all<Version>(`${title}/items/${id}/versions?$expand=fields`))
      .toReversed()
      .map((version) => ({ state: state(version), writtenBy: Math.floor(Date.parse(version.lastModifiedDateTime) / 1000) * 1000 + 999 }));
  const callOffOf = (row: Row): CallOff => toCallOff(read(callOffs, row));
  return {
    /** The requests of a school as they stand. */
    callOffsOf: async (buyerRef: string): Promise<readonly CallOff[]> =>
      (await all<Row>(`CallOffs/items?${where('BuyerRef', buyerRef)}`)).map(callOffOf),
    /** Every version of every request of a school, row by row. */
    historiesOf: async (buyerRef: string): Promise<readonly (readonly SeenVersion<CallOff>[])[]> => {
      const found = await all<Row>(`CallOffs/items?${where('BuyerRef', buyerRef)}`);
      return Promise.all(found.map(({ id }) => versionsOf('CallOffs', id, callOffOf)));
    },
    /** Every request there is, whoever made it. */
    allCallOffs: async (): Promise<readonly CallOff[]> => (await all<Row>('CallOffs/items?$expand=fields&$top=1000')).map(callOffOf),
    standingsOf: async (providerRef: string): Promise<readonly SeenVersion<ProviderStanding>[]> => {
      const [row] = await all<Row>(`ProviderStandings/items?${where('Title', providerRef)}`);
      return row ? versionsOf('ProviderStandings', row.id, (each) => toStanding(read(providerStandings, each))) : [];
    },
    ledger: async (ref: string): Promise<Ledger | undefined> => {
      const [row] = await all<Row>(`Ledgers/items?${where('Title', ref)}`);
      return row && toLedger(read(ledgers, row));
    },
  };
};

export type RowsSeen = ReturnType<typeof rowsSeen>;
