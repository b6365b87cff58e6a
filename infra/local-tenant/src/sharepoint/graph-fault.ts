import { randomUUID } from 'node:crypto';
import type { TenantReply, TenantRequest } from '../exchange.ts';

export interface FaultDetail {
  /** The more specific code that the service nests in `innerError`. */
  readonly innerCode?: string;
  /** What a developer should do; kept apart from the service's own message so that this stays faithful. */
  readonly hint?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal as Graph words it: HTTP status, `error.code` and `error.message`. Thrown by handlers, answered by the dispatcher. */
export class GraphFault extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: FaultDetail;

  constructor(status: number, code: string, message: string, detail: FaultDetail = {}) {
    super(message);
    this.name = 'GraphFault';
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}

/** 400 `invalidRequest`: what SharePoint answers to nearly every wrong body or query. */
export const invalidRequest = (message: string, hint?: string): GraphFault =>
  new GraphFault(400, 'invalidRequest', message, hint === undefined ? {} : { hint });

/** 400 `BadRequest`: Graph's own front end refused before SharePoint was asked. */
export const badRequest = (message: string, hint?: string): GraphFault =>
  new GraphFault(400, 'BadRequest', message, hint === undefined ? {} : { hint });

export const accessDenied = (hint?: string): GraphFault =>
  new GraphFault(403, 'accessDenied', 'Access denied', hint === undefined ? {} : { hint });

export const itemNotFound = (message = 'The resource could not be found.'): GraphFault => new GraphFault(404, 'itemNotFound', message);

/** 501 for what this local tenant does not serve; the message names what was asked. */
export const notServed = (what: string): GraphFault => new GraphFault(501, 'notImplemented', `LOCAL TENANT: ${what} is not served here`);

/** The reply for a fault: `{ error: { code, message, innerError: { date, request-id, client-request-id } } }`. */
export function faultReply(fault: GraphFault, request: TenantRequest, now: Date): TenantReply {
  const requestId = randomUUID();
  const given = request.headers['client-request-id'];
  const innerError = {
    ...(fault.detail.innerCode === undefined ? {} : { code: fault.detail.innerCode }),
    ...(fault.detail.hint === undefined ? {} : { localTenantHint: fault.detail.hint }),
    date: now.toISOString().slice(0, 19),
    'request-id': requestId,
    'client-request-id': typeof given === 'string' ? given : requestId,
  };
  return {
    status: fault.status,
    ...(fault.detail.headers === undefined ? {} : { headers: fault.detail.headers }),
    body: { error: { code: fault.code, message: fault.message, innerError } },
  };
}
