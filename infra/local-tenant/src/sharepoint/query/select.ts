import { badRequest, invalidRequest, notServed } from '../graph-fault.ts';
import { type Strictness, silentlyIgnored } from '../strictness.ts';
import type { QueryOptions } from './query-options.ts';

const names = (list: string): readonly string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/**
 * Keeps the properties that `$select` names (in any case) and the `@odata.*` annotations. 400 for a property that is not in
 * `known`, the type's properties. `always` stay whatever was selected.
 */
export function selectProperties(
  entity: Readonly<Record<string, unknown>>,
  options: QueryOptions,
  type: { readonly name: string; readonly properties: readonly string[] },
  always: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const select = options.get('select');
  if (select === undefined || select === '*') return entity;
  const wanted = names(select).map((name) => {
    const property = type.properties.find((known) => known.toLowerCase() === name.toLowerCase());
    if (property === undefined) {
      throw badRequest(`Parsing OData Select and Expand failed: Could not find a property named '${name}' on type '${type.name}'.`);
    }
    return property;
  });
  return Object.fromEntries(
    Object.entries(entity).filter(
      ([key]) => wanted.includes(key) || always.includes(key) || key.startsWith('@odata.') || /^fields@/.test(key),
    ),
  );
}

/** Whether fields were asked for (`$expand=fields`), and which by name (`fields($select=A,B)`). */
export interface FieldsExpansion {
  readonly expanded: boolean;
  readonly selected?: readonly string[];
}

/** Reads `$expand` of an item: `fields` only. `fields(select=…)` without `$` is not parsed by Graph and is refused in STRICT. */
export function readFieldsExpansion(options: QueryOptions, strictness: Strictness): FieldsExpansion {
  const expand = options.get('expand');
  if (expand === undefined || expand === '') return { expanded: false };
  const match = /^fields(?:\(\s*(\$?)select\s*=([^();]*)\))?$/i.exec(expand.trim());
  if (match === null) throw notServed(`$expand=${expand}`);
  const [, prefix, list] = match;
  if (list === undefined) return { expanded: true };
  if (prefix !== '$' && strictness === 'strict') {
    throw badRequest(`Parsing OData Select and Expand failed: Term 'select=${list}' is not valid in a $select or $expand expression.`);
  }
  const selected = names(list);
  if (selected.length === 0) throw invalidRequest('Invalid request', '$select names no field.');
  return { expanded: true, selected };
}

const MOST_LOOKUPS = 12;

/**
 * Collections carry at most 12 lookup and person columns (Author, Editor, AppAuthor and AppEditor count). Which ones the service
 * drops without a word; STRICT refuses the request.
 */
export function droppedLookups(lookups: readonly string[], expansion: FieldsExpansion, strictness: Strictness): readonly string[] {
  if (!expansion.expanded) return [];
  const read = lookups.filter((name) => expansion.selected?.some((field) => field === name || field === `${name}LookupId`) ?? true);
  if (read.length > MOST_LOOKUPS)
    silentlyIgnored(strictness, `lookup and person columns after the ${MOST_LOOKUPS}th (${read.length} are read)`);
  return read.slice(MOST_LOOKUPS);
}

/** An item as a collection shows it, without the lookups that the service drops. */
export function withoutLookups(entity: Readonly<Record<string, unknown>>, dropped: readonly string[]): Readonly<Record<string, unknown>> {
  if (dropped.length === 0) return entity;
  const fields = Object.entries(entity.fields as Readonly<Record<string, unknown>>);
  const gone = new Set(dropped.flatMap((name) => [name, `${name}LookupId`]));
  return { ...entity, fields: Object.fromEntries(fields.filter(([name]) => !gone.has(name))) };
}
