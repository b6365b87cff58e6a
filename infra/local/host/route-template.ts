import { parseConstraint, type RouteConstraint } from './route-constraint.ts';

type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'mixed'; readonly expression: RegExp; readonly names: readonly string[] }
  | { readonly kind: 'parameter'; readonly name: string; readonly optional: boolean; readonly constraints: readonly RouteConstraint[] }
  | { readonly kind: 'rest'; readonly name: string };

/** A compiled route such as `api/call-offs/{id:guid}/steps/{step?}`. */
export interface RouteTemplate {
  readonly text: string;
  /** Sorts the more exact template first: literals before constrained before free parameters before `{*rest}`. */
  readonly rank: string;
  /** Equal for two templates that match the same paths whatever their parameters are called. */
  readonly shape: string;
  /** The parameters when the decoded path segments match, otherwise undefined. */
  match(segments: readonly string[]): Record<string, string> | undefined;
}

const wholeParameter = /^\{(\*{0,2})([A-Za-z_]\w*)((?::[^:{}()]+(?:\([^)]*\))?)*)(\?)?\}$/;
const rankOf = { literal: '1', mixed: '2', constrained: '3', parameter: '4', rest: '5' };

/** Compiles a route template of ASP.NET Core as far as HTTP triggers use it. Throws naming what it does not know. */
export function compileRoute(text: string): RouteTemplate {
  const parts = text
    .replace(/^\/+|\/+$/g, '')
    .split('/')
    .filter((part) => part !== '');
  const segments = parts.map((part) => parseSegment(part, text));
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1;
    if (!last && (segment.kind === 'rest' || (segment.kind === 'parameter' && segment.optional))) {
      throw new Error(`Route "${text}": only the last segment may be optional or take the rest of the path.`);
    }
  });
  return {
    text,
    rank: segments.map((segment) => rankOf[isConstrained(segment) ? 'constrained' : segment.kind]).join(''),
    shape: segments.map(shapeOf).join('/'),
    match: (path) => matchSegments(segments, path),
  };
}

function parseSegment(part: string, route: string): Segment {
  const whole = wholeParameter.exec(part);
  if (whole) {
    const [, stars, name = '', constraints = '', optional] = whole;
    if (stars) return { kind: 'rest', name };
    const parsed = constraints
      .split(':')
      .filter((each) => each !== '')
      .map((each) => parseConstraint(each, route));
    return { kind: 'parameter', name, optional: optional === '?', constraints: parsed };
  }
  if (!/[{}]/.test(part)) return { kind: 'literal', text: part.toLowerCase() };
  const names: string[] = [];
  const source = part
    .split(/(\{[A-Za-z_]\w*\})/)
    .map((piece) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (name === undefined) return piece.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
      names.push(name);
      return '(.+?)';
    })
    .join('');
  if (/[{}]/.test(source)) throw new Error(`Route "${route}": the segment "${part}" is not understood.`);
  return { kind: 'mixed', expression: new RegExp(`^${source}$`, 'i'), names };
}

function matchSegments(segments: readonly Segment[], path: readonly string[]): Record<string, string> | undefined {
  const values: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const given = path[index];
    if (segment.kind === 'rest') {
      const rest = path.slice(index).join('/');
      if (rest !== '') values[segment.name] = rest;
      return values;
    }
    if (given === undefined) return segment.kind === 'parameter' && segment.optional ? values : undefined;
    if (segment.kind === 'literal') {
      if (given.toLowerCase() !== segment.text) return undefined;
    } else if (segment.kind === 'mixed') {
      const found = segment.expression.exec(given);
      if (!found) return undefined;
      segment.names.forEach((name, at) => {
        values[name] = found[at + 1] ?? '';
      });
    } else {
      if (!segment.constraints.every((constraint) => constraint.holds(given))) return undefined;
      values[segment.name] = given;
    }
  }
  return path.length > segments.length ? undefined : values;
}

const isConstrained = (segment: Segment): boolean => segment.kind === 'parameter' && segment.constraints.length > 0;

function shapeOf(segment: Segment): string {
  if (segment.kind === 'literal') return segment.text;
  if (segment.kind === 'rest') return '{*}';
  if (segment.kind === 'mixed') return segment.expression.source.toLowerCase();
  return `{${segment.constraints.map((constraint) => constraint.text).join(':')}}`;
}
