import { type Endpoint, idempotencyKeyPattern } from '@ap/shared/contract/endpoint';
import type { HttpRequest } from '@azure/functions';
import { pointerTo } from './pointer-to.ts';
import { ProblemError } from './problem-reply.ts';
import { readLimited } from './read-limited.ts';
import { screenTexts } from './screen-texts.ts';

const usualLimit = 64 * 1024;
/** How much of what is wrong is told: a refusal must not be longer than what was refused. */
const mostErrors = 20;
const mostTold = 200;

type Shape = NonNullable<Endpoint['body']>;

/** The value in the declared shape, with no text in it that could identify a pupil. */
const parse = (declared: Endpoint, shape: Shape, value: unknown, prefix: string): unknown => {
  const parsed = shape.safeParse(value);
  if (parsed.success) {
    screenTexts(declared, shape, parsed.data, prefix);
    return parsed.data;
  }
  const errors = parsed.error.issues.slice(0, mostErrors).map((issue) => ({
    pointer: `${prefix}${pointerTo(issue.path)}`,
    detail: cut(issue.message),
  }));
  throw new ProblemError('input-not-understood', sentenceOf(errors), { ...(errors[0] ? { pointer: errors[0].pointer } : {}), errors });
};

/** A message of the parser repeats what it was given: keys that nobody declared. */
const cut = (text: string): string => (text.length <= mostTold ? text : `${text.slice(0, mostTold - 1)}…`);

const sentenceOf = (errors: readonly { pointer: string; detail: string }[]): string => {
  const first = errors[0];
  return first
    ? `Check ${first.pointer.split('/').filter(Boolean).join(' ') || 'what was sent'}: ${first.detail}.`.replace('..', '.')
    : 'Check what was sent.';
};

/** Values of the path, in the declared shape. */
export const readParams = (declared: Endpoint, request: HttpRequest): unknown =>
  declared.params ? parse(declared, declared.params, request.params, '/params') : undefined;

/** Values of the query, in the declared shape. A repeated key is refused: hosts join them differently. */
export const readQuery = (declared: Endpoint, request: HttpRequest): unknown => {
  if (!declared.query) return undefined;
  const given: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of request.query) {
    if (name in given) throw new ProblemError('input-not-understood', `The query gives ${name} twice.`, { pointer: `/query/${name}` });
    given[name] = value;
  }
  return parse(declared, declared.query, { ...given }, '/query');
};

/** The JSON body, in the declared shape: 415 unless JSON, 413 above its limit (64 KB), 400 when it cannot be read, 422 when a text names a pupil. */
export const readBody = async (declared: Endpoint, request: HttpRequest): Promise<unknown> => {
  if (!declared.body) return undefined;
  const limit = declared.bodyLimit ?? usualLimit;
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new ProblemError('media-type-not-supported', 'Send JSON.');
  const text = await readLimited(request, limit);
  if (text === undefined) throw tooLarge(limit);
  return parse(declared, declared.body, parseJson(text), '');
};

const tooLarge = (limit: number): ProblemError =>
  limit === usualLimit
    ? new ProblemError('body-too-large', 'That is more than can be sent at once (64 KB). Shorten the text.')
    : limit < 1_400_000
      ? new ProblemError('body-too-large', `That is more than can be sent at once (${limit / 1024} KB). Shorten the texts.`)
      : new ProblemError('body-too-large', `That is more than can be sent at once (${Math.floor(limit / 1_400_000)} MB). Split the file.`);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('input-not-understood', 'What was sent is not JSON.');
  }
};

/** The command's id where the endpoint asks for one; '' elsewhere. */
export const readKey = (declared: Endpoint, request: HttpRequest): string => {
  if (!declared.idempotent) return '';
  const key = request.headers.get('idempotency-key') ?? '';
  if (!idempotencyKeyPattern.test(key))
    throw new ProblemError('idempotency-key-required', 'Send an Idempotency-Key of 16 to 64 letters, digits or hyphens.');
  return key;
};

/** All that a request brings, in the declared shapes. Throws ProblemError for the first part that has another. */
export const readInput = async (declared: Endpoint, request: HttpRequest) => ({
  params: readParams(declared, request),
  query: readQuery(declared, request),
  key: readKey(declared, request),
  body: await readBody(declared, request),
});
