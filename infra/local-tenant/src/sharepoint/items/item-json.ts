import { contextOf, type ListCall } from '../graph-route.ts';
import type { FieldsExpansion } from '../query/select.ts';
import { identitySet } from '../sites/site-json.ts';
import type { ItemState } from '../state/list-state.ts';
import { encodeFields, etagOf } from '../values/encode-fields.ts';

export const ITEM_TYPE = {
  name: 'microsoft.graph.listItem',
  properties: [
    ...['id', 'eTag', 'createdDateTime', 'lastModifiedDateTime', 'webUrl', 'createdBy', 'lastModifiedBy', 'parentReference'],
    ...['contentType', 'fields', 'deleted', 'name', 'description', 'sharepointIds'],
  ],
};

/** The content type id that every item of a list without content types has. */
const contentTypeId = (listId: string): string => `0x0100${listId.replaceAll('-', '').toUpperCase()}`;
export const contentTypeJson = (listId: string) => ({ id: contentTypeId(listId), name: 'Item' });

/** The field map of an item with its eTag, as it stands under `fields`. */
export const itemFields = (call: ListCall, item: ItemState, selected?: readonly string[]): Readonly<Record<string, unknown>> => ({
  '@odata.etag': etagOf(item),
  ...encodeFields(call.site, call.list, { item, version: item }, selected),
});

/** An item as Graph shows it; fields only when they were expanded. */
export function itemJson(call: ListCall, item: ItemState, expansion: FieldsExpansion): Readonly<Record<string, unknown>> {
  const etag = etagOf(item);
  const { id: listId, name } = call.list.state;
  return {
    '@odata.etag': etag,
    createdDateTime: item.createdAt,
    eTag: etag,
    id: String(item.id),
    lastModifiedDateTime: item.modifiedAt,
    webUrl: `${call.site.webUrl}/Lists/${encodeURIComponent(name)}/${item.id}_.000`,
    createdBy: identitySet(call.site.principal(item.author)),
    lastModifiedBy: identitySet(call.site.principal(item.editor)),
    parentReference: { id: listId, siteId: call.site.site.id },
    contentType: contentTypeJson(listId),
    ...(expansion.expanded
      ? {
          'fields@odata.context': contextOf(call, `lists('${listId}')/items('${item.id}')/fields/$entity`),
          fields: itemFields(call, item, expansion.selected),
        }
      : {}),
  };
}
