import { GraphError } from '@microsoft/microsoft-graph-client';
import { ServiceBusy } from '../../http/service-busy.ts';
import { askedWait } from './asked-wait.ts';

/** What a failed Graph call means for us. Branches on the status; the uniqueness message is the one text that must be read (sharepoint-graph 1.8). */
export type GraphFault =
  | { readonly kind: 'not-found' | 'conflict' | 'duplicate' | 'resync' | 'too-many-rows' | 'not-of-graph' }
  | { readonly kind: 'unknown'; readonly status: number; readonly retryAfterSeconds: number }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string };

/** Statuses after which the request may or may not have been applied, or may be tried again. */
const uncertain = [-1, 0, 408, 429, 500, 502, 503, 504, 509];

/**
 * Reads a Graph failure. A failed connection has no status and is unknown: the write may have arrived. So is a failure with a status of success: its answer
 * broke off. The client makes a GraphError of whatever happens on the way; any other error is ours, and is not of Graph.
 */
export const faultOf = (error: unknown): GraphFault => {
  if (!(error instanceof GraphError)) return { kind: 'not-of-graph' };
  const status = error.statusCode;
  if (status === 404) return { kind: 'not-found' };
  if (status === 410) return { kind: 'resync' };
  if (status === 412 || (status === 409 && error.code !== 'nameAlreadyExists')) return { kind: 'conflict' };
  if (status === 422 && error.code === 'notSupported') return { kind: 'too-many-rows' };
  if (status === 400 && /unique constraints/i.test(error.message)) return { kind: 'duplicate' };
  if (uncertain.includes(status) || (status >= 200 && status < 300))
    return { kind: 'unknown', status, retryAfterSeconds: retryAfter(error) };
  return { kind: 'refused', status, code: error.code ?? 'unknown' };
};

const retryAfter = (error: GraphError): number => askedWait((name) => error.headers?.get(name)) ?? 10;

/** The error to throw for a read that failed: busy when it may be tried again, the original otherwise. */
export const readFailure = (error: unknown): Error => {
  const fault = faultOf(error);
  if (fault.kind === 'unknown') return new ServiceBusy('graph', fault.status, fault.retryAfterSeconds);
  return error instanceof Error ? error : new Error(String(error));
};
