import type { Client } from '@microsoft/microsoft-graph-client';
import { batchSize, createItems } from '../graph/batches.ts';
import { graphSentence, readAll } from '../graph/graph.ts';
import type { ListRows } from '../sample/sample-register.ts';

type Row = Readonly<Record<string, unknown>>;

/** Batches under way at once: the service judges each part by itself, so more would only be throttled. */
const atOnce = 3;

interface TitleRow {
  readonly fields?: { readonly Title?: string };
}

/** Titles of a list, in lower case: the service compares unique values without regard to case. */
const readTitles = async (graph: Client, siteId: string, listId: string): Promise<ReadonlySet<string>> => {
  const rows = await readAll<TitleRow>(graph, `/sites/${siteId}/lists/${listId}/items?$expand=fields($select=Title)&$top=5000`);
  return new Set(rows.flatMap(({ fields }) => (fields?.Title === undefined ? [] : [fields.Title.toLowerCase()])));
};

const inBatches = (rows: readonly Row[]): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, index) => rows.slice(index * batchSize, (index + 1) * batchSize));

/** Writes the rows of a list whose titles are not there yet; what is there stays as people left it. Returns how many were added. */
export const writeRows = async (graph: Client, siteId: string, listId: string, { list, rows }: ListRows): Promise<number> => {
  const known = await readTitles(graph, siteId, listId);
  const missing = rows.filter(({ Title }) => !known.has(String(Title).toLowerCase()));
  const items = `/sites/${siteId}/lists/${listId}/items`;
  const left = inBatches(missing).values();
  const work = async (): Promise<void> => {
    for (const batch of left)
      await createItems({ graph, parts: batch.map((fields) => ({ url: items, body: { fields }, what: String(fields.Title) })) });
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } catch (failure) {
    throw new Error(graphSentence(`${list} could not be filled`, failure));
  }
  return missing.length;
};
