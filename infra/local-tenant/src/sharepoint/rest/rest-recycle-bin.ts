import { sameId } from '../../organisation-lookup.ts';
import { LEVEL } from '../access.ts';
import type { JsonObject } from '../json-body.ts';
import type { RecycledItem } from '../state/list-state.ts';
import type { ListStore } from '../state/list-store.ts';
import { NOT_UNIQUE, takenValue } from '../values/write-item.ts';
import { type RestCall, type RestHandler, refuseBelow, restCollection, restEntity } from './rest-call.ts';
import { restBadRequest, restNotFound } from './rest-fault.ts';

interface Binned {
  readonly list: ListStore;
  readonly row: RecycledItem;
}

const binned = (call: RestCall): readonly Binned[] =>
  call.site.lists().flatMap((list) => list.recycled(call.at).map((row) => ({ list, row })));

const LIST_ITEM = 3;

const rowJson = (call: RestCall, { list, row }: Binned): JsonObject => ({
  Id: row.id,
  Title: String(row.item.values.Title ?? ''),
  LeafName: `${row.item.id}_.000`,
  DirName: `${call.site.path}/Lists/${list.state.name}`,
  ItemType: LIST_ITEM,
  ItemState: 1,
  DeletedDate: row.deletedAt,
  DeletedByName: call.site.principal(row.deletedBy)?.title ?? '',
  AuthorName: call.site.principal(row.item.author)?.title ?? '',
});

/** The site's recycle bin, as its owners see it: `recyclebin`, one row `recyclebin('…')`, and its `restore()` and `deleteobject()`. */
export const handleRecycleBin: RestHandler = (call) => {
  const [first, action, ...others] = call.steps;
  if (first?.name !== 'recyclebin' || others.length > 0) return undefined;
  refuseBelow(call, LEVEL.full);
  const [wanted] = first.args ?? [];
  if (wanted === undefined) {
    if (action !== undefined || call.verb !== 'GET') return undefined;
    return restCollection(
      call,
      binned(call).map((each) => rowJson(call, each)),
    );
  }
  const found = binned(call).find(({ row }) => sameId(row.id, wanted));
  if (found === undefined) throw restNotFound('The item is not in the recycle bin.');
  if (action === undefined) return call.verb === 'GET' ? restEntity(call, rowJson(call, found)) : undefined;
  if (call.verb !== 'POST') return undefined;
  if (action.name === 'restore') {
    if (takenValue(found.list, found.row.item.values, undefined) !== undefined) throw restBadRequest(NOT_UNIQUE);
    found.list.putBack(found.row);
  } else if (action.name === 'deleteobject') found.list.purge(found.row);
  else return undefined;
  return { status: 200, body: { 'odata.null': true } };
};
