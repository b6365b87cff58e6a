import { randomBytes, randomUUID } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { InvocationRequest } from './core-types.ts';
import { applyCors, type CorsPolicy } from './cors.ts';
import { type FunctionKeys, mayEnter } from './function-keys.ts';
import { type HostLog, reasonOf } from './host-log.ts';
import { HttpRefusal } from './http-refusal.ts';
import { sendReply } from './http-reply.ts';
import type { HttpRoute } from './http-routes.ts';
import type { OutputWriter } from './queue-output.ts';
import { readBody } from './request-body.ts';
import { joinedQuery, type RequestTarget, requestTarget } from './request-target.ts';
import type { Worker } from './worker.ts';

export interface HttpServerOptions {
  readonly worker: Worker;
  readonly routes: readonly HttpRoute[];
  readonly keys: FunctionKeys;
  readonly cors: CorsPolicy | undefined;
  /** Longest body in bytes. */
  readonly bodyLimit: number;
  readonly writeOutputs: OutputWriter;
  /** Answers the host's own `/admin` routes; absent, they are 404 as any unknown path. */
  readonly admin?: ((request: IncomingMessage, reply: ServerResponse, target: RequestTarget) => Promise<void>) | undefined;
  readonly log: HostLog;
}

/**
 * The HTTP half of the host. As in the real host a path that no function answers, or not with this method, is 404 (never
 * 405), a function that throws is a bare 500, and a GET function does not answer HEAD.
 */
export function createHttpServer(options: HttpServerOptions): http.Server {
  return http.createServer((request, reply) => {
    answer(options, request, reply).catch((error: unknown) => refuse(options.log, request, reply, error));
  });
}

async function answer(options: HttpServerOptions, request: IncomingMessage, reply: ServerResponse): Promise<void> {
  if (applyCors(options.cors, request, reply)) return;
  const target = requestTarget(request);
  if (options.admin && target.segments[0]?.toLowerCase() === 'admin') return options.admin(request, reply, target);

  const method = request.method ?? 'GET';
  const found = findRoute(options.routes, method, target.segments);
  if (!found) throw new HttpRefusal(404, 'No function answers this method and path.');
  if (!mayEnter(found.route.authLevel, options.keys, request.headers, target.url.searchParams)) {
    throw new HttpRefusal(401, 'The function key is missing or wrong.');
  }
  const body = method === 'GET' || method === 'HEAD' ? Buffer.alloc(0) : await readBody(request, options.bodyLimit);
  const invocation = toInvocation(request, target, found, body);
  const response = await options.worker.invoke(found.route.target, invocation);
  // The host writes outputs before it answers, so an output that fails is a 500 and not a lost message.
  await options.writeOutputs(found.route.target, response);
  sendReply(reply, method, response.returnValue);
}

interface FoundRoute {
  readonly route: HttpRoute;
  readonly params: Record<string, string>;
}

function findRoute(routes: readonly HttpRoute[], method: string, segments: readonly string[]): FoundRoute | undefined {
  for (const route of routes) {
    const params = route.methods.has(method) ? route.template.match(segments) : undefined;
    if (params) return { route, params };
  }
  return undefined;
}

function toInvocation(request: IncomingMessage, target: RequestTarget, found: FoundRoute, body: Buffer): InvocationRequest {
  const headers: Record<string, string> = {};
  // As in the real host a name that comes twice has both values; Node's own `headers` would drop the second of some.
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (values !== undefined) headers[name] = values.join(', ');
  }
  const query = joinedQuery(target.url.searchParams);
  const data = {
    http: {
      url: target.url.href,
      method: request.method ?? 'GET',
      headers,
      query,
      params: found.params,
      ...(body.length > 0 ? { body: { bytes: body } } : {}),
    },
  };
  const traceParent = headers.traceparent ?? `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`;
  return {
    invocationId: randomUUID(),
    inputData: [{ name: found.route.target.triggerName, data }],
    triggerMetadata: {},
    traceContext: { traceParent, traceState: headers.tracestate ?? '', attributes: {} },
  };
}

function refuse(log: HostLog, request: IncomingMessage, reply: ServerResponse, error: unknown): void {
  const status = error instanceof HttpRefusal ? error.status : 500;
  if (status === 500)
    log({ level: 'error', category: 'system', message: `${request.method} ${request.url?.split('?')[0]} failed: ${reasonOf(error)}` });
  if (reply.headersSent) {
    reply.destroy();
    return;
  }
  // Headers that a function had set before the failure are not part of the refusal; those of CORS are.
  for (const name of reply.getHeaderNames()) if (!/^(vary|access-control-)/.test(name)) reply.removeHeader(name);
  reply.statusCode = status;
  // A body that is still arriving is not read to its end: answer, then close.
  if (!request.complete) reply.setHeader('Connection', 'close');
  reply.end();
  if (!request.complete) drainBriefly(request);
}

/** Reads on for a moment so that the caller sees the answer instead of a reset connection, then closes. */
function drainBriefly(request: IncomingMessage): void {
  request.resume();
  setTimeout(() => request.destroy(), 1000).unref();
}
