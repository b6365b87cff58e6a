import type { TenantAnswer } from './tenant-connection.ts';

/** One request to the window's own server. */
export interface LocalRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly ifMatch: string | undefined;
  /** The parsed JSON body; undefined when there is none. */
  readonly json: unknown;
}

/** A handler's answer: the tenant's own, or one of ours. */
export type LocalAnswer = TenantAnswer;

/** Serves a path below `/local/`. Undefined means that the path is another's. */
export type LocalRoute = (request: LocalRequest) => Promise<LocalAnswer | undefined>;

export const jsonAnswer = (status: number, body: unknown): LocalAnswer => ({
  status,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

/** A refusal by the window itself, in the shape that Graph's refusals have, so that a page needs one way to read both. */
export const refusal = (status: number, code: string, message: string): LocalAnswer => jsonAnswer(status, { error: { code, message } });

/** A request that the window cannot serve; `message` says what is wrong with it. */
export class BadLocalRequest extends Error {}

/** The fields of a JSON object body. Throws `BadLocalRequest` when it is something else. */
export const objectBody = (request: LocalRequest): Readonly<Record<string, unknown>> => {
  const { json } = request;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new BadLocalRequest('The body must be a JSON object.');
  return json as Readonly<Record<string, unknown>>;
};
