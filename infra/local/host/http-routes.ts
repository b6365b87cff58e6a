import type { AuthLevel } from './function-keys.ts';
import type { RegisteredFunction } from './registry.ts';
import { compileRoute, type RouteTemplate } from './route-template.ts';

/** An HTTP function with the paths and methods that reach it. */
export interface HttpRoute {
  readonly target: RegisteredFunction;
  readonly template: RouteTemplate;
  readonly methods: ReadonlySet<string>;
  readonly authLevel: AuthLevel;
}

const knownMethods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT']);
const authLevels = new Set<string>(['anonymous', 'function', 'admin']);
const reserved = new Set(['admin', 'runtime']);

/**
 * The routes of all HTTP functions, most exact first. Throws when two functions answer the same method on the same paths,
 * when a route begins with a word that the host keeps for itself, or when a method or auth level is unknown.
 */
export function httpRoutes(functions: readonly RegisteredFunction[], prefix: string): HttpRoute[] {
  const routes = functions.filter((each) => each.trigger.type.toLowerCase() === 'httptrigger').map((each) => toRoute(each, prefix));
  const taken = new Map<string, HttpRoute>();
  for (const route of routes) {
    for (const method of route.methods) {
      const key = `${method} ${route.template.shape}`;
      const other = taken.get(key);
      if (other) {
        const names = `"${other.target.metadata.name}" and "${route.target.metadata.name}"`;
        throw new Error(`The functions ${names} both answer ${method} ${route.template.text}.`);
      }
      taken.set(key, route);
    }
  }
  return routes.sort((a, b) => (a.template.rank < b.template.rank ? -1 : a.template.rank > b.template.rank ? 1 : 0));
}

function toRoute(target: RegisteredFunction, prefix: string): HttpRoute {
  const { name } = target.metadata;
  const { route, methods, authLevel } = target.trigger;
  const own = typeof route === 'string' ? route : name;
  const template = compileRoute([prefix, own.replace(/^\/+/, '')].filter((part) => part !== '').join('/'));
  if (reserved.has(template.text.split('/')[0]?.toLowerCase() ?? '')) {
    throw new Error(`The route "${template.text}" of function "${name}" conflicts with routes of the host.`);
  }
  const verbs = (Array.isArray(methods) ? methods : ['GET', 'POST']).map((method) => String(method).toUpperCase());
  const unknown = verbs.find((verb) => !knownMethods.has(verb));
  if (unknown) throw new Error(`Function "${name}": "${unknown}" is not an HTTP method.`);
  const level = String(authLevel ?? 'function').toLowerCase();
  if (!authLevels.has(level)) throw new Error(`Function "${name}": "${level}" is not an auth level.`);
  return { target, template, methods: new Set(verbs), authLevel: level as AuthLevel };
}
