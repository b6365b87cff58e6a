import type { Column } from './column.ts';

/**
 * A columnDefinition as the service reads it back: `hyperlinkOrPicture`, `validation` and `type` are left out there,
 * so they are left out here.
 */
export function columnJson(column: Column): Readonly<Record<string, unknown>> {
  return {
    id: column.id,
    name: column.name,
    displayName: column.displayName,
    description: column.description,
    columnGroup: column.columnGroup,
    indexed: column.indexed,
    enforceUniqueValues: column.enforceUniqueValues,
    required: column.required,
    hidden: column.hidden,
    readOnly: column.readOnly,
    ...(column.defaultValue === undefined ? {} : { defaultValue: { value: column.defaultValue } }),
    ...(column.facet === 'hyperlinkOrPicture' ? {} : { [column.facet]: column.facetBody }),
  };
}
