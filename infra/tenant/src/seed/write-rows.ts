import { type Client, GraphError } from '@microsoft/microsoft-graph-client';
import { graphSentence, patiently, readAll } from '../graph/graph.ts';
import type { ListRows } from '../sample/sample-register.ts';

/** Requests under way at once: enough to hide the distance, few enough for the smallest tenant's quota to last. */
const atOnce = 8;

interface TitleRow {
  readonly fields?: { readonly Title?: string };
}

/** Titles of a list, in lower case: the service compares unique values without regard to case. */
export const readTitles = async (graph: Client, siteId: string, listId: string): Promise<ReadonlySet<string>> => {
  const rows = await readAll<TitleRow>(graph, `/sites/${siteId}/lists/${listId}/items?$expand=fields($select=Title)&$top=5000`);
  return new Set(rows.flatMap(({ fields }) => (fields?.Title === undefined ? [] : [fields.Title.toLowerCase()])));
};

/** The service's words for a value that is there already. Its status and code are those of any bad request: the words are all there is. */
const alreadyThere = /unique constraints/i;

/** Adds a row. A row that is there already, because a try whose answer got lost was applied, is what was wanted. */
const addRow = async (graph: Client, path: string, fields: Readonly<Record<string, unknown>>): Promise<void> => {
  try {
    await patiently(graph, path).post({ fields });
  } catch (failure) {
    if (failure instanceof GraphError && failure.statusCode === 400 && alreadyThere.test(failure.message)) return;
    throw failure;
  }
};

/** Writes the rows of a list whose titles are not there yet; what is there stays as people left it. Returns how many were added. */
export const writeRows = async (graph: Client, siteId: string, listId: string, { list, rows }: ListRows): Promise<number> => {
  const known = await readTitles(graph, siteId, listId);
  const missing = rows.filter(({ Title }) => !known.has(String(Title).toLowerCase()));
  const path = `/sites/${siteId}/lists/${listId}/items`;
  const left = missing.values();
  const work = async (): Promise<void> => {
    for (const row of left) {
      try {
        await addRow(graph, path, row);
      } catch (failure) {
        throw new Error(graphSentence(`${list} ${String(row.Title)} could not be written`, failure));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return missing.length;
};
