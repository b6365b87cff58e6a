import { type EdgeCode, type Problem, type ProblemCode, problemMediaType, statusOf } from '@ap/shared/contract/problem';

/** Thrown where the edge refuses; caught in one place and answered as problem details. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly pointer: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];

  constructor(
    code: EdgeCode | ProblemCode,
    detail: string,
    more: { pointer?: string; retryAfterSeconds?: number; errors?: readonly { pointer: string; detail: string }[] } = {},
  ) {
    super(detail);
    this.name = 'ProblemError';
    this.code = code;
    this.pointer = more.pointer;
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.errors = more.errors ?? [];
  }
}

/** What the pure core says when it refuses, of whatever feature. */
export interface RefusedCommand {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly field?: string;
}

/** A refusal of the pure core as the edge's error. */
export const toProblemError = (refusal: RefusedCommand): ProblemError =>
  new ProblemError(refusal.code, refusal.detail, refusal.field === undefined ? {} : { pointer: refusal.field });

/** A missing call-off and a foreign one are answered alike: nobody learns which references exist. */
export const noSuchCallOff = (): ProblemError => new ProblemError('not-found', 'There is no such request, or it is not yours to see.');

/** An answer of the edge, before it is turned into the Functions library's own shape. */
export interface EdgeReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** On every answer, errors included: nothing is cached, sniffed, framed or referred (security V3.4, V14.2.2). */
export const safeHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** The title of a problem. */
export const titleOf = (code: ProblemCode): string => code.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());

/** RFC 9457. No stack, no text of another service: what went wrong inside is in the log under the correlation id. */
export const problemReply = (error: ProblemError, correlationId: string): EdgeReply => {
  const status = statusOf(error.code);
  const body: Problem = {
    type: `urn:ap-framework:problem:${error.code}`,
    title: titleOf(error.code),
    status,
    code: error.code,
    detail: error.message,
    correlationId,
    ...(error.pointer === undefined ? {} : { pointer: error.pointer }),
    ...(error.errors.length === 0 ? {} : { errors: error.errors.map(({ pointer, detail }) => ({ pointer, detail })) }),
  };
  const headers: Record<string, string> = { ...safeHeaders, 'content-type': `${problemMediaType}; charset=utf-8` };
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  if (status === 503 || status === 429) headers['retry-after'] = String(error.retryAfterSeconds ?? 10);
  return { status, headers, body: JSON.stringify(body) };
};
