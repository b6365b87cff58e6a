/** A request target in parts: segments decoded one by one, so that an encoded slash stays inside its segment. */
export interface RequestTarget {
  readonly path: string;
  readonly segments: readonly string[];
  readonly query: ReadonlyMap<string, string>;
  /** Query options (`$select`, ...) that were given more than once: OData refuses them. */
  readonly repeated: readonly string[];
}

/**
 * Decodes `/a%2Cb/c?$select%3DTitle&x=1+2` as the service does: percent escapes in path and query, `+` as a space in the
 * query only, and also a whole `name%3Dvalue` pair (Kiota's clients encode commas and equals signs).
 * Undefined for a target that no escape can explain.
 */
export const parseTarget = (target: string): RequestTarget | undefined => {
  const mark = target.indexOf('?');
  const rawPath = mark < 0 ? target : target.slice(0, mark);
  const rawQuery = mark < 0 ? '' : target.slice(mark + 1);
  try {
    const segments = rawPath.split('/').slice(1).map(decodeURIComponent);
    const query = new Map<string, string>();
    const repeated: string[] = [];
    for (const part of rawQuery.split('&')) {
      if (part === '') continue;
      const pair = part.includes('=') ? part : part.replace(/%3D/i, '=');
      const equals = pair.indexOf('=');
      const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));
      const name = decode(equals < 0 ? pair : pair.slice(0, equals));
      if (query.has(name)) {
        if (name.startsWith('$')) repeated.push(name);
        continue;
      }
      query.set(name, equals < 0 ? '' : decode(pair.slice(equals + 1)));
    }
    return { path: `/${segments.join('/')}`, segments, query, repeated };
  } catch (failure) {
    if (failure instanceof URIError) return undefined;
    throw failure;
  }
};
