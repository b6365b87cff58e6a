import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@microsoft/microsoft-graph-client';
import { patiently } from './graph.ts';
import { type BatchReply, isGone, judgeReplies } from './judge-replies.ts';

/** Parts that the service takes in one batch. */
export const batchSize = 20;

/** Parts of one kind for many items. `what`: names a part in its refusal. */
export interface BatchWork {
  readonly graph: Client;
  readonly parts: readonly { readonly url: string; readonly body?: object; readonly what: string }[];
}

const inBatches = async (
  { graph, parts }: BatchWork,
  method: 'POST' | 'DELETE',
  isDone?: (reply: BatchReply) => boolean,
): Promise<readonly number[]> => {
  const ids: number[] = [];
  for (let from = 0; from < parts.length; from += batchSize) {
    let left = parts.slice(from, from + batchSize);
    while (left.length > 0) {
      const requests = left.map(({ url, body }, index) => ({
        id: String(index),
        method,
        url,
        ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body }),
      }));
      const { responses }: { responses: readonly BatchReply[] } = await patiently(graph, '/$batch').post({ requests });
      const { again, waitSeconds, refused } = judgeReplies(left.length, responses, isDone);
      if (refused) throw new Error(`${left[refused.index]?.what}: ${refused.sentence}`);
      for (const { body } of responses) if (body?.id !== undefined) ids.push(Number(body.id));
      left = left.filter((_, index) => again.includes(index));
      if (left.length > 0) await pause(waitSeconds * 1000);
    }
  }
  return ids;
};

/**
 * Makes items, twenty at a time, in order; what the service is too busy for is sent again after the wait that it asked for. Answers the ids that they were
 * given, as far as an answer arrived. Throws a sentence that names the first item that is refused.
 */
export const createItems = (work: BatchWork): Promise<readonly number[]> => inBatches(work, 'POST');

/** Deletes items likewise; one that is gone already is as good as deleted. */
export const deleteItems = (work: BatchWork): Promise<readonly number[]> => inBatches(work, 'DELETE', isGone);
