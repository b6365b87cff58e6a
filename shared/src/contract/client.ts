import type { Api } from './api.ts';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from './endpoint.ts';
import { firstApi } from './first-api.ts';
import { type Problem, problem } from './problem.ts';

/** A refused or failed call, with the problem that the server told. */
export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problemDetails: Problem) {
    super(problemDetails.detail);
    this.name = 'ApiError';
    this.problem = problemDetails;
  }
}

/** Nothing answered: the network is away, or the service is. What became of the call is not known. */
export class Unreachable extends ApiError {
  constructor() {
    super(unreachable);
    this.name = 'Unreachable';
  }
}

type Input<E> = (ParamsOf<E> extends undefined ? object : { params: ParamsOf<E> }) &
  (QueryOf<E> extends undefined ? object : { query?: Partial<Record<keyof QueryOf<E>, string>> }) &
  (BodyOf<E> extends undefined ? object : { body: BodyOf<E> }) & { key?: string; signal?: AbortSignal };

/** A typed client of some operations: one method for each. */
export type ClientOf<Endpoints> = { readonly [K in keyof Endpoints]: (input: Input<Endpoints[K]>) => Promise<ReplyOf<Endpoints[K]>> };
export type ApiClient = ClientOf<Api>;

export interface ClientOptions {
  /** Where the API lives, without a trailing slash: `https://host/api`. */
  readonly baseUrl: string;
  /** Absent where a capability link in the body is the leave. */
  readonly getToken?: () => Promise<string>;
  readonly fetch?: typeof fetch;
  /** Told when a command has to wait for a busy register; `over` settles when it waits no longer. */
  readonly onWait?: (waiting: { readonly over: Promise<unknown> }) => void;
}

/** Named here, so that the client has a method for each before the shapes are there; one text, because each byte of the first screen is waited for. */
const laterNames =
  'findBuyers askForAccess listMembers changeMember getService addToShortlist removeFromShortlist quoteCallOff ' +
  'listDrafts getDraft saveDraft discardDraft submitCallOff resubmitCallOff getCallOff decideApproval ' +
  'withdrawCallOff undoWithdrawal remindApprover answerOrder answerOrderHold sendHeldOrder settleMessages';

/** The typed client of both front ends, made from the contract. */
export const apiClient = (options: ClientOptions): ApiClient => {
  const later = (laterNames.split(' ') as (keyof Api)[]).map(
    (name) => [name, async (input: Input<Endpoint>) => call((await everyShape())[name] as Endpoint, input, options)] as const,
  );
  return { ...clientOf(firstApi, options), ...Object.fromEntries(later) } as unknown as ApiClient;
};

/** The shapes of all operations. Code that does not arrive is as a service that does not answer: nothing was sent. */
const everyShape = async (): Promise<Api> => {
  try {
    return (await import('./api.ts')).api;
  } catch {
    throw new Unreachable();
  }
};

/** A client of these operations. Screens of few people bring their own, so that nobody else loads the shapes. */
export const clientOf = <Endpoints extends Readonly<Record<string, Endpoint>>>(
  endpoints: Endpoints,
  options: ClientOptions,
): ClientOf<Endpoints> =>
  Object.fromEntries(
    Object.entries(endpoints).map(([name, declared]) => [name, (input: Input<Endpoint>) => call(declared, input, options)]),
  ) as unknown as ClientOf<Endpoints>;

const call = async (declared: Endpoint, input: Input<Endpoint>, options: ClientOptions): Promise<unknown> => {
  const request = input as {
    params?: Record<string, string>;
    query?: Record<string, string | undefined>;
    body?: unknown;
    key?: string;
    signal?: AbortSignal;
  };
  const path = declared.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.params?.[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) if (value) query.set(name, value);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (options.getToken) headers.authorization = `Bearer ${await options.getToken()}`;
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  if (declared.idempotent) headers['idempotency-key'] = request.key ?? crypto.randomUUID();
  const url = `${options.baseUrl}${path}${query.size > 0 ? `?${query}` : ''}`;
  const init: RequestInit = {
    method: declared.method,
    headers,
    credentials: 'omit',
    body: request.body === undefined ? null : JSON.stringify(request.body),
    signal: request.signal ?? null,
  };
  let response: Response;
  let reply: unknown;
  try {
    response = await (options.fetch ?? fetch)(url, init);
    if (declared.parks && response.status === 202)
      response = await (await import('./await-parked.ts')).awaitParked(response, options, url, init);
    if (response.ok && declared.file) return await response.blob();
    // An answer that breaks off on its way is none; one that is no JSON is one.
    reply = await response.json().catch((cause: Error) => {
      if (cause.name !== 'SyntaxError') throw cause;
    });
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new Unreachable();
  }
  if (response.ok) return declared.reply.parse(reply);
  const told = problem.safeParse(reply);
  throw new ApiError(told.success ? told.data : { ...unreachable, status: response.status });
};

const unreachable: Problem = {
  type: 'about:blank',
  title: 'The service did not answer',
  status: 503,
  code: 'busy-try-later',
  detail: 'The service did not answer. Check your connection and try again; nothing you entered is lost.',
};
