import { parkedApi, parkedReply } from './parked.ts';
import type { Problem } from './problem.ts';

interface Asking {
  readonly baseUrl: string;
  readonly getToken?: () => Promise<string>;
  readonly fetch?: typeof fetch;
  readonly onWait?: (waiting: { readonly over: Promise<unknown> }) => void;
  readonly pause?: (seconds: number) => Promise<void>;
}

/** Seconds between two questions; the last goes on until the page has asked for two minutes. */
const pauses = [1, 1, 2, 3, 5];
const asksFor = 120;

const stillWriting: Problem = {
  type: 'about:blank',
  title: 'Still being written',
  status: 503,
  code: 'busy-try-later',
  detail: 'This is still being written, and goes on by itself. You get an e-mail if it cannot be done. Look later how it stands.',
};

const wait = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
const told = (problem: Problem): Response => new Response(JSON.stringify(problem), { status: problem.status });

/**
 * Asks what became of a command that was answered 202, until it has ended: the answer that it would have had at once. A question that fails is asked again.
 * After two minutes the answer is that it is still being written. Throws the signal's reason once it is aborted.
 */
export const awaitParked = (answer: Response, asking: Asking, url: string, init: RequestInit): Promise<Response> => {
  // The same key: it is not done a second time.
  const over = outcomeBy(answer, asking, () => (asking.fetch ?? fetch)(url, init), init.signal);
  asking.onWait?.({ over });
  return over;
};

const outcomeBy = async (
  answer: Response,
  asking: Asking,
  again: () => Promise<Response>,
  signal: AbortSignal | null | undefined,
): Promise<Response> => {
  let response = answer;
  let asked = 0;
  for (let count = 0; asked < asksFor; count += 1) {
    const pause = pauses[Math.min(count, pauses.length - 1)] ?? 1;
    asked += pause;
    await (asking.pause ?? wait)(pause);
    // Nobody asks any more, and the body of the answer went with the signal.
    signal?.throwIfAborted();
    const { commandId } = parkedReply.parse(await response.clone().json());
    const outcome = await outcomeOf(commandId, asking).catch(() => undefined);
    if (outcome?.problem) return told(outcome.problem);
    if (outcome?.state !== 'done') continue;
    response = await again();
    // What lies there could not be read for the answer: it waits once more, and is done already.
    if (response.status !== 202) return response;
  }
  return told(stillWriting);
};

const outcomeOf = async (commandId: string, { baseUrl, getToken, fetch: send = fetch }: Asking) => {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (getToken) headers.authorization = `Bearer ${await getToken()}`;
  const response = await send(`${baseUrl}${parkedApi.getOutcome.path.replace('{commandId}', commandId)}`, { headers, credentials: 'omit' });
  return response.ok ? parkedApi.getOutcome.reply.parse(await response.json()) : undefined;
};
