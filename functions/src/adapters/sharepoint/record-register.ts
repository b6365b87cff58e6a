import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import type { RecordRegister, Stored, WriteOutcome } from '../../ports/records.ts';
import type { Row, WriteOutcome as RowOutcome } from './list-store.ts';
import { freshByTitle, type KeptList } from './mirrors.ts';

/** How a record is written as a row, and read from one. `undefined`: a row that was only ever typed, about which nothing was decided here yet. */
export interface RowForm<L extends ListDefinition, State> {
  readonly toState: (fields: Fields<L>) => State | undefined;
  readonly fromState: (state: State) => Fields<L>;
}

/** How old a reading of the list may be of which the sweep learns: the guard has read every list in the twenty seconds before it. Its grace for an effect is twice as long. */
const learntWithin = 30_000;

/** Seconds after which a write without an answer is looked for, where the service told none. */
const lookAgainSeconds = 5;

/** Records in their list: one conditional write each, own writes written through to the read model. */
export const recordRegister = <L extends ListDefinition, State extends { readonly ref: string }>(
  { store, mirror }: KeptList<L>,
  { toState, fromState }: RowForm<L, State>,
): RecordRegister<State> => {
  const toStored = (row: Row<L>): Stored<State> | undefined => {
    const state = toState(row.fields);
    return state && { itemId: row.id, eTag: row.eTag, state };
  };
  /** A row of the copy is read once: it is never changed, only replaced. */
  const knownRows = new WeakMap<Row<L>, { readonly stored: Stored<State> | undefined }>();
  const toKnown = (row: Row<L>): Stored<State> | undefined => {
    const known = knownRows.get(row) ?? { stored: toStored(row) };
    knownRows.set(row, known);
    return known.stored;
  };
  const kept = (row: Row<L>): Stored<State> | undefined => {
    mirror.put(row);
    return toStored(row);
  };
  const written = (outcome: RowOutcome<L>): WriteOutcome<State> => {
    if (outcome.ok) {
      const stored = kept(outcome.row);
      if (!stored) throw new Error(`What was written to ${outcome.row.id} does not read as a record`);
      return { ok: true, stored };
    }
    const { why, retryAfterSeconds = lookAgainSeconds } = outcome;
    return why === 'unknown' ? { ok: false, why, retryAfterSeconds } : { ok: false, why };
  };
  return {
    find: async (ref) => {
      const row = await freshByTitle({ store, mirror }, ref);
      return row && kept(row);
    },
    get: async (itemId) => {
      const row = await store.get(itemId);
      return row && kept(row);
    },
    add: async (state) => written(await store.add(fromState(state))),
    save: async ({ itemId, eTag }, next) => written(await store.update({ id: itemId, eTag }, fromState(next))),
    known: async () => (await mirror.rows()).flatMap((row) => toKnown(row) ?? []),
    changes: async (cursor) => {
      const { changes, next } = await store.changes(cursor, learntWithin);
      return { changed: changes.flatMap((change) => (change.kind === 'row' ? (toStored(change.row) ?? []) : [])), cursor: next };
    },
  };
};
