import { sameId } from '../../organisation-lookup.ts';
import { LEVEL } from '../access.ts';
import type { JsonObject } from '../json-body.ts';
import type { RecycledItem } from '../state/list-state.ts';
import type { ListStore } from '../state/list-store.ts';
import { NOT_UNIQUE, takenValue } from '../values/write-item.ts';
import { type RestCall, type RestHandler, refuseBelow, restCollection, restEntity } from './rest-call.ts';
import { restBadRequest, restNotFound, restOverThreshold } from './rest-fault.ts';

interface Binned {
  readonly list: ListStore;
  readonly row: RecycledItem;
}

/** Whose recycle bin: the site's own holds the first stage, that of the site collection both. */
type Bin = 'web' | 'site';

const binned = (call: RestCall, bin: Bin): readonly Binned[] =>
  call.site
    .lists()
    .flatMap((list) => list.recycled(call.at).map((row) => ({ list, row })))
    .filter(({ row }) => bin === 'site' || row.secondStage === undefined);

const LIST_ITEM = 3;
const FIRST_STAGE = 1;
const SECOND_STAGE = 2;
/** A bin with more rows is not listed at all (pnp/PnP-PowerShell#2315, pnp/powershell#4010). */
const MOST_LISTED = 5_000;

const rowJson = (call: RestCall, { list, row }: Binned): JsonObject => ({
  Id: row.id,
  Title: String(row.item.values.Title ?? ''),
  LeafName: `${row.item.id}_.000`,
  DirName: `${call.site.path}/Lists/${list.state.name}`,
  ItemType: LIST_ITEM,
  ItemState: row.secondStage === undefined ? FIRST_STAGE : SECOND_STAGE,
  DeletedDate: row.deletedAt,
  DeletedByName: call.site.principal(row.deletedBy)?.title ?? '',
  AuthorName: call.site.principal(row.item.author)?.title ?? '',
});

/** STRICT: of the site collection's bin some saw both stages and others the first alone, so without a filter by stage it is the first here. */
function ofStage(call: RestCall, rows: readonly Binned[]): readonly Binned[] {
  const filter = call.request.query.get('$filter') ?? `ItemState eq ${FIRST_STAGE}`;
  const [, asked] = /^\(?ItemState eq ([12])\)?$/.exec(filter) ?? [];
  if (asked === undefined) throw restBadRequest(`The expression "${filter}" is not valid.`);
  return rows.filter(({ row }) => (row.secondStage === undefined ? FIRST_STAGE : SECOND_STAGE) === Number(asked));
}

/** Those that `$top` asks for. The service documents no link to further ones, and none is given here. */
function listed(call: RestCall, all: readonly Binned[]): readonly Binned[] {
  const rows = ofStage(call, all);
  if (rows.length > MOST_LISTED) throw restOverThreshold();
  const top = call.request.query.get('$top');
  if (top === undefined) return rows;
  if (!/^\d+$/.test(top)) throw restBadRequest('The query string "$top" is not valid.');
  return rows.slice(0, Number(top));
}

/**
 * `recyclebin`, one row `recyclebin('…')`, and its `restore()`, `movetosecondstage()` and `deleteobject()`. SP.RecycleBinItem.deleteObject deletes for good in
 * either stage (learn.microsoft.com, RecycleBinItem.DeleteObject method); the pages of SharePoint are what sends a row on to the second stage instead.
 */
export const handleRecycleBin =
  (bin: Bin): RestHandler =>
  (call) => {
    const [first, action, ...others] = call.steps;
    if (first?.name !== 'recyclebin' || others.length > 0) return undefined;
    refuseBelow(call, LEVEL.full);
    const [wanted] = first.args ?? [];
    if (wanted === undefined) {
      if (action !== undefined || call.verb !== 'GET') return undefined;
      return restCollection(
        call,
        listed(call, binned(call, bin)).map((each) => rowJson(call, each)),
      );
    }
    const found = binned(call, bin).find(({ row }) => sameId(row.id, wanted));
    if (found === undefined) throw restNotFound('The item is not in the recycle bin.');
    if (action === undefined) return call.verb === 'GET' ? restEntity(call, rowJson(call, found)) : undefined;
    if (call.verb !== 'POST') return undefined;
    if (action.name === 'restore') {
      if (takenValue(found.list, found.row.item.values, undefined) !== undefined) throw restBadRequest(NOT_UNIQUE);
      found.list.putBack(found.row);
    } else if (action.name === 'movetosecondstage' && found.row.secondStage === undefined) found.list.moveOn(found.row);
    else if (action.name === 'deleteobject') found.list.purge(found.row);
    else return undefined;
    return { status: 200, body: { 'odata.null': true } };
  };
