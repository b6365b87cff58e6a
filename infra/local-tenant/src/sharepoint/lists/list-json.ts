import type { SiteCall } from '../graph-route.ts';
import { identitySet } from '../sites/site-json.ts';
import type { ListStore } from '../state/list-store.ts';

export const LIST_TYPE = {
  name: 'microsoft.graph.list',
  properties: [
    'id',
    'name',
    'displayName',
    'description',
    'webUrl',
    'eTag',
    'createdDateTime',
    'lastModifiedDateTime',
    'createdBy',
    'lastModifiedBy',
    'parentReference',
    'list',
    'columns',
  ],
};

/** A list as Graph shows it. */
export function listJson(call: SiteCall, list: ListStore): Readonly<Record<string, unknown>> {
  const { state } = list;
  const etag = `"${state.id},${state.sequence + state.columns.length}"`;
  const by = identitySet(call.site.principal(state.createdBy));
  const folder = state.template === 'documentLibrary' ? 'Shared%20Documents' : `Lists/${encodeURIComponent(state.name)}`;
  return {
    '@odata.etag': etag,
    createdDateTime: state.createdAt,
    description: state.description,
    eTag: etag,
    id: state.id,
    lastModifiedDateTime: state.modifiedAt,
    name: state.name,
    webUrl: `${call.site.webUrl}/${folder}`,
    displayName: state.displayName,
    createdBy: by,
    lastModifiedBy: by,
    parentReference: { siteId: call.site.site.id },
    list: { contentTypesEnabled: false, hidden: false, template: state.template },
  };
}
