import { GraphFault } from '../graph-fault.ts';
import type { Oddities } from '../oddities.ts';
import type { ItemState } from '../state/list-state.ts';
import type { ListStore } from '../state/list-store.ts';
import type { Strictness } from '../strictness.ts';
import { referencedColumn } from './field-reference.ts';
import type { Comparison, Filter } from './filter.ts';
import { comparisonTest, wantedValue } from './predicate.ts';

/** The service's limit on the rows that one query may read. */
export const MOST_SCANNED_ROWS = 5_000;

interface Plan {
  /** Every row that the filter's first predicate makes the service read. */
  readonly scan: () => readonly ItemState[];
  readonly test: (item: ItemState) => boolean;
}

function planComparison(list: ListStore, comparison: Comparison, strictness: Strictness): Plan {
  const column = referencedColumn(list.state.columns, comparison.path, strictness);
  if (column === undefined) return { scan: () => list.items(), test: () => true };
  const test = comparisonTest(column, comparison);
  if (comparison.operator === 'eq') {
    const ids = () => list.index(column).holding(wantedValue(column, comparison));
    return { scan: () => ids().flatMap((id) => list.item(id) ?? []), test };
  }
  // An index cannot serve "not equal": the whole list is read.
  if (comparison.operator === 'ne') return { scan: () => list.items(), test };
  return { scan: () => list.items().filter(test), test };
}

function plan(list: ListStore, filter: Filter, strictness: Strictness): Plan {
  if (filter.kind === 'compare') return planComparison(list, filter, strictness);
  const left = plan(list, filter.left, strictness);
  const right = plan(list, filter.right, strictness);
  if (filter.kind === 'and') return { scan: left.scan, test: (item) => left.test(item) && right.test(item) };
  return { scan: () => [...new Set([...left.scan(), ...right.scan()])], test: (item) => left.test(item) || right.test(item) };
}

const tooManyResources = (): GraphFault =>
  new GraphFault(422, 'notSupported', 'The request is unprocessable because it uses too many resources', { innerCode: 'tooManyResources' });

/** What the same cause was answered before 2021, and what an ignored order over a long list still is. */
const throttled = (): GraphFault => new GraphFault(429, 'activityLimitReached', 'The request has been throttled');

/** An order that the service ignores makes it read the list nevertheless: over 5,000 rows it throttles. */
export function refuseIgnoredOrder(list: ListStore): void {
  if (list.items().length > MOST_SCANNED_ROWS) throw throttled();
}

interface Querying {
  readonly strictness: Strictness;
  readonly oddities: Oddities;
}

/**
 * The rows that satisfy a filter, ascending by id. Every column that it names must be indexed; the first predicate (of an `and`,
 * the left one; of an `or`, both) decides which rows are read, and more than 5,000 of them is 422 `tooManyResources`.
 */
export function filteredRows(list: ListStore, filter: Filter, { strictness, oddities }: Querying): readonly ItemState[] {
  const { scan, test } = plan(list, filter, strictness);
  const scanned = scan();
  if (scanned.length > MOST_SCANNED_ROWS) throw oddities.strikes('throttlesThreshold') ? throttled() : tooManyResources();
  return scanned.filter(test).sort((left, right) => left.id - right.id);
}
