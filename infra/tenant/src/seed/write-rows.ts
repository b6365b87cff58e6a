import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@microsoft/microsoft-graph-client';
import { graphSentence, patiently, readAll } from '../graph/graph.ts';
import type { ListRows } from '../sample/sample-register.ts';
import { type BatchReply, judgeReplies } from './judge-replies.ts';

type Row = Readonly<Record<string, unknown>>;

/** Parts that one batch may have. */
const batchSize = 20;
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

/** Adds rows in one batch and, for those that the service was too busy for, in further ones after the wait that it asked for. */
const addBatch = async (graph: Client, url: string, rows: readonly Row[]): Promise<void> => {
  let left = rows;
  while (left.length > 0) {
    const requests = left.map((fields, index) => ({
      id: String(index),
      method: 'POST',
      url,
      headers: { 'Content-Type': 'application/json' },
      body: { fields },
    }));
    const { responses }: { responses: readonly BatchReply[] } = await patiently(graph, '/$batch').post({ requests });
    const verdict = judgeReplies(left.length, responses);
    if (verdict.refused) throw new Error(`${String(left[verdict.refused.index]?.Title)}: ${verdict.refused.sentence}`);
    left = left.filter((_, index) => verdict.again.includes(index));
    if (left.length > 0) await pause(verdict.waitSeconds * 1000);
  }
};

const inBatches = (rows: readonly Row[]): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, index) => rows.slice(index * batchSize, (index + 1) * batchSize));

/** Writes the rows of a list whose titles are not there yet; what is there stays as people left it. Returns how many were added. */
export const writeRows = async (graph: Client, siteId: string, listId: string, { list, rows }: ListRows): Promise<number> => {
  const known = await readTitles(graph, siteId, listId);
  const missing = rows.filter(({ Title }) => !known.has(String(Title).toLowerCase()));
  const left = inBatches(missing).values();
  const work = async (): Promise<void> => {
    for (const batch of left) await addBatch(graph, `/sites/${siteId}/lists/${listId}/items`, batch);
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } catch (failure) {
    throw new Error(graphSentence(`${list} could not be filled`, failure));
  }
  return missing.length;
};
