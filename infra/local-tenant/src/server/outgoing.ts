import type { ServerResponse } from 'node:http';
import type { TenantReply } from '../exchange.ts';
import { asObject } from '../reply.ts';

/** What identifies one request in the answer's headers and in Graph's error bodies. */
export interface RequestIdentity {
  readonly requestId: string;
  readonly clientRequestId: string;
  readonly date: Date;
}

const isGraph = (path: string): boolean => path.startsWith('/v1.0/') || path.startsWith('/beta/');

/** Graph's front end adds `innerError` to every error, whichever workload answered; existing inner codes are kept. */
export const withInnerError = (body: unknown, path: string, identity: RequestIdentity): unknown => {
  const error = asObject(asObject(body)?.error);
  if (!error || !isGraph(path)) return body;
  const inner = {
    ...asObject(error.innerError),
    date: identity.date.toISOString().slice(0, 19),
    'request-id': identity.requestId,
    'client-request-id': identity.clientRequestId,
  };
  return { ...asObject(body), error: { ...error, innerError: inner } };
};

/** Sends a reply: JSON unless the body is a text or a buffer, with the headers by which the service's requests are traced. */
export const send = (response: ServerResponse, reply: TenantReply, path: string, identity: RequestIdentity): void => {
  response.statusCode = reply.status;
  response.setHeader('Date', identity.date.toUTCString());
  response.setHeader('request-id', identity.requestId);
  response.setHeader('client-request-id', identity.clientRequestId);
  response.setHeader('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (reply.body === undefined) {
    response.end();
    return;
  }
  const plain = typeof reply.body === 'string' || Buffer.isBuffer(reply.body);
  if (!response.hasHeader('Content-Type'))
    response.setHeader('Content-Type', plain ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8');
  response.end(plain ? reply.body : JSON.stringify(withInnerError(reply.body, path, identity)));
};
