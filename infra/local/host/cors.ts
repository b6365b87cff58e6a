import type { IncomingMessage, ServerResponse } from 'node:http';

/** Who may call from another origin: `Host.CORS` is a comma list of origins or `*`. */
export interface CorsPolicy {
  readonly origins: ReadonlySet<string>;
  readonly credentials: boolean;
}

/** Reads `Host.CORS` and `Host.CORSCredentials` of local.settings.json. Throws when `*` is combined with credentials. */
export function corsPolicy(list: string | undefined, credentials = false): CorsPolicy | undefined {
  const origins = new Set((list ?? '').split(',').map((origin) => origin.trim().replace(/\/$/, '').toLowerCase()));
  origins.delete('');
  if (origins.size === 0) return undefined;
  if (credentials && origins.has('*')) throw new Error('Host.CORS "*" cannot be combined with Host.CORSCredentials.');
  return { origins, credentials };
}

/**
 * Adds the CORS headers that Core Tools adds and answers a preflight itself: a 204 with the asked method and headers for an
 * allowed origin, a bare 204 for any other. Returns true when the request has been answered.
 */
export function applyCors(policy: CorsPolicy | undefined, request: IncomingMessage, reply: ServerResponse): boolean {
  const { origin } = request.headers;
  if (!policy || origin === undefined) return false;
  const anyone = policy.origins.has('*');
  const allowed = anyone || policy.origins.has(origin.toLowerCase());
  if (!anyone) reply.setHeader('Vary', 'Origin');
  if (allowed) {
    reply.setHeader('Access-Control-Allow-Origin', anyone ? '*' : origin);
    if (policy.credentials) reply.setHeader('Access-Control-Allow-Credentials', 'true');
  }
  const asked = request.headers['access-control-request-method'];
  if (request.method !== 'OPTIONS' || asked === undefined) return false;
  if (allowed) {
    reply.setHeader('Access-Control-Allow-Methods', asked);
    const headers = request.headers['access-control-request-headers'];
    if (headers !== undefined) reply.setHeader('Access-Control-Allow-Headers', headers);
  }
  reply.statusCode = 204;
  reply.end();
  return true;
}
