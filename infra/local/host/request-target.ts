import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './http-refusal.ts';

/** Where a request wants to go. `segments` are decoded; `%2F` inside a segment stays as it is, as ASP.NET Core has it. */
export interface RequestTarget {
  readonly url: URL;
  readonly segments: readonly string[];
}

/** Reads path and query of a request. Refuses with 400 a malformed escape, an absolute target and a bad Host header. */
export function requestTarget(request: IncomingMessage): RequestTarget {
  const target = request.url ?? '/';
  if (!target.startsWith('/')) throw new HttpRefusal(400, 'The request target must be a path.');
  let url: URL;
  try {
    url = new URL(`http://${request.headers.host ?? 'localhost'}${target}`);
    const segments = url.pathname
      .split('/')
      .slice(1)
      .map((segment) => decodeURIComponent(segment.replace(/%2f/gi, '%252F')));
    if (segments.at(-1) === '') segments.pop();
    return { url, segments };
  } catch {
    throw new HttpRefusal(400, 'The request target is malformed.');
  }
}

/** Query parameters as the host hands them over: a repeated name has its values joined by commas. */
export function joinedQuery(query: URLSearchParams): Record<string, string> {
  const names = new Set(query.keys());
  return Object.fromEntries([...names].map((name) => [name, query.getAll(name).join(',')]));
}
