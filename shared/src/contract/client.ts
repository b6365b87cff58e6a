import type { Api } from './api.ts';
import { api } from './api.ts';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from './endpoint.ts';
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

export type ApiClient = { readonly [K in keyof Api]: (input: Input<Api[K]>) => Promise<ReplyOf<Api[K]>> };

export interface ClientOptions {
  /** Where the API lives, without a trailing slash: `https://host/api`. */
  readonly baseUrl: string;
  readonly getToken: () => Promise<string>;
  readonly fetch?: typeof fetch;
}

/** The typed client of both front ends, made from the contract: one method for each endpoint. */
export const apiClient = (options: ClientOptions): ApiClient =>
  Object.fromEntries(
    Object.entries(api).map(([name, declared]) => [name, (input: Input<Endpoint>) => call(declared as Endpoint, input, options)]),
  ) as unknown as ApiClient;

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
  for (const [name, value] of Object.entries(request.query ?? {})) if (value !== undefined && value !== '') query.set(name, value);
  const headers: Record<string, string> = { authorization: `Bearer ${await options.getToken()}`, accept: 'application/json' };
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  if (declared.idempotent) headers['idempotency-key'] = request.key ?? crypto.randomUUID();
  const url = `${options.baseUrl}${path}${query.size > 0 ? `?${query}` : ''}`;
  const init: RequestInit = { method: declared.method, headers, credentials: 'omit' };
  if (request.body !== undefined) init.body = JSON.stringify(request.body);
  if (request.signal) init.signal = request.signal;
  let response: Response;
  try {
    response = await (options.fetch ?? fetch)(url, init);
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new Unreachable();
  }
  const reply: unknown = await response.json().catch(() => undefined);
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
