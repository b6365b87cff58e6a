import { type Column, pointsElsewhere } from '../columns/column.ts';
import { badRequest, GraphFault, invalidRequest } from '../graph-fault.ts';
import { type Strictness, silentlyIgnored } from '../strictness.ts';

const ITEM_PROPERTIES = ['id', 'createdDateTime', 'lastModifiedDateTime', 'webUrl', 'eTag', 'createdBy', 'lastModifiedBy', 'contentType'];

/** True for a property of listItem itself, such as `lastModifiedDateTime`. */
export const isItemProperty = (path: string): boolean => ITEM_PROPERTIES.includes(path);

const notIndexed = (name: string): GraphFault =>
  invalidRequest(
    `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  );

/**
 * The indexed column that a `$filter` or `$orderby` names as `fields/X` (`fields/XLookupId` for a lookup). Refuses bare names
 * (400 `BadRequest`), unknown fields and columns without an index (400 `invalidRequest`). Undefined when the service would
 * ignore the reference: a lookup by its displayed value, which STRICT refuses.
 */
export function referencedColumn(columns: readonly Column[], path: string, strictness: Strictness): Column | undefined {
  const name = /^fields\/(.+)$/.exec(path)?.[1];
  if (name === undefined) {
    if (!isItemProperty(path)) throw badRequest('Invalid filter clause', `Write fields/${path}.`);
    throw new GraphFault(501, 'notSupported', `LOCAL TENANT: it is not established how the real service filters by '${path}'`);
  }
  const looked = columns.find((column) => pointsElsewhere(column.kind) && `${column.name}LookupId` === name);
  const column = looked ?? columns.find((known) => known.name === name);
  if (column === undefined) throw invalidRequest(`Field '${name}' is not recognized`);
  if (looked === undefined && pointsElsewhere(column.kind)) {
    silentlyIgnored(strictness, `${path} names a lookup by its value; use fields/${name}LookupId`);
    return undefined;
  }
  if (!column.indexed) throw notIndexed(name);
  return column;
}
