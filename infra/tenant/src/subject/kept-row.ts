import type { KeptRecord } from '@ap/shared/domain/privacy/kept';
import type { KeptPlacement } from '@ap/shared/domain/privacy/kept-placement';
import type { RetentionPolicy } from '@ap/shared/domain/privacy/retention-policy';
import { frameworks, toFramework } from '@ap/shared/lists/frameworks';
import type { ListDefinition } from '@ap/shared/lists/list';
import { emptyBin } from './recycle-bin.ts';
import { deleteRow, dropSnapshots, type RawRow, read, rowsOf } from './rows.ts';
import type { Stores } from './stores.ts';
import { unrecorded, type WithOutbox } from './unrecorded.ts';

/** A record whose time is reckoned, and how its row goes. */
export interface KeptRow {
  readonly record: KeptRecord;
  readonly remove: () => Promise<void>;
}

/** A call-off as its time is reckoned, and with whom and under what it was made. */
export interface KeptCallOff {
  readonly record: KeptPlacement;
  readonly buyerRef: string;
  readonly providerRef: string;
  readonly frameworkRef: string;
  readonly blockRef: string | undefined;
}

/** What a list is judged by: the rules, the call-offs that are there, and whether a record goes by a rule that was judged before. */
export interface Judging {
  readonly policy: RetentionPolicy;
  readonly callOffs: readonly KeptCallOff[];
  readonly goes: (ref: string) => boolean;
}

/** The rows of a list, or of two that go together, as they are judged. Changes nothing. */
export type KeptRows = (stores: Stores, judging: Judging) => Promise<readonly KeptRow[]>;

/** Rows with the lists that they are in. */
export type Rows = readonly (readonly [ListDefinition, RawRow])[];

/**
 * How rows go, in this order: each with its good copy and its versions; then the copies of their lists, and what of the rows lies in the recycle bin, with
 * rows of their keys that they were made again from. A run that breaks off leaves none of what it deleted there.
 */
export const removing = (stores: Stores, rows: Rows) => async (): Promise<void> => {
  try {
    for (const [list, row] of rows) await deleteRow(stores, list, row);
  } finally {
    await dropSnapshots(stores, [...new Set(rows.map(([list]) => list.title))]);
    await emptyBin(
      stores,
      rows.map(([list, { itemId, fields }]) => ({ list, itemId, title: fields.Title })),
    );
  }
};

/** A record that stays while the audit log has not taken an event of it, or of what goes with it. */
export const unlessUnrecorded = async <K extends KeptRecord>(stores: Stores, record: K, ...states: readonly WithOutbox[]): Promise<K> => {
  if (record.needed !== undefined) return record;
  const waits = await Promise.all(states.map((state) => unrecorded(stores, state)));
  return { ...record, needed: waits.find((why) => why !== undefined) };
};

/** Every row of a list that keeps its record whole in `State`, with that record. */
export const statesOf = async <S>(stores: Stores, list: ListDefinition): Promise<readonly { readonly row: RawRow; readonly state: S }[]> =>
  (await rowsOf(stores, list)).map((row) => ({ row, state: (read(list, row) as unknown as { State: S }).State }));

/** The last day of each framework, by its reference. */
export const frameworkEnds = async (stores: Stores): Promise<ReadonlyMap<string, ReturnType<typeof toFramework>['expiresOn']>> =>
  new Map(
    (await rowsOf(stores, frameworks)).map((row) => toFramework(read(frameworks, row))).map(({ ref, expiresOn }) => [ref, expiresOn]),
  );
