import type { TenantReply } from '../../exchange.ts';
import { LEVEL } from '../access.ts';
import { itemNotFound } from '../graph-fault.ts';
import { contextOf, type GraphRoute, type ListCall, listRoute, stampOf } from '../graph-route.ts';
import { readQueryOptions } from '../query/query-options.ts';
import { type FieldsExpansion, readFieldsExpansion } from '../query/select.ts';
import { identitySet } from '../sites/site-json.ts';
import type { ItemState, ItemVersion } from '../state/list-state.ts';
import { encodeFields } from '../values/encode-fields.ts';
import { refuseDuplicates } from '../values/write-item.ts';
import { itemOf } from './item-routes.ts';

const newestFirst = ({ list }: ListCall, item: ItemState): readonly ItemVersion[] => [item, ...[...list.past(item)].reverse()];

function versionJson(call: ListCall, item: ItemState, version: ItemVersion, expansion: FieldsExpansion): Readonly<Record<string, unknown>> {
  return {
    id: `${version.version}.0`,
    lastModifiedDateTime: version.modifiedAt,
    lastModifiedBy: identitySet(call.site.principal(version.editor)),
    ...(expansion.expanded ? { fields: encodeFields(call.site, call.list, { item, version }, expansion.selected) } : {}),
  };
}

const expansionOf = (call: ListCall): FieldsExpansion => readFieldsExpansion(readQueryOptions(call.query, ['expand']), call.strictness);

function getVersions(call: ListCall): TenantReply {
  const item = itemOf(call);
  const expansion = expansionOf(call);
  const value = newestFirst(call, item).map((version) => versionJson(call, item, version, expansion));
  return { status: 200, body: { '@odata.context': contextOf(call, `lists('${call.list.state.id}')/items('${item.id}')/versions`), value } };
}

function versionOf(call: ListCall, item: ItemState): ItemVersion {
  const version = newestFirst(call, item).find((each) => `${each.version}.0` === call.params.version);
  if (version === undefined) throw itemNotFound();
  return version;
}

function getVersion(call: ListCall): TenantReply {
  const item = itemOf(call);
  return { status: 200, body: versionJson(call, item, versionOf(call, item), expansionOf(call)) };
}

/** Restoring writes the old values as the newest version; a value that another item took meanwhile in a unique column is 400. */
function restoreVersion(call: ListCall): TenantReply {
  const item = itemOf(call);
  const { values } = versionOf(call, item);
  refuseDuplicates(call.list, values, item.id);
  call.list.update(item, values, stampOf(call));
  return { status: 204 };
}

const ITEM = 'lists/{list}/items/{item}/versions';

/** Versions of an item, newest first, ids `"3.0"`, `"2.0"`, `"1.0"`. */
export const versionRoutes: readonly GraphRoute[] = [
  listRoute({ method: 'GET', pattern: ITEM, level: LEVEL.read, units: 2, handle: getVersions }),
  listRoute({ method: 'GET', pattern: `${ITEM}/{version}`, level: LEVEL.read, units: 1, handle: getVersion }),
  listRoute({ method: 'POST', pattern: `${ITEM}/{version}/restoreVersion`, level: LEVEL.write, units: 2, handle: restoreVersion }),
];
