import type { IncomingMessage } from 'node:http';

const localHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Why a request is refused, or undefined. This server hands out sample people's tokens, so a page of another site must not
 * reach it: not by a name that resolves to this machine (Host), not by a request that carries another page's Origin, and
 * not by a form (a body must be JSON, which a form cannot send). `mayRead` are origins that may read this path.
 */
export const reasonToRefuse = (request: Pick<IncomingMessage, 'method' | 'headers'>, mayRead: readonly string[]): string | undefined => {
  const { host = '', origin } = request.headers;
  if (!localHost.test(host)) return 'Only localhost is served.';
  if (origin !== undefined && origin !== `http://${host}` && !mayRead.includes(origin)) return `Pages of ${origin} may not ask this.`;
  const changes = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS' && request.method !== 'DELETE';
  if (changes && !/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return 'A body must be application/json.';
  return undefined;
};
