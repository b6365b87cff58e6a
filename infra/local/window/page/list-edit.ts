import { type GraphColumn, kindOf } from './list-column.ts';

/** What a form field holds: one text, or the ticked choices. */
export type Typed = string | readonly string[];

/** A stored value as the form shows it for editing. */
export const typedValue = (column: GraphColumn, value: unknown): Typed => {
  const kind = kindOf(column);
  if (kind === 'choices') return Array.isArray(value) ? value.map(String) : [];
  if (value === undefined || value === null) return '';
  if (kind === 'day') return new Date(String(value)).toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
  if (kind === 'yesNo') return value === true ? 'yes' : 'no';
  return String(value);
};

const same = (left: Typed, right: Typed): boolean => JSON.stringify(left) === JSON.stringify(right);

/**
 * The value that the service is sent. What is no number stays text: the service refuses it in its own words. A day goes as noon
 * UTC, because a date-only column keeps an instant and shows London's day of it.
 */
const sent = (column: GraphColumn, typed: Typed): unknown => {
  const kind = kindOf(column);
  if (typeof typed !== 'string') return typed;
  if (typed === '') return null;
  if (kind === 'number' || kind === 'currency') return Number.isFinite(Number(typed)) ? Number(typed) : typed;
  if (kind === 'yesNo') return typed === 'yes';
  if (kind === 'day') return `${typed}T12:00:00Z`;
  return typed;
};

/** The body of a change: only the fields that the person changed, several choices with the type that Graph demands beside them. */
export const changedFields = (
  columns: readonly GraphColumn[],
  before: Readonly<Record<string, unknown>>,
  typed: Readonly<Record<string, Typed>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    columns.flatMap((column): [string, unknown][] => {
      const now = typed[column.name];
      if (now === undefined || same(now, typedValue(column, before[column.name]))) return [];
      const value: [string, unknown] = [column.name, sent(column, now)];
      return kindOf(column) === 'choices' ? [[`${column.name}@odata.type`, 'Collection(Edm.String)'], value] : [value];
    }),
  );
