import type { TenantRoute } from '../exchange.ts';

/** The route that serves a request, with the named segments of its pattern. */
export interface RouteMatch {
  readonly route: TenantRoute;
  readonly params: Readonly<Record<string, string>>;
}

interface CompiledSegment {
  readonly expression: RegExp;
  readonly names: readonly string[];
  /** 3 literal, 2 literal with a name inside (`getByTitle('{title}')`), 1 a name alone. */
  readonly weight: number;
}

interface CompiledRoute {
  readonly route: TenantRoute;
  readonly segments: readonly CompiledSegment[];
  readonly rest: string | undefined;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const compileSegment = (segment: string): CompiledSegment => {
  const names: string[] = [];
  const source = segment
    .split(/(\{[A-Za-z]+\})/)
    .map((part) => {
      const name = /^\{([A-Za-z]+)\}$/.exec(part)?.[1];
      if (name === undefined) return literally(part);
      names.push(name);
      return '(.+?)';
    })
    .join('');
  const weight = names.length === 0 ? 3 : /^\{[A-Za-z]+\}$/.test(segment) ? 1 : 2;
  return { expression: new RegExp(`^${source}$`, 's'), names, weight };
};

const compile = (route: TenantRoute): CompiledRoute => {
  const parts = route.pattern.split('/').slice(1);
  const rest = /^\{([A-Za-z]+)\*\}$/.exec(parts.at(-1) ?? '')?.[1];
  return { route, segments: (rest === undefined ? parts : parts.slice(0, -1)).map(compileSegment), rest };
};

/** Literal segments win over names, from left to right; a pattern with a rest comes last. */
const moreSpecificFirst = (left: CompiledRoute, right: CompiledRoute): number => {
  const length = Math.max(left.segments.length, right.segments.length);
  for (let index = 0; index < length; index++) {
    const difference = (right.segments[index]?.weight ?? 0) - (left.segments[index]?.weight ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(left.rest !== undefined) - Number(right.rest !== undefined);
};

const matchOne = (compiled: CompiledRoute, segments: readonly string[]): Record<string, string> | undefined => {
  if (compiled.rest === undefined ? segments.length !== compiled.segments.length : segments.length <= compiled.segments.length)
    return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of compiled.segments.entries()) {
    const found = expected.expression.exec(segments[index] ?? '');
    if (!found) return undefined;
    expected.names.forEach((name, group) => {
      params[name] = found[group + 1] ?? '';
    });
  }
  if (compiled.rest !== undefined) params[compiled.rest] = segments.slice(compiled.segments.length).join('/');
  return params;
};

/** Finds the route for a method and decoded path segments; undefined when the tenant does not serve it. */
export const router = (routes: readonly TenantRoute[]): ((method: string, segments: readonly string[]) => RouteMatch | undefined) => {
  const seen = new Set<string>();
  for (const { method, pattern } of routes) {
    if (seen.has(`${method} ${pattern}`)) throw new Error(`Two rooms serve ${method} ${pattern}.`);
    seen.add(`${method} ${pattern}`);
  }
  const compiled = routes.map(compile).sort(moreSpecificFirst);
  return (method, segments) => {
    for (const candidate of compiled) {
      if (candidate.route.method !== method) continue;
      const params = matchOne(candidate, segments);
      if (params) return { route: candidate.route, params };
    }
    return undefined;
  };
};
