import type { Fill, RawFields } from '@ap/shared/lists/schema/migration';
import { type Client, GraphError } from '@microsoft/microsoft-graph-client';
import { patiently, readAll } from '../graph/graph.ts';

interface Item {
  readonly id: string;
  readonly '@odata.etag'?: string;
  readonly fields?: RawFields;
}

/** Where rows are filled, and by what. */
export interface FillWork {
  readonly graph: Client;
  readonly siteId: string;
  readonly list: string;
  readonly fill: Fill;
}

const pageSize = 1000;
/** Writes under way at once: the service counts each by itself, so more would only be throttled. */
const atOnce = 3;
const mostPasses = 5;
const mostTries = 10;

const selected = ({ reads, writes }: Fill): string => `$expand=fields($select=${['Title', ...new Set([...reads, ...writes])].join(',')})`;

/** What a row lacks; nothing where it is as the migration has it. An empty column and none are the same. */
const lacking = ({ of }: Fill, raw: RawFields): RawFields | undefined => {
  const wanted = of(raw);
  const names = Object.keys(wanted).filter((name) => !name.includes('@'));
  return names.every((name) => JSON.stringify(raw[name] ?? null) === JSON.stringify(wanted[name] ?? null)) ? undefined : wanted;
};

/** The rows that lack something now. */
export const rowsToFill = async ({ graph, siteId, list, fill }: FillWork): Promise<readonly Item[]> => {
  const rows = await readAll<Item>(graph, `/sites/${siteId}/lists/${list}/items?${selected(fill)}&$top=${pageSize}`);
  return rows.filter(({ fields }) => lacking(fill, fields ?? {}) !== undefined);
};

const statusOf = (failure: unknown): number => (failure instanceof GraphError ? failure.statusCode : 0);

/** Fills one row over what was read, and over what others write meanwhile. A row that is deleted needs nothing. */
const fillRow = async ({ graph, siteId, list, fill }: FillWork, found: Item): Promise<void> => {
  const path = `/sites/${siteId}/lists/${list}/items/${found.id}`;
  let row = found;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const wanted = lacking(fill, row.fields ?? {});
    if (wanted === undefined) return;
    try {
      await patiently(graph, `${path}/fields`)
        .header('If-Match', row['@odata.etag'] ?? '')
        .patch(wanted);
      return;
    } catch (failure) {
      const status = statusOf(failure);
      if (status === 404) return;
      if (status !== 412 && status !== 409) throw failure;
      row = (await patiently(graph, `${path}?${selected(fill)}`).get()) as Item;
    }
  }
  throw new Error(`Row ${found.id} of ${list} is being written too often. Run the command again: it goes on from here.`);
};

/**
 * Fills every row that lacks something, until a whole reading finds none: what code that runs beside wrote meanwhile is filled too. Stopped anywhere, it goes on
 * with the rows that are left. Answers how many writes it took. Throws where rows go on changing: then code runs that does not write both columns.
 */
export const fillRows = async (work: FillWork): Promise<number> => {
  let written = 0;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const rows = await rowsToFill(work);
    if (rows.length === 0) return written;
    const left = rows.values();
    const fillSome = async (): Promise<void> => {
      for (const row of left) await fillRow(work, row);
    };
    await Promise.all(Array.from({ length: atOnce }, fillSome));
    written += rows.length;
  }
  throw new Error(
    `Rows of ${work.list} go on changing without ${work.fill.writes.join(', ')}: code runs that does not write it yet. ` +
      'Let the release before this one run everywhere, then run the command again.',
  );
};
