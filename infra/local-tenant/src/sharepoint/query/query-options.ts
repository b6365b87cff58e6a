import { GraphFault, invalidRequest, notServed } from '../graph-fault.ts';

/** The OData options that were asked for, names without `$`. */
export type QueryOptions = ReadonlyMap<string, string>;

const ODATA = new Set([
  'select',
  'expand',
  'filter',
  'orderby',
  'top',
  'skiptoken',
  'count',
  'skip',
  'search',
  'format',
  'apply',
  'compute',
  'levels',
]);

/** What every items collection says to `$count` and `$skip`. */
export const notSupportedHere = (option: string): GraphFault =>
  invalidRequest(`${option} is not supported on this API. Only URLs returned by the API can be used to page.`);

/**
 * Reads the query of a request that serves the options of `served` (`select`, `top`, `token`, …). Names may come with or without
 * `$` and in any case. `$count` and `$skip` are refused as the service does; any other option answers 501 and is named.
 */
export function readQueryOptions(query: ReadonlyMap<string, string>, served: readonly string[]): QueryOptions {
  const options = new Map<string, string>();
  for (const [key, value] of query) {
    const name = key.replace(/^\$/, '').toLowerCase();
    if (name === 'count' || name === 'skip') throw notSupportedHere(`$${name}`);
    if (!served.includes(name))
      throw notServed(ODATA.has(name) ? `the query option $${name} on this address` : `the query parameter '${key}'`);
    options.set(name, value);
  }
  return options;
}

const LARGEST_PAGE = 5_000;
const DEFAULT_PAGE = 200;

/** Rows of one page: 200 unless `$top` says otherwise, at most 5,000 (more is cut down to it). */
export function pageSize(options: QueryOptions): number {
  const top = options.get('top');
  if (top === undefined) return DEFAULT_PAGE;
  if (!/^[1-9]\d*$/.test(top)) throw new GraphFault(400, 'BadRequest', `Invalid value '${top}' for $top query option found.`);
  return Math.min(Number(top), LARGEST_PAGE);
}

/** The product must never rely on queries over columns without an index; the service's own escape hatch is refused here. */
export function refuseNonIndexedPreference(prefer: string | string[] | undefined): void {
  if (!/HonorNonIndexedQueries/i.test([prefer ?? ''].flat().join(','))) return;
  throw new GraphFault(
    501,
    'notSupported',
    "LOCAL TENANT: product code must not send 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly': index the column instead",
  );
}
