import { invalidRequest } from '../graph-fault.ts';
import type { ItemState } from '../state/list-state.ts';
import { opaqueToken, readOpaqueToken } from './opaque-token.ts';
import { comparePlaces, type OrderTerm, type Place, placeOf } from './order.ts';
import type { QueryOptions } from './query-options.ts';

export interface Page {
  readonly rows: readonly ItemState[];
  /** Value of `$skiptoken` for the next page; absent on the last. */
  readonly skipToken?: string;
}

/** What a token belongs to: it is refused under another query. */
const question = (options: QueryOptions): string => ['filter', 'orderby'].map((name) => options.get(name) ?? '').join('\n');

function readPlace(options: QueryOptions): Place | undefined {
  const token = options.get('skiptoken');
  if (token === undefined) return undefined;
  const content = readOpaqueToken(token);
  if (content === undefined || content.q !== question(options) || typeof content.id !== 'number' || !Array.isArray(content.keys)) {
    throw invalidRequest('Invalid request', 'The $skiptoken is not one of this query: follow @odata.nextLink as it is.');
  }
  return { id: content.id, keys: content.keys };
}

/** The page that follows the place in `$skiptoken`. Rows that change meanwhile neither repeat nor hide the others. */
export function takePage(rows: readonly ItemState[], order: readonly OrderTerm[], size: number, options: QueryOptions): Page {
  const start = readPlace(options);
  const placed = rows.map((row) => ({ row, place: placeOf(row, order) }));
  if (order.length > 0) placed.sort((left, right) => comparePlaces(left.place, right.place, order));
  const rest = start === undefined ? placed : placed.filter(({ place }) => comparePlaces(place, start, order) > 0);
  const taken = rest.slice(0, size);
  const last = taken.at(-1);
  if (last === undefined || rest.length <= size) return { rows: taken.map(({ row }) => row) };
  return { rows: taken.map(({ row }) => row), skipToken: opaqueToken({ ...last.place, q: question(options) }) };
}
