import { type Column, pointsElsewhere } from '../columns/column.ts';
import { GraphFault, invalidRequest } from '../graph-fault.ts';
import { comparable, itemValue } from '../state/item-value.ts';
import type { ItemState } from '../state/list-state.ts';
import { readMoment } from '../values/read-moment.ts';
import type { Comparison, Literal, Operator } from './filter.ts';

type Test = (item: ItemState) => boolean;

function comparand(column: Column, literal: Literal): string | number | boolean | undefined {
  const { kind } = column;
  if (literal.kind === 'null') {
    throw new GraphFault(501, 'notSupported', 'LOCAL TENANT: it is not established how the real service compares with null');
  }
  if (kind === 'dateTime') {
    return literal.kind === 'text' || literal.kind === 'bare' ? readMoment(literal.value, column.settings.dateOnly === true) : undefined;
  }
  if (kind === 'boolean') {
    if (literal.kind === 'number') return literal.value === 1 ? true : literal.value === 0 ? false : undefined;
    return literal.kind === 'boolean' ? literal.value : undefined;
  }
  if (kind === 'number' || kind === 'currency') return literal.kind === 'number' ? literal.value : undefined;
  if (pointsElsewhere(kind)) {
    const id = literal.kind === 'number' || literal.kind === 'text' ? Number(literal.value) : Number.NaN;
    return Number.isInteger(id) ? id : undefined;
  }
  return literal.kind === 'text' ? literal.value : undefined;
}

const COMPARE: Readonly<Record<Exclude<Operator, 'startswith'>, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  lt: (order) => order < 0,
  gt: (order) => order > 0,
  le: (order) => order <= 0,
  ge: (order) => order >= 0,
};

/** The value that a comparison looks for, in stored form. 400 when the literal is not of the column's type. */
export function wantedValue(column: Column, comparison: Comparison): string | number | boolean {
  const wanted = comparand(column, comparison.literal);
  if (wanted === undefined) throw invalidRequest('Invalid request', `'${column.name}' cannot be compared with that value.`);
  return wanted;
}

/** The test that one comparison makes of an item. An empty column satisfies no comparison, not even `ne`. */
export function comparisonTest(column: Column, comparison: Comparison): Test {
  const wanted = comparable(wantedValue(column, comparison));
  const { operator } = comparison;
  if (operator === 'startswith') {
    if (typeof wanted !== 'string' || column.kind === 'dateTime') throw invalidRequest('The provided filter statement is not supported');
    return (item) => {
      const value = itemValue(item, column);
      return typeof value === 'string' && value.toLowerCase().startsWith(wanted);
    };
  }
  const holds = COMPARE[operator];
  return (item) => {
    const value = itemValue(item, column);
    if (value === undefined) return false;
    const found = comparable(value);
    return holds(found < wanted ? -1 : found > wanted ? 1 : 0);
  };
}
