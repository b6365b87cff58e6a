import { isLocalDate } from '../days/local-date.ts';
import { formatUkDate } from '../days/uk-date.ts';
import { formatMoney, pence } from '../money/money.ts';
import type { ImportColumn, Value, Values } from './column.ts';
import type { FieldChange } from './row.ts';
import { shownCell } from './sheet.ts';

/** A record's own values, by field. */
export type MergedFields = Readonly<Record<string, unknown>>;

export interface Merged {
  /** What the record would get, by field. */
  readonly changes: Values;
  /** Fields that a person changed since the last import and the file changes too, otherwise. */
  readonly conflicts: readonly string[];
}

/**
 * What a file changes in a record, by three looks at each field: what it says, what the register has, and what the last import said. What only a person
 * changed stays; what only the file changes is taken; what both changed is a conflict, unless they agree.
 */
export const mergeRow = (said: Values, present: MergedFields, last: Values | undefined): Merged => {
  const changes: Record<string, Value> = {};
  const conflicts: string[] = [];
  for (const [field, value] of Object.entries(said)) {
    const known = last !== undefined && field in last;
    if (sameValue(value, present[field]) || (known && sameValue(value, last[field]))) continue;
    changes[field] = value;
    if (known && !sameValue(present[field], last[field])) conflicts.push(field);
  }
  return { changes, conflicts };
};

/** Lists are sets: their order means nothing. Empty is empty, be it no value or no words. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (Array.isArray(a) || Array.isArray(b)) {
    const [one, other] = [a, b].map((list) => [...new Set((list as readonly string[] | null | undefined) ?? [])].sort());
    return JSON.stringify(one) === JSON.stringify(other);
  }
  return (a ?? null) === (b ?? null);
};

/** The changes in words, for the person who confirms them. */
export const describeChanges = (changes: Values, present: MergedFields, columns: readonly ImportColumn[]): readonly FieldChange[] =>
  Object.keys(changes).map((field) => {
    const column = columns.find((each) => each.field === field);
    return {
      field,
      heading: column?.heading ?? field,
      from: inWords((present[field] ?? null) as Value, column),
      to: inWords(changes[field] ?? null, column),
    };
  });

const inWords = (value: Value, column: ImportColumn | undefined): string => {
  if (value === null) return '';
  if (column?.kind.is === 'price') return formatMoney(pence(Number(value)));
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return shownCell(isLocalDate(value) ? formatUkDate(value) : value);
  return shownCell(typeof value === 'number' ? value : value.join('; '));
};
