import type { Columns, ListDefinition } from '@ap/shared/lists/list';
import { createItems, deleteItems } from '../graph/batches.ts';
import { type CopiedRow, listHash, rowHash, rowKey } from './canonical.ts';
import { inOrder, type Place, readList } from './read-list.ts';

/** What is to be done with one list. */
export interface ListPlan {
  readonly place: Place;
  readonly wanted: readonly CopiedRow[];
  /** Rows of the copy that are there already, as they were: a run that was interrupted goes on behind them. */
  readonly there: number;
  /** Rows that are not of the copy, or not as it has them. */
  readonly inTheWay: readonly CopiedRow[];
  readonly missing: readonly CopiedRow[];
  /** Passing rows that an interrupted run left behind. */
  readonly leftover: readonly CopiedRow[];
}

const fillerTitle = 'RESTORE-FILLER';
const isFiller = ({ fields }: CopiedRow): boolean => String(fields.Title).startsWith(fillerTitle);

/** Holds a list as it is against the copy's rows. */
export const planList = async (place: Place, wanted: readonly CopiedRow[]): Promise<ListPlan> => {
  const { list } = place;
  const found = inOrder(await readList(place));
  const leftover = found.filter(isFiller);
  const present = found.filter((row) => !isFiller(row));
  const byKey = new Map(wanted.map((row) => [rowKey(list, row), row]));
  const matched = new Set<string>();
  const inTheWay: CopiedRow[] = [];
  for (const row of present) {
    const key = rowKey(list, row);
    const match = byKey.get(key);
    if (match && !matched.has(key) && rowHash(list, match.fields) === rowHash(list, row.fields)) matched.add(key);
    else inTheWay.push(row);
  }
  return { place, wanted, there: matched.size, inTheWay, missing: wanted.filter((row) => !matched.has(rowKey(list, row))), leftover };
};

const created = (list: ListDefinition, fields: CopiedRow['fields']): Record<string, unknown> => {
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const annotation = (list.columns as Columns)[name]?.annotation;
    if (annotation !== undefined) body[`${name}@odata.type`] = annotation;
    body[name] = value;
  }
  return body;
};

/** A row that nobody keeps: like one of the copy, but for the columns in which no two rows may be alike. */
const filler = (list: ListDefinition, like: CopiedRow, number: number): Record<string, unknown> => {
  const body = created(list, like.fields);
  for (const [name, { options }] of Object.entries(list.columns as Columns)) if (options.unique) body[name] = `${fillerTitle}-${number}`;
  return body;
};

const deleteRows = ({ graph, items, list }: Place, ids: readonly number[]): Promise<unknown> =>
  deleteItems({ graph, parts: ids.map((id) => ({ url: `${items}/${id}`, what: `Item ${id} of ${list.title} could not be deleted` })) });

/**
 * Brings the service's own count of items past `floor`: a list that was made anew counts from 1, and an order number or the number of an edit that is in
 * somebody's hands must not be given twice. Rows are made and taken out until then; a list that was only emptied counts on by itself.
 */
const countPast = async (place: Place, like: CopiedRow, floor: number): Promise<void> => {
  const { graph, items, list } = place;
  let made = 0;
  for (let last = 0; last < floor; ) {
    const wanted = last === 0 ? 1 : Math.min(floor - last, 2_000);
    const bodies = Array.from({ length: wanted }, (_, index) => ({ fields: filler(list, like, made + index) }));
    made += wanted;
    const known = await createItems({
      graph,
      parts: bodies.map((body) => ({ url: items, body, what: `A passing row of ${list.title} could not be made` })),
    });
    if (known.length === 0) throw new Error(`${list.title}: nobody knows how far its items are counted. Run the command again.`);
    last = Math.max(last, ...known);
    await deleteRows(place, known);
  }
};

/** The new item id of each row of the copy, by its old one, with the version under which the row lies there. */
export type NewIds = ReadonlyMap<number, { readonly id: number; readonly version: number }>;

/**
 * Makes a list say what the copy says: takes out what is in the way, makes what is missing, in the order in which it was made once, and reads it all back.
 * Throws where it does not say the same afterwards.
 */
export const restoreList = async ({ place, wanted, inTheWay, missing, leftover }: ListPlan, floor: number): Promise<NewIds> => {
  const { graph, items, list } = place;
  await deleteRows(
    place,
    [...leftover, ...inTheWay].map(({ id }) => id),
  );
  const [first] = missing;
  if (first) {
    await countPast(place, first, floor);
    await createItems({
      graph,
      parts: missing.map((row) => ({
        url: items,
        body: { fields: created(list, row.fields) },
        what: `${String(row.fields.Title)} could not be written to ${list.title}`,
      })),
    });
  }
  const rows = inOrder(await readList(place));
  const [is, was] = [listHash(list, rows), listHash(list, wanted)];
  if (is !== was)
    throw new Error(`${list.title} does not say what the copy says: ${rows.length} rows, ${is}; the copy has ${wanted.length}, ${was}.`);
  const present = new Map(rows.map((row) => [rowKey(list, row), row]));
  return new Map(
    wanted.flatMap((row) => {
      const now = present.get(rowKey(list, row));
      return now ? [[row.id, { id: now.id, version: now.version }] as const] : [];
    }),
  );
};
