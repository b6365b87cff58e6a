/** How a request under `/v1.0/sites/` names a site, and what it asks of it. */
export interface SiteAddress {
  readonly by: 'root' | 'id' | 'path';
  /** Site id, or `hostname` and path for `by: 'path'`. */
  readonly id: string;
  readonly hostname: string;
  readonly path: string;
  /** Segments after the site, e.g. `['lists', 'CallOffs', 'items']`. */
  readonly rest: readonly string[];
}

const functionForm = /^delta\(\s*(?:token\s*=\s*'?([^']*)'?)?\s*\)$/;

/** `delta()` and `delta(token='x')` mean the segment `delta`; the token, if any, is told apart. */
export function plainSegments(rest: readonly string[]): { readonly segments: readonly string[]; readonly token?: string } {
  const last = rest.at(-1) ?? '';
  const match = functionForm.exec(last);
  if (match === null) return { segments: rest };
  const segments = [...rest.slice(0, -1), 'delta'];
  return match[1] === undefined ? { segments } : { segments, token: match[1] };
}

/**
 * Reads the decoded part after `/v1.0/sites/`: `root`, an id, or `hostname:/path` with an optional closing colon and
 * continuation (`host:/sites/x`, `host:/sites/x:`, `host:/sites/x:/lists/…`).
 */
export function readSiteAddress(afterSites: string): SiteAddress {
  const [first = '', ...others] = afterSites.split('/').filter((segment, index) => segment !== '' || index === 0);
  if (!first.endsWith(':')) return { by: first === 'root' ? 'root' : 'id', id: first, hostname: '', path: '', rest: others };
  const hostname = first.slice(0, -1);
  const end = others.findIndex((segment) => segment.endsWith(':'));
  const inPath = end < 0 ? others : others.slice(0, end + 1);
  return { by: 'path', id: '', hostname, path: inPath.join('/').replace(/:$/, ''), rest: end < 0 ? [] : others.slice(end + 1) };
}
