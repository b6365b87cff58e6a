/** The answer to one part of a batch. */
export interface BatchReply {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly id?: string; readonly error?: { readonly code?: string; readonly message?: string } };
}

/** What became of the parts of a batch, by their index. */
export interface RepliesVerdict {
  /** Parts to send again: the service was too busy, or did not answer for them. */
  readonly again: readonly number[];
  readonly waitSeconds: number;
  readonly refused?: { readonly index: number; readonly sentence: string };
}

/** The service's words for a value that is there already. Its status and code are those of any bad request: the words are all there is. */
const alreadyThere = /unique constraints/i;

const isBusy = (status: number): boolean => status === 429 || status === 503 || status === 504;

/** A busy part may have been carried out all the same: the next try then finds it there, which is as good as made. */
const isMade = ({ status, body }: BatchReply): boolean =>
  status === 201 || (status === 400 && alreadyThere.test(body?.error?.message ?? ''));

const waitOf = (reply: BatchReply): number => {
  const entry = Object.entries(reply.headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after');
  return Math.max(1, Number(entry?.[1]) || 1);
};

/** Whether an item is gone, by this try or by the one before, whose answer got lost. */
export const isGone = ({ status }: BatchReply): boolean => status === 204 || status === 404;

/** Judges the answers to `count` parts (creates, unless told otherwise), whose ids are their indexes. Answers come in any order; clients retry no part by themselves. */
export const judgeReplies = (count: number, replies: readonly BatchReply[], isDone = isMade): RepliesVerdict => {
  const again: number[] = [];
  let waitSeconds = 1;
  for (let index = 0; index < count; index++) {
    const reply = replies.find(({ id }) => id === String(index));
    if (reply !== undefined && isDone(reply)) continue;
    if (reply !== undefined && !isBusy(reply.status)) {
      const { code = '', message = '' } = reply.body?.error ?? {};
      return { again: [], waitSeconds, refused: { index, sentence: `${reply.status} ${code} ${message}` } };
    }
    again.push(index);
    if (reply) waitSeconds = Math.max(waitSeconds, waitOf(reply));
  }
  return { again, waitSeconds };
};
