import type { RegisterWriteOutcome } from '../../ports/imports.ts';
import { askedWait } from '../graph/asked-wait.ts';
import { faultOf, readFailure } from '../graph/graph-fault.ts';

/** The answer to one part of a batch. */
interface PartReply {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly error?: { readonly code?: string; readonly message?: string } };
}

interface BatchOutcomes {
  readonly outcomes: readonly RegisterWriteOutcome[];
  readonly retryAfterSeconds?: number;
}

/** Statuses after which a part may or may not have been carried out. */
const uncertain = [408, 429, 500, 502, 503, 504, 509];
/** The service's words for a value that is there already: its status and code are those of any bad request (sharepoint-graph 1.8). */
const alreadyThere = /unique constraints/i;

const outcomeOf = (reply: PartReply | undefined): RegisterWriteOutcome => {
  if (!reply || uncertain.includes(reply.status)) return 'unanswered';
  if (reply.status >= 200 && reply.status < 300) return 'written';
  const { code, message = '' } = reply.body?.error ?? {};
  // Somebody deleted the row meanwhile: it is not as it was read.
  if (reply.status === 412 || reply.status === 404 || (reply.status === 409 && code !== 'nameAlreadyExists')) return 'conflict';
  return reply.status === 400 && alreadyThere.test(message) ? 'duplicate' : 'refused';
};

const waitOf = ({ headers = {} }: PartReply): number => {
  const told = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return askedWait((name) => told.get(name)) ?? 10;
};

/** What became of the parts of a batch, whose ids are their places. Throttling is judged part by part, and nothing below retries them. */
export const batchOutcomes = (count: number, { responses = [] }: { readonly responses?: readonly PartReply[] }): BatchOutcomes => {
  const byId = new Map(responses.map((reply) => [reply.id, reply]));
  const outcomes = Array.from({ length: count }, (_, index) => outcomeOf(byId.get(String(index))));
  const busy = responses.filter(({ status }) => uncertain.includes(status));
  const unanswered = outcomes.includes('unanswered');
  return unanswered ? { outcomes, retryAfterSeconds: busy.length > 0 ? Math.max(...busy.map(waitOf)) : 10 } : { outcomes };
};

/** A batch that failed as a whole: what may be tried again was not answered; whatever else is thrown on. */
export const readBatchFailure = (error: unknown, count: number): BatchOutcomes => {
  const fault = faultOf(error);
  if (fault.kind !== 'unknown') throw readFailure(error);
  return { outcomes: Array.from({ length: count }, () => 'unanswered' as const), retryAfterSeconds: fault.retryAfterSeconds };
};
