import { LEVEL } from '../access.ts';
import type { JsonObject } from '../json-body.ts';
import type { ItemState, ItemVersion } from '../state/list-state.ts';
import type { ListStore } from '../state/list-store.ts';
import { type RestHandler, refuseBelow, restCollection, restEntity } from './rest-call.ts';
import { restBadRequest, restNotFound } from './rest-fault.ts';

/** SharePoint numbers versions in halves: the major version 1.0 is 512. */
const idOf = ({ version }: ItemVersion): number => version * 512;

const versionJson = (item: ItemState, version: ItemVersion): JsonObject => ({
  VersionId: idOf(version),
  VersionLabel: `${version.version}.0`,
  IsCurrentVersion: version === item,
  Created: version.modifiedAt,
});

/**
 * `items(1)/versions`, `items(1)/versions(512)` and its `deleteobject`, for good and not into the recycle bin. Graph lists and restores versions of a list
 * item and deletes none (microsoft-graph-docs, resources/listitemversion.md). That SP.ListItemVersion has DeleteObject: pnp/pnpcore#481 and #1200; that the
 * current one is refused: learn.microsoft.com, SPListItemVersion.Delete. DeleteAll and DeleteByLabel are of versions of FILES (pnp/pnpcore#1375): not here.
 */
export const handleVersions =
  (list: ListStore): RestHandler =>
  (call) => {
    const [items, versions, action, ...others] = call.steps;
    if (items?.name !== 'items' || items.args === undefined || versions?.name !== 'versions' || others.length > 0) return undefined;
    const item = list.item(Number(items.args[0]));
    if (item === undefined) throw restNotFound('Item does not exist. It may have been deleted by another user.');
    const newestFirst: readonly ItemVersion[] = [item, ...[...list.past(item)].reverse()];
    if (versions.args === undefined) {
      if (action !== undefined || call.verb !== 'GET') return undefined;
      return restCollection(
        call,
        newestFirst.map((version) => versionJson(item, version)),
      );
    }
    const version = newestFirst.find((each) => idOf(each) === Number(versions.args?.[0]));
    if (version === undefined) throw restNotFound('The version does not exist.');
    if (action === undefined && call.verb === 'GET') return restEntity(call, versionJson(item, version));
    const deletes = action === undefined ? call.verb === 'DELETE' : action.name === 'deleteobject' && call.verb === 'POST';
    if (!deletes) return undefined;
    refuseBelow(call, LEVEL.write, list);
    if (version === item) throw restBadRequest('You cannot delete the current version.');
    list.dropVersion(item, version.version);
    return { status: 200, body: { 'odata.null': true } };
  };
