import type { TenantReply, TenantRequest } from '../exchange.ts';
import { isReply } from '../reply.ts';
import type { RoomSupplies } from '../room.ts';
import { badRequest, faultReply, GraphFault } from './graph-fault.ts';
import { isJsonObject, type JsonObject, readJsonObject } from './json-body.ts';

const MOST_PARTS = 20;

interface Part {
  readonly id: string;
  /** The id in lower case: ids differ without regard to case. */
  readonly key: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn: readonly string[];
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

function readPart(value: unknown): Part {
  if (!isJsonObject(value) || typeof value.id !== 'string' || typeof value.method !== 'string' || typeof value.url !== 'string') {
    throw badRequest('A batch request needs id, method and url.');
  }
  if (!value.url.startsWith('/')) throw badRequest(`The url of batch request '${value.id}' must be relative.`);
  const entries = Object.entries(isJsonObject(value.headers) ? value.headers : {});
  const headers = Object.fromEntries(entries.map(([name, text]) => [name.toLowerCase(), String(text)]));
  if (value.body !== undefined && headers['content-type'] === undefined) {
    throw badRequest(`Write request id : ${value.id} does not contain Content-Type header or body.`);
  }
  const { id, url, body } = value;
  const part = {
    id,
    key: id.toLowerCase(),
    method: value.method.toUpperCase(),
    url,
    headers,
    dependsOn: texts(value.dependsOn).map((each) => each.toLowerCase()),
  };
  return body === undefined ? part : { ...part, body };
}

/** The parts in sending order. The whole batch is 400 when there are over 20, an id is twice there, or a dependency is not before it. */
function readParts(body: JsonObject): readonly Part[] {
  if (!Array.isArray(body.requests) || body.requests.length === 0) throw badRequest('A batch needs requests.');
  if (body.requests.length > MOST_PARTS) {
    throw badRequest(`Number of requests in the batch exceeds the maximum of ${MOST_PARTS}.`);
  }
  const seen = new Set<string>();
  return body.requests.map((value: unknown) => {
    const part = readPart(value);
    if (seen.has(part.key)) throw badRequest(`Duplicate request id '${part.id}' in the batch.`);
    const unknown = part.dependsOn.find((id) => !seen.has(id));
    if (unknown !== undefined) throw badRequest(`Batch request '${part.id}' depends on '${unknown}', which does not come before it.`);
    seen.add(part.key);
    return part;
  });
}

function partRequest(outer: TenantRequest, part: Part): TenantRequest {
  const target = new URL(part.url, 'https://batch.invalid');
  const { authorization } = outer.headers;
  return {
    method: part.method,
    path: decodeURIComponent(`/v1.0${target.pathname}`),
    query: new Map(target.searchParams),
    headers: { ...part.headers, ...(authorization === undefined ? {} : { authorization }) },
    body: Buffer.from(part.body === undefined ? '' : JSON.stringify(part.body)),
    params: {},
    origin: outer.origin,
  };
}

const failedDependency = (): TenantReply => ({
  status: 424,
  body: { error: { code: 'FailedDependency', message: 'A request that this one depends on failed.' } },
});

const responseJson = (id: string, { status, headers, body }: TenantReply) => ({
  id,
  status,
  headers: { 'Content-Type': 'application/json', ...headers },
  ...(body === undefined ? {} : { body }),
});

/**
 * Answers `POST /v1.0/$batch`: 200 with one response per part, each authorised and charged by itself. Parts run one after the
 * other; a part whose dependency failed is 424. Responses come back in another order than sent, as the service may do.
 */
export async function answerBatch(
  request: TenantRequest,
  supplies: RoomSupplies,
  dispatch: (part: TenantRequest) => Promise<TenantReply>,
): Promise<TenantReply> {
  const caller = await supplies.authorise(request, 'graph');
  if (isReply(caller)) return caller;
  try {
    const replies = new Map<string, TenantReply>();
    const parts = readParts(readJsonObject(request));
    for (const part of parts) {
      const failed = part.dependsOn.some((id) => (replies.get(id)?.status ?? 424) >= 400);
      replies.set(part.key, failed ? failedDependency() : await dispatch(partRequest(request, part)));
    }
    const responses = [...parts].reverse().flatMap(({ id, key }) => {
      const reply = replies.get(key);
      return reply === undefined ? [] : [responseJson(id, reply)];
    });
    const units = [...replies.values()].reduce((sum, reply) => sum + (reply.units ?? 0), 0);
    const spent = [...replies.values()].flatMap((reply) => reply.spent ?? []);
    return { status: 200, units, spent, body: { responses } };
  } catch (failure) {
    if (failure instanceof GraphFault) return faultReply(failure, request, supplies.now());
    throw failure;
  }
}
