import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export type AuthLevel = 'anonymous' | 'function' | 'admin';

/** The host's keys: `function` opens routes of that level, `master` opens every route. */
export interface FunctionKeys {
  readonly function: string;
  readonly master: string;
}

/** Fresh keys, as a new app gets them in Azure. */
export function newFunctionKeys(): FunctionKeys {
  return { function: randomBytes(32).toString('base64url'), master: randomBytes(32).toString('base64url') };
}

/** Whether a request may reach a route of this level. The key comes in `x-functions-key` or in the query as `code`. */
export function mayEnter(level: AuthLevel, keys: FunctionKeys, headers: IncomingHttpHeaders, query: URLSearchParams): boolean {
  if (level === 'anonymous') return true;
  const header = headers['x-functions-key'];
  const given = typeof header === 'string' ? header : query.get('code');
  if (!given) return false;
  const isMaster = sameSecret(given, keys.master);
  const isFunction = sameSecret(given, keys.function);
  return isMaster || (level === 'function' && isFunction);
}

/** Compares in a time that tells nothing of where, or by what length, two secrets differ. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
